import type { Classifiers } from '../../src/catalogue/classifiers.ts';
import type { ActivityId } from '../../src/catalogue/codes.ts';
import type { ResolvedCutOff } from '../cut-off.ts';
import { type Entries, measures } from '../entries.ts';
import { dimensionsOf } from '../line-dimensions.ts';
import { eachMove } from '../moves.ts';
import { isInScope } from '../scope.ts';
import type { Found } from './rule.ts';

type Money = Found['money'];
type Sides = Pick<ResolvedCutOff, 'effective' | 'known'>;

/** The places of the asked money by the activity that it names; `any` for what names none. */
const placesByActivity = (asked: readonly Money[]): Map<ActivityId | 'any' | null, number[]> => {
  const places = new Map<ActivityId | 'any' | null, number[]>();
  asked.forEach((money, place) => {
    if (money === undefined) return;
    const { activity = 'any' } = money.scope;
    const known = places.get(activity) ?? [];
    known.push(place);
    places.set(activity, known);
  });
  return places;
};

/** For each line the places of the asked money that contains it. */
const placesByLine = (
  { lines }: Entries,
  classifiers: Classifiers,
  asked: readonly Money[],
): number[][] => {
  const byActivity = placesByActivity(asked);
  return lines.map((line) => {
    const dimensions = dimensionsOf(line, classifiers);
    const near = [...(byActivity.get(line.activity) ?? []), ...(byActivity.get('any') ?? [])];
    return near.filter((place) => isInScope(dimensions, asked[place]?.scope ?? {}));
  });
};

/** The records behind money, looked up for all that is asked in one pass over the entries. */
export const moneyRecords = (
  entries: Entries,
  cutOff: Sides,
  classifiers: Classifiers,
  asked: readonly Money[],
): readonly ReadonlySet<number>[] => {
  const records = asked.map(() => new Set<number>());
  const places = placesByLine(entries, classifiers, asked);
  eachMove(entries, cutOff, measures, ({ line, measure, revision }) => {
    for (const place of places[line] ?? []) {
      if (asked[place]?.measures.includes(measure)) records[place]?.add(revision);
    }
  });
  return records;
};
