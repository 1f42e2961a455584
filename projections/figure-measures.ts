import type { Amount } from '../src/catalogue/amount.ts';
import type { Figures } from './figures.ts';
import { type Measure, measures } from './entries.ts';

/** The measures that rows show in money, each once. */
export const shownMeasures = [
  'original',
  'distributed',
  'adjustments',
  'current',
  'reserved',
  'committed',
  'executed',
  'paid',
] as const satisfies readonly (keyof Figures)[];
export type ShownMeasure = (typeof shownMeasures)[number];

/** An amount of each measure; null where it is not known. */
export type Money = Readonly<Record<ShownMeasure, Amount | null>>;

/** Vigente is the three measures of the plan together; every other one is itself. */
const partsOfCurrent: readonly Measure[] = ['original', 'distributed', 'adjustments'];

export const entryMeasuresOf = (shown: ShownMeasure): readonly Measure[] =>
  shown === 'current' ? partsOfCurrent : [shown];

/** The measures in which an entry of one is shown, by its place in the columns. */
export const shownIn: readonly (readonly ShownMeasure[])[] = measures.map((measure) =>
  partsOfCurrent.includes(measure) ? [measure, 'current'] : [measure],
);

export const eachMeasure = <Value>(
  valueOf: (measure: ShownMeasure) => Value,
): Record<ShownMeasure, Value> =>
  Object.fromEntries(
    shownMeasures.map((measure) => [measure, valueOf(measure)] as const),
  ) as Record<ShownMeasure, Value>;
