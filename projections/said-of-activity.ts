import type { ActivityId } from '../src/catalogue/codes.ts';
import type { ActivityDescription } from '../src/catalogue/events.ts';
import { isInForce } from '../src/timeline/timeline.ts';
import type { ResolvedCutOff } from './cut-off.ts';
import type { Register } from './register.ts';

interface Said {
  readonly day: Parameters<typeof isInForce>[0];
  readonly revision: number;
}

type Sides = Pick<ResolvedCutOff, 'effective' | 'known'>;

/** The fact that counts: the latest in force by the day, of those known by the revision. */
const latestOf = <Fact extends Said>(facts: readonly Fact[], cutOff: Sides): Fact | undefined => {
  let latest: Fact | undefined;
  for (const fact of facts) {
    const isSeen = fact.revision <= cutOff.known.revision && isInForce(fact.day, cutOff.effective);
    if (isSeen && (latest === undefined || fact.day >= latest.day)) latest = fact;
  }
  return latest;
};

/** The records that say a field of an activity, and its progress, at a cut-off. */
export const saidOfActivity = (
  { descriptions, progress }: Register,
  cutOff: Sides,
  activity: ActivityId,
) => ({
  field: (name: keyof ActivityDescription): readonly number[] => {
    const facts = (descriptions.get(activity) ?? []).filter(({ value }) => name in value);
    const latest = latestOf(facts, cutOff);
    return latest === undefined ? [] : [latest.revision];
  },
  progress: (): readonly number[] => {
    const latest = latestOf(progress.get(activity) ?? [], cutOff);
    return latest === undefined ? [] : [latest.revision];
  },
});
