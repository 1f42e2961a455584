import type { Measure } from '../entries.ts';
import { entryMeasuresOf, type ShownMeasure, shownMeasures } from '../figure-measures.ts';

/** The views whose cells have an origin; the form counts what has an activity alone. */
export const originViews = ['activity', 'group', 'overall', 'form-5b'] as const;
export type OriginView = (typeof originViews)[number];

/** What is not stored but follows from what is. @see NB-SCI art. 41f for the three saldos */
const derived = {
  uncommitted: ['current', 'committed'],
  unexecuted: ['current', 'executed'],
  unpaid: ['executed', 'paid'],
} as const satisfies Readonly<Record<string, readonly [ShownMeasure, ShownMeasure]>>;

type DerivedMeasure = keyof typeof derived;
export type OriginMeasure = ShownMeasure | DerivedMeasure | 'executionRate';

export const originMeasures: readonly OriginMeasure[] = [
  ...shownMeasures,
  ...(Object.keys(derived) as DerivedMeasure[]),
  'executionRate',
];

/** Which part of a cell a sum is: a rate is two of them. */
export type TermPart = 'amount' | 'numerator' | 'denominator';

/** A sum of entries, some of them taken away. */
export interface Term {
  readonly role: TermPart;
  readonly shown: readonly ShownMeasure[];
  readonly signs: Readonly<Partial<Record<Measure, 1 | -1>>>;
}

const signed = (measure: ShownMeasure, sign: 1 | -1): Term['signs'] =>
  Object.fromEntries(entryMeasuresOf(measure).map((each) => [each, sign]));

const plain = (role: TermPart, measure: ShownMeasure): Term => ({
  role,
  shown: [measure],
  signs: signed(measure, 1),
});

const isDerived = (measure: OriginMeasure): measure is DerivedMeasure =>
  Object.hasOwn(derived, measure);

/** The sums that a cell is made of. */
export const termsOf = (measure: OriginMeasure): readonly Term[] => {
  if (measure === 'executionRate') {
    return [plain('numerator', 'executed'), plain('denominator', 'current')];
  }
  if (!isDerived(measure)) return [plain('amount', measure)];
  const [whole, part] = derived[measure];
  const signs = { ...signed(whole, 1), ...signed(part, -1) };
  return [{ role: 'amount', shown: [whole, part], signs }];
};
