import fc from 'fast-check';
import type { LedgerRecord } from '../../src/catalogue/events.ts';
import {
  activityCodes,
  dayOfYear,
  instrument,
  line,
  programmed,
  registered,
} from './arbitraries.ts';
import { openLedger, RecordedLedger } from './recorded-ledger.ts';

/** An original of which every line has its activity, group and source. */
export const wholePlan = (amounts: readonly number[]): RecordedLedger =>
  new RecordedLedger().take(
    openLedger,
    ...activityCodes.map((code) => registered(code)),
    programmed(
      amounts.map((cents, index) =>
        line(
          activityCodes[index % 3] ?? null,
          ['10000', '20000', '30000'][index % 4] ?? '40000',
          index % 2 === 0 ? 'TGN' : '41',
          BigInt(cents),
        ),
      ),
      '2020-01-03',
    ),
    { type: 'ApprovePlan', data: { instrument } },
  );

export const references = fc.array(
  fc.record({
    kind: fc.constantFrom('cut', 'cut', 'cut', 'original', 'current', 'adjustment'),
    day: fc.integer({ min: 1, max: 366 }).map(dayOfYear),
    part: fc.nat(99),
    pick: fc.nat(997),
  }),
  { minLength: 6, maxLength: 10 },
);

type Asked = typeof references extends fc.Arbitrary<(infer Each)[]> ? Each : never;

/** How a reference is written on the ledger that is there. */
export const textOf = (
  { kind, day, part, pick }: Asked,
  records: readonly LedgerRecord[],
): string => {
  const names = records.flatMap((record) =>
    record.type === 'BudgetAdjusted' && record.data.name !== null ? [record.data.name] : [],
  );
  if (kind === 'original' || kind === 'current') return kind;
  const name = names[pick % Math.max(1, names.length)];
  if (kind === 'adjustment' && name !== undefined) return `adjustment:${name}`;
  return `${day}@${Math.floor(((records.length - 1) * part) / 99)}`;
};
