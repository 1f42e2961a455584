import fc from 'fast-check';
import { byHand, dayOfYear } from './arbitraries.ts';
import type { OracleCut } from './oracle.ts';
import type { RecordedLedger } from './recorded-ledger.ts';

/** Every way to keep a ledger, by hand and by forms. */
export const everyKind = [
  ...byHand,
  ...(['form', 'form', 'control', 'withdraw', 'correct'] as const),
] as const;

/** Days of the year, each with how much of the history is known. */
export const cuts = fc.array(fc.tuple(fc.integer({ min: 1, max: 366 }), fc.nat(99)), {
  minLength: 3,
});

export const cutOf = (
  { revision }: RecordedLedger,
  [number, part]: readonly [number, number],
): OracleCut => ({
  day: dayOfYear(number),
  revision: Math.floor((revision * part) / 99),
});
