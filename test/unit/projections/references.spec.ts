import { describe, expect, it } from '@jest/globals';
import type { Command } from '../../../src/domain/area-ledger/index.ts';
import { approve, closePeriod, issue, reopenPeriod } from '../../support/acts.ts';
import { instrument, line, programmed, registered } from '../../support/arbitraries.ts';
import { resolvedPair } from '../../support/compared.ts';
import { day } from '../../support/lines.ts';
import { openLedger, RecordedLedger } from '../../support/recorded-ledger.ts';
import { Projected } from '../../support/views-of.ts';

const adjust = (
  on: string,
  name: string,
  more: { readonly adjustment?: string; readonly cents?: bigint } = {},
): Command => ({
  type: 'AdjustBudget',
  effectiveOn: day(on),
  data: {
    name,
    kind: 'additional',
    instrument,
    lines: [line('01.01.01', '20000', 'TGN', more.cents ?? 100n)],
    ...(more.adjustment !== undefined && { adjustment: more.adjustment }),
  },
});

/** Programmed on 3 January, approved as record 3. */
const begun = (): RecordedLedger =>
  new RecordedLedger().take(
    openLedger,
    registered('01.01.01'),
    programmed([line('01.01.01', '20000', 'TGN', 10_000n)], '2020-01-03'),
    approve(),
  );

const sidesOf = (ledger: RecordedLedger, text: string, other = 'current') => {
  const { from } = resolvedPair(new Projected(ledger.records), [text, other]);
  return [from.effective, from.known.revision];
};

const refusing = (ledger: RecordedLedger, text: string) => () => sidesOf(ledger, text);
const refused = (code: string, facts: object = {}) =>
  expect.objectContaining({ code, facts: expect.objectContaining(facts) });

describe('The original as a reference', () => {
  it('is whole on the latest day that it was programmed for, as known at its approval', () => {
    expect(sidesOf(begun(), 'original')).toEqual(['2020-01-03', 3]);
  });

  it('stays where it is, whatever is adjusted afterwards', () => {
    const ledger = begun().take(adjust('2020-01-02', 'AJUSTE'));
    expect(sidesOf(ledger, 'original')).toEqual(['2020-01-03', 3]);
  });

  it('is refused where no plan is approved', () => {
    const ledger = new RecordedLedger().take(openLedger);
    expect(refusing(ledger, 'original')).toThrow(refused('ORIGINAL_NOT_APPROVED'));
  });
});

describe('An adjustment as a reference', () => {
  it('is its latest day, known once its last record was', () => {
    const ledger = begun().take(
      adjust('2020-06-30', 'AJUSTADO JUNIO'),
      adjust('2020-03-31', 'OTRO'),
      adjust('2020-05-31', 'AJUSTADO JUNIO'),
      adjust('2020-09-30', 'AJUSTADO SEPTIEMBRE'),
    );
    expect(sidesOf(ledger, 'adjustment:AJUSTADO JUNIO')).toEqual(['2020-06-30', 6]);
    expect(sidesOf(ledger, 'adjustment:AJUSTADO-JUNIO')).toEqual(['2020-06-30', 6]);
    expect(sidesOf(ledger, 'adjustment:OTRO')).toEqual(['2020-03-31', 5]);
  });

  it('is refused where it does not exist, with those that do', () => {
    const ledger = begun().take(adjust('2020-06-30', 'AJUSTADO JUNIO'));
    expect(refusing(ledger, 'adjustment:ajustado junio')).toThrow(
      refused('ADJUSTMENT_NOT_FOUND', { name: 'ajustado junio', known: ['AJUSTADO JUNIO'] }),
    );
  });

  it('is refused where its name fits two, of which each can be named by its id', () => {
    const ledger = begun().take(
      adjust('2020-06-30', 'AJUSTE', { adjustment: 'UNO' }),
      adjust('2020-07-31', 'AJUSTE', { adjustment: 'DOS' }),
    );
    expect(refusing(ledger, 'adjustment:AJUSTE')).toThrow(
      refused('ADJUSTMENT_AMBIGUOUS', { found: ['UNO (registro 4)', 'DOS (registro 5)'] }),
    );
    expect(sidesOf(ledger, 'adjustment:UNO')).toEqual(['2020-06-30', 4]);
    expect(sidesOf(ledger, 'adjustment:DOS')).toEqual(['2020-07-31', 5]);
  });
});

describe('What was reported as a reference', () => {
  const reported = () =>
    begun().take(
      closePeriod('2020-03-31'),
      issue('001', '2020-03-31', 3),
      reopenPeriod('2020-03-01'),
      closePeriod('2020-03-31'),
    );

  it('is the cut-off of a report, and a period as its last closing found it', () => {
    expect(sidesOf(reported(), 'report:001')).toEqual(['2020-03-31', 3]);
    expect(sidesOf(reported(), 'report:form-5b:001')).toEqual(['2020-03-31', 3]);
    expect(sidesOf(reported(), 'period:2020-03-31')).toEqual(['2020-03-31', 7]);
  });

  it('stands beside the same day as it is known now', () => {
    expect(sidesOf(reported(), 'same-day', 'report:001')).toEqual(['2020-03-31', 7]);
  });

  it('is refused where there is none, with those that there are', () => {
    expect(refusing(reported(), 'report:002')).toThrow(
      refused('REPORT_NOT_FOUND', { name: '002', known: ['001'] }),
    );
    expect(refusing(reported(), 'period:2020-06-30')).toThrow(
      refused('CLOSING_NOT_FOUND', { through: '2020-06-30', known: ['2020-03-31'] }),
    );
  });

  it('is refused where two reports have the number, of which each can be named', () => {
    const other = issue('001', '2020-03-31', 3);
    const ledger = reported().take({
      ...other,
      data: { ...other.data, report: 'estado' },
    } as Command);
    expect(refusing(ledger, 'report:001')).toThrow(
      refused('REPORT_AMBIGUOUS', { found: ['form-5b:001', 'estado:001'] }),
    );
    expect(sidesOf(ledger, 'report:estado:001')).toEqual(['2020-03-31', 3]);
  });
});

describe('A cut-off as a reference', () => {
  it('knows all that is recorded unless it says until when', () => {
    const ledger = begun().take(adjust('2020-06-30', 'AJUSTADO JUNIO'));
    expect(sidesOf(ledger, '2020-02-29')).toEqual(['2020-02-29', 4]);
    expect(sidesOf(ledger, '2020-02-29@3')).toEqual(['2020-02-29', 3]);
    expect(sidesOf(ledger, 'last-month')).toEqual(['2020-11-30', 4]);
    expect(sidesOf(ledger, 'current')).toEqual(['2020-12-31', 4]);
  });

  it.each([
    ['2021-01-01', 'CUT_OFF_OUTSIDE_FISCAL_YEAR'],
    ['2020-12-31@99', 'REVISION_NOT_FOUND'],
    ['2020-12-31@2020-01-01', 'KNOWN_BEFORE_LEDGER'],
    ['2020-12-31@2030-01-01', 'KNOWN_IN_FUTURE'],
  ])('%s is refused as %s', (text, code) => {
    expect(refusing(begun(), text)).toThrow(refused(code));
  });

  it('needs another one than itself to be of the same day', () => {
    expect(() => sidesOf(begun(), 'same-day', 'same-day')).toThrow(refused('INVALID_REFERENCE'));
  });
});
