import type { CivilDate } from '../../src/catalogue/civil-date.ts';
import { defaultClassifiers } from '../../src/catalogue/classifiers.ts';
import { instant } from '../../src/catalogue/instant.ts';
import { reference } from '../../src/catalogue/reference.ts';
import { compare, type Comparison } from '../../projections/comparison/comparison.ts';
import { resolveCutOff } from '../../projections/cut-off.ts';
import { statementOf } from '../../projections/figures.ts';
import { balancesAt } from '../../projections/balances.ts';
import type { Level } from '../../projections/line-dimensions.ts';
import { type ResolvedReference, resolvePair } from '../../projections/references.ts';
import { activitiesAt, hasForms } from '../../projections/register.ts';
import type { Projected } from './views-of.ts';

const standing = {
  fiscalYear: 2020,
  zone: 'America/La_Paz',
  now: instant('2026-01-01T00:00:00Z'),
};

/** What two references come to, as they are written: all that is recorded at the end of the year is current. */
export const resolvedPair = (
  { register, entries, records }: Projected,
  [from, to]: readonly [string, string],
): { readonly from: ResolvedReference; readonly to: ResolvedReference } => {
  const moments = records.map(({ recordedAt }) => recordedAt);
  const current = resolveCutOff({ effective: '2020-12-31' as CivilDate }, moments, standing);
  return resolvePair(
    { from: reference(from), to: reference(to) },
    {
      milestones: register.milestones,
      entries,
      moments,
      current,
      resolve: (asked) => resolveCutOff(asked, moments, standing),
    },
  );
};

/** Two references of a history compared at a level. */
export const compared = (
  projected: Projected,
  texts: readonly [string, string],
  by: Level,
): Comparison => {
  const { entries, register } = projected;
  const classifiers = register.opened?.value.classifiers ?? defaultClassifiers;
  const sideAt = ({ isPlanOnly, ...cutOff }: ResolvedReference) => ({
    cutOff,
    isPlanOnly,
    statement: statementOf(balancesAt(entries, cutOff), classifiers, hasForms(register, cutOff)),
    activities: activitiesAt(register, cutOff),
  });
  const { from, to } = resolvedPair(projected, texts);
  return compare(entries, { from: sideAt(from), to: sideAt(to) }, by, classifiers);
};
