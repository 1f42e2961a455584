import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { decodeRecord, type Upcasters, versionOf } from '../../../src/catalogue/codec.ts';
import type { EventType } from '../../../src/catalogue/events.ts';
import { areaLedger } from '../../../src/domain/area-ledger/index.ts';
import { canonicalText } from '../../../src/integrity/canonical.ts';
import { leafHash } from '../../../src/integrity/merkle.ts';
import { idOf } from '../../../src/integrity/seal.ts';
import { foldEntries, noEntries } from '../../../projections/entries.ts';
import { emptyRegister, foldRegister } from '../../../projections/register.ts';

interface Golden {
  readonly id: string;
  readonly leaf: string;
  readonly text: string;
}

const folder = new URL('../../golden/', import.meta.url);
const names = readdirSync(folder).sort();
const golden = (name: string): Golden =>
  JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Golden;

const eventTypes: readonly EventType[] = [
  'ActivityRegistered',
  'ActivityRevised',
  'ActivityWithdrawn',
  'AdjustmentDocumented',
  'BudgetAdjusted',
  'BudgetCommitted',
  'BudgetDistributed',
  'BudgetExecuted',
  'BudgetPaid',
  'BudgetProgrammed',
  'BudgetReserved',
  'ControlChanged',
  'EntryReversed',
  'ExecutionCorrected',
  'FormTaken',
  'LedgerClosed',
  'LedgerOpened',
  'LedgerReopened',
  'PeriodClosed',
  'PeriodReopened',
  'PlanApproved',
  'ProgressReported',
  'ReportIssued',
];

describe('Golden files', () => {
  it('keep every version of every event', () => {
    const versions = eventTypes.flatMap((type) =>
      Array.from({ length: versionOf(type) }, (_, index) => `${type}.v${index + 1}.json`),
    );
    expect(names).toEqual(versions.sort());
  });

  it.each(names)('%s keeps its bytes, its leaf and its id', (name) => {
    const { id, leaf, text } = golden(name);
    expect(canonicalText(JSON.parse(text))).toBe(text);
    expect(leafHash(text)).toBe(leaf);
    expect(idOf(leaf)).toBe(id);
  });

  it.each(names)('%s is read by decisions and views', (name) => {
    const record = decodeRecord(golden(name).text);
    expect(record.version).toBe(versionOf(record.type));
    expect(areaLedger.evolve(areaLedger.initialState(), record).revision).toBe(record.revision);
    expect(foldEntries(noEntries(), record).size).toBe(
      'lines' in record.data ? record.data.lines.flatMap(({ amounts }) => amounts).length : 0,
    );
    expect(foldRegister(emptyRegister(), record)).toBeDefined();
  });
});

describe('A distribution of version 1', () => {
  const old = golden('BudgetDistributed.v1.json').text;
  const byForm = golden('BudgetDistributed.v2.json').text;
  const byHand = old.replace('"stated":true,', '').replace(',"stated":true', '');

  it('is read as one of version 2, whether a form or a person said it', () => {
    expect(decodeRecord(old)).toEqual(decodeRecord(byForm));
    expect(decodeRecord(byHand).data).toMatchObject({ basis: 'hand' });
    expect(decodeRecord(byHand).data).not.toHaveProperty('stated');
  });

  it('leads decisions and entries to the same as version 2', () => {
    const stateOf = (text: string) =>
      areaLedger.saved(areaLedger.evolve(areaLedger.initialState(), decodeRecord(text)));
    expect(stateOf(old)).toEqual(stateOf(byForm));
    expect(stateOf(byHand)).not.toEqual(stateOf(byForm));
    expect(foldEntries(noEntries(), decodeRecord(old))).toEqual(
      foldEntries(noEntries(), decodeRecord(byForm)),
    );
  });
});

describe('A control of version 1', () => {
  const old = decodeRecord(golden('ControlChanged.v1.json').text);
  const today = decodeRecord(golden('ControlChanged.v2.json').text);

  it('is read as one under which whoever may record an act records it', () => {
    expect(old.data).toEqual({
      ...{ mode: 'warn', level: 'activity', reason: 'instrucción' },
      signatures: 'one',
    });
    expect(old).not.toHaveProperty('signed');
  });

  it('of version 2 says that three people sign, and who signed it', () => {
    expect(today.data).toMatchObject({ mode: 'warn', level: 'activity', signatures: 'three' });
    expect(today.signed).toEqual({ prepared: 'u1', reviewed: 'u2', approved: 'u3' });
  });
});

describe('Reading older versions', () => {
  const none = Object.fromEntries(eventTypes.map((type) => [type, []])) as unknown as Upcasters;
  const renamed: Upcasters = {
    ...none,
    LedgerClosed: [
      ({ reason }: { reason: string }) => ({ cause: reason }),
      ({ cause }: { cause: string }) => ({ cause, closedBy: null }),
    ],
  };
  const { text } = golden('LedgerClosed.v1.json');

  it('goes up every step from the version stored', () => {
    const { version, data } = decodeRecord(text, renamed);
    expect(version).toBe(3);
    expect(data).toEqual({ cause: 'fin de gestión', closedBy: null });
  });

  it('leaves out the steps before the version stored', () => {
    const second = text.replace('"version":1', '"version":2').replace('"reason"', '"cause"');
    expect(decodeRecord(second, renamed).data).toEqual({ cause: 'fin de gestión', closedBy: null });
  });

  it.each([
    ['an event that this release does not have', text.replace('LedgerClosed', 'LedgerSold')],
    ['a version that is newer than this release', text.replace('"version":1', '"version":4')],
    ['a name that every object has', text.replace('LedgerClosed', 'toString')],
  ])('refuses %s', (_, newer) => {
    expect(() => decodeRecord(newer, renamed)).toThrow(
      expect.objectContaining({ code: 'UNKNOWN_EVENT' }),
    );
  });

  it('refuses what is no record', () => {
    expect(() => decodeRecord('{"type":')).toThrow(
      expect.objectContaining({ code: 'DAMAGED_RECORD' }),
    );
  });
});
