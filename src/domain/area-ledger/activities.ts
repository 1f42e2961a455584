import type { CivilDate } from '../../catalogue/civil-date.ts';
import type { ActivityCode, ActivityId } from '../../catalogue/codes.ts';
import type { ActivityDescription } from '../../catalogue/events.ts';
import { Failure } from '../../catalogue/failure.ts';
import { isInForce } from '../../timeline/timeline.ts';
import type { ActivityHistory, LedgerState } from './state.ts';

/** What an activity is called on a day; null before its first day. Ties of a day go to what was recorded later. */
export const descriptionOn = (
  { facts }: ActivityHistory,
  day: CivilDate,
): ActivityDescription | null => {
  const inForce = facts.filter((fact) => isInForce(fact.day, day));
  if (inForce.length === 0) return null;
  const sorted = inForce.toSorted((one, other) =>
    one.day < other.day ? -1 : one.day > other.day ? 1 : 0,
  );
  return Object.assign({}, ...sorted.map(({ changes }) => changes)) as ActivityDescription;
};

const isActiveOn = (history: ActivityHistory, day: CivilDate): boolean =>
  history.facts.some((fact) => isInForce(fact.day, day)) &&
  (history.withdrawnOn === null || !isInForce(history.withdrawnOn, day));

/** The activity in force that bears a code on a day. */
export const findActive = (
  state: LedgerState,
  code: string,
  day: CivilDate,
): ActivityId | undefined => {
  for (const [id, history] of state.activities.entries()) {
    if (isActiveOn(history, day) && descriptionOn(history, day)?.code === code) return id;
  }
  return undefined;
};

/** Another activity that bears a code on a day or on any later one: one code never means two. */
export const holderFrom = (
  state: LedgerState,
  code: string,
  from: CivilDate,
  except?: ActivityId,
): ActivityId | undefined => {
  for (const [id, history] of state.activities.entries()) {
    const days = [from, ...history.facts.map(({ day }) => day).filter((day) => day > from)];
    const bears = (day: CivilDate): boolean =>
      isActiveOn(history, day) && descriptionOn(history, day)?.code === code;
    if (id !== except && days.some(bears)) return id;
  }
  return undefined;
};

/** What was said of an activity that the ledger has. */
export const historyOf = (state: LedgerState, activity: ActivityId): ActivityHistory => {
  const history = state.activities.get(activity);
  if (history !== undefined) return history;
  throw new Failure('ACTIVITY_NOT_FOUND', { name: activity, known: [...state.activities.keys()] });
};

/** The description on a day of an activity that is in force on it. */
export const descriptionOf = (
  state: LedgerState,
  activity: ActivityId,
  day: CivilDate,
): ActivityDescription => {
  const history = state.activities.get(activity);
  const description = history && descriptionOn(history, day);
  if (!description) throw new Failure('ACTIVITY_NOT_IN_FORCE', { activity, day });
  return description;
};

/** @throws ACTIVITY_NOT_FOUND, ACTIVITY_NOT_IN_FORCE */
export const activityOn = (state: LedgerState, codeOrId: string, day: CivilDate): ActivityId => {
  const active = findActive(state, codeOrId, day);
  if (active !== undefined) return active;
  const history = state.activities.get(codeOrId as ActivityId);
  if (history === undefined) {
    throw new Failure('ACTIVITY_NOT_FOUND', {
      name: codeOrId,
      known: [...state.activities.keys()],
    });
  }
  if (!isActiveOn(history, day)) {
    throw new Failure('ACTIVITY_NOT_IN_FORCE', { activity: codeOrId, day });
  }
  return codeOrId as ActivityId;
};

/** An id for ever: the first code, with a number behind it where an earlier activity had that code. */
export const newActivityId = (state: LedgerState, code: ActivityCode): ActivityId => {
  for (let number = 1; ; number += 1) {
    const id = (number === 1 ? code : `${code}~${String(number)}`) as ActivityId;
    if (!state.activities.has(id)) return id;
  }
};

/** The fields in which two descriptions differ, with the values of the second. */
export const differencesOf = (
  before: Partial<ActivityDescription>,
  after: ActivityDescription,
): Partial<ActivityDescription> =>
  Object.fromEntries(
    Object.entries(after).filter(
      ([field, value]) => before[field as keyof ActivityDescription] !== value,
    ),
  );
