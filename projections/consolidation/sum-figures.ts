import { type Amount, centavos, percentage, sum, toAmount } from '../../src/catalogue/amount.ts';
import type { Figures } from '../figures.ts';

type Money = Exclude<keyof Figures, 'executionRate'>;

const sumOf = (amounts: readonly Amount[]): Amount => toAmount(sum(amounts.map(centavos)));

/** Null where anybody does not know it: what is not known is not zero. */
const knownSum = (figures: readonly Figures[], measure: Money): Amount | null => {
  const known = figures.flatMap((each) => each[measure] ?? []);
  return known.length < figures.length ? null : sumOf(known);
};

/** The figures of several rows together. @throws TOTAL_TOO_LARGE */
export const sumFigures = (figures: readonly Figures[]): Figures => {
  const current = sumOf(figures.map((each) => each.current));
  const executed = sumOf(figures.map((each) => each.executed));
  return {
    original: knownSum(figures, 'original'),
    distributed: knownSum(figures, 'distributed'),
    adjustments: knownSum(figures, 'adjustments'),
    current,
    reserved: knownSum(figures, 'reserved'),
    committed: knownSum(figures, 'committed'),
    executed,
    paid: knownSum(figures, 'paid'),
    executionRate: percentage(centavos(executed), centavos(current)),
  };
};
