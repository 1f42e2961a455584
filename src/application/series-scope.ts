import type { Classifiers } from '../catalogue/classifiers.ts';
import type { ActivityId, ObjectCode } from '../catalogue/codes.ts';
import { Failure } from '../catalogue/failure.ts';
import type { Scope } from '../../projections/figures.ts';
import { activitiesAt } from '../../projections/register.ts';
import type { Sight } from './sight.ts';

/** One activity, one group, or neither; null stands for the money that has none. */
export interface AskedScope {
  /** its code at the cut-off, or the id that it has for ever */
  readonly activity?: string | null;
  readonly group?: string | null;
}

const activityNamed = ({ book: { register }, cutOff }: Sight, name: string): ActivityId => {
  const standing = activitiesAt(register, cutOff);
  const byCode = standing.find(({ code }) => code === name);
  if (byCode !== undefined) return byCode.id;
  const id = name as ActivityId;
  const facts = register.descriptions.get(id) ?? [];
  if (facts.some(({ revision }) => revision <= cutOff.known.revision)) return id;
  throw new Failure('ACTIVITY_NOT_FOUND', { name, known: standing.map(({ code }) => code) });
};

const groupNamed = ({ groups }: Classifiers, name: string): ObjectCode => {
  if (Object.hasOwn(groups, name)) return name as ObjectCode;
  throw new Failure('GROUP_NOT_FOUND', { name, known: Object.keys(groups) });
};

/** @throws ACTIVITY_NOT_FOUND, GROUP_NOT_FOUND, INVALID_COMMAND where both are named */
export const scopeIn = (
  sight: Sight,
  { activity, group }: AskedScope,
  classifiers: Classifiers,
): Scope => {
  if (activity !== undefined && group !== undefined) {
    const problem = 'se espera una actividad o un grupo, no los dos';
    throw new Failure('INVALID_COMMAND', { problem });
  }
  if (activity !== undefined) {
    return { activity: activity === null ? null : activityNamed(sight, activity) };
  }
  if (group === undefined) return {};
  return { group: group === null ? null : groupNamed(classifiers, group) };
};
