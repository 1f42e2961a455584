import { describe, expect, it } from '@jest/globals';
import { amount, percentageText, toAmount } from '../../../src/catalogue/amount.ts';
import { civilDate, civilDateFromPrinted } from '../../../src/catalogue/civil-date.ts';
import { decodeRecord } from '../../../src/catalogue/codec.ts';
import { activityCode, ledgerId, objectCode, source } from '../../../src/catalogue/codes.ts';
import { instant } from '../../../src/catalogue/instant.ts';
import { known } from '../../../src/catalogue/known.ts';
import { monthDay } from '../../../src/catalogue/month-day.ts';
import { preset, reference } from '../../../src/catalogue/reference.ts';

const printed = (text: string) => civilDateFromPrinted(text, 2020);

describe('A value that is none', () => {
  it.each([
    [amount, '1,000', 'INVALID_AMOUNT'],
    [percentageText, '66,40', 'INVALID_PERCENTAGE'],
    [percentageText, '66.400', 'INVALID_PERCENTAGE'],
    [civilDate, '2020-02-30', 'INVALID_DATE'],
    [printed, '30/02/20', 'INVALID_DATE'],
    [printed, '31/12/20201', 'INVALID_DATE'],
    [printed, 'al 31/12/2020', 'INVALID_DATE'],
    [monthDay, '02-30', 'INVALID_MONTH_DAY'],
    [instant, 'ayer', 'INVALID_INSTANT'],
    [instant, 'el 2021-01-15T18:00:00Z', 'INVALID_INSTANT'],
    [instant, '2021-01-15T18:00:00Z.', 'INVALID_INSTANT'],
    [instant, '2021-01-15T18:00:00.1234567Z', 'INVALID_INSTANT'],
    [known, '2021-13-15', 'INVALID_INSTANT'],
    [activityCode, ' 11.', 'INVALID_ACTIVITY_CODE'],
    [activityCode, 'a11.02', 'INVALID_ACTIVITY_CODE'],
    [activityCode, '11.02a', 'INVALID_ACTIVITY_CODE'],
    [objectCode, '123400', 'INVALID_OBJECT_CODE'],
    [objectCode, '234000', 'INVALID_OBJECT_CODE'],
    [source, '101', 'INVALID_SOURCE'],
    [ledgerId, 'poa-41-SENAVEX-2020', 'INVALID_LEDGER_ID'],
    [ledgerId, '41-SENAVEX-20201', 'INVALID_LEDGER_ID'],
    [reference, 'junio', 'INVALID_REFERENCE'],
    [reference, 'the adjustment:JUNIO', 'INVALID_REFERENCE'],
    [reference, 'adjustment:JUNIO\nJULIO', 'INVALID_REFERENCE'],
    [reference, 'at 2020-06-30', 'INVALID_REFERENCE'],
    [preset, 'year', 'INVALID_PRESET'],
  ])('is refused with the text as it was given (%#)', (read, text, code) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ code, facts: { text } }));
  });

  it('is a total whose centavos are no longer exact', () => {
    expect(toAmount(9007199254740991)).toBe('90071992547409.91');
    expect(() => toAmount(9007199254740992)).toThrow(
      expect.objectContaining({ code: 'TOTAL_TOO_LARGE', facts: {} }),
    );
  });
});

describe('A stored text that is refused', () => {
  it('is named by its ledger, revision, type and version where it is newer', () => {
    const newer = { ledger: '41-SENAVEX-2020', revision: 7, type: 'LedgerSold', version: 2 };
    expect(() => decodeRecord(JSON.stringify({ ...newer, data: {} }))).toThrow(
      expect.objectContaining({ code: 'UNKNOWN_EVENT', facts: newer }),
    );
  });

  it('is named by its first eighty signs where it is no record', () => {
    expect(() => decodeRecord('x'.repeat(81))).toThrow(
      expect.objectContaining({ code: 'DAMAGED_RECORD', facts: { text: 'x'.repeat(80) } }),
    );
  });
});
