import type { CivilDate } from '../../catalogue/civil-date.ts';
import type { ActivityId } from '../../catalogue/codes.ts';
import type { ActivityDescription, Draft } from '../../catalogue/events.ts';
import type { StatedActivity, StatedForm } from '../../catalogue/stated-form.ts';
import {
  descriptionOn,
  differencesOf,
  findActive,
  historyOf,
  newActivityId,
} from './activities.ts';
import { fact } from './decisions/decision.ts';
import { evolveDrafts } from './evolve-drafts.ts';
import type { ActivityHistory, LedgerState } from './state.ts';

export interface IdentifiedActivity {
  readonly id: ActivityId;
  readonly stated: StatedActivity;
}

const descriptionIn = ({
  code,
  operation,
  name,
  start,
  end,
  indicator,
  position,
}: StatedActivity): ActivityDescription => ({
  code,
  operation,
  name,
  start,
  end,
  indicator,
  position,
});

/** The activity that a form means by a code: in force at its corte, else one that appears later. */
const find = (
  ledger: LedgerState,
  { code }: StatedActivity,
  corte: CivilDate,
): ActivityId | undefined => {
  const active = findActive(ledger, code, corte);
  if (active !== undefined) return active;
  for (const [id, { facts, withdrawnOn }] of ledger.activities.entries()) {
    if (withdrawnOn === null && facts.some(({ changes }) => changes.code === code)) return id;
  }
  return undefined;
};

/** Activities first seen with a version take its day, later ones the form's corte. */
const firstDayIn = (ledger: LedgerState, { corte, version }: StatedForm): CivilDate => {
  const isLater = [...ledger.forms.entries()].some(
    ([other, form]) => other < corte && form.version.name === version.name,
  );
  return isLater ? corte : version.day;
};

const change = (
  ledger: LedgerState,
  { id, stated }: IdentifiedActivity,
  day: CivilDate,
  file: string,
): Draft[] => {
  const history = historyOf(ledger, id);
  const before = descriptionOn(history, day) ?? {};
  const changes = differencesOf(before, descriptionIn(stated));
  if (Object.keys(changes).length === 0) return [];
  const origin = { file, places: [stated.place] };
  return [{ ...fact('ActivityRevised', day, { activity: id, changes }), origin }];
};

/** What the next form said is said again on its corte, where a form that comes before it says otherwise. */
const restore = (
  was: ActivityHistory,
  ledger: LedgerState,
  id: ActivityId,
  corte: CivilDate,
): Draft[] => {
  const next = [...ledger.forms.keys()].filter((other) => other > corte).sort()[0];
  const is = ledger.activities.get(id);
  if (next === undefined || is === undefined) return [];
  const description = descriptionOn(was, next);
  if (description === null) return [];
  const changes = differencesOf(descriptionOn(is, next) ?? {}, description);
  return Object.keys(changes).length === 0
    ? []
    : [fact('ActivityRevised', next, { activity: id, changes })];
};

/**
 * The activities that a form lists, each with its id, and the events that make them known: new ones
 * registered, others revised on the corte. The ledger given is a fork and learns these events.
 */
export const describedActivities = (
  ledger: LedgerState,
  form: StatedForm,
): { readonly activities: readonly IdentifiedActivity[]; readonly events: readonly Draft[] } => {
  const first = firstDayIn(ledger, form);
  const learn = (events: Draft[]): Draft[] => {
    evolveDrafts(ledger, events);
    return events;
  };
  const events: Draft[] = [];
  const activities = form.activities.map((stated) => {
    const known = find(ledger, stated, form.corte);
    const id = known ?? newActivityId(ledger, stated.code);
    if (known === undefined) {
      const origin = { file: form.file, places: [stated.place] };
      const data = { activity: id, ...descriptionIn(stated) };
      events.push(...learn([{ ...fact('ActivityRegistered', first, data), origin }]));
      return { id, stated };
    }
    const was = historyOf(ledger, id);
    const isKnownBy = descriptionOn(was, form.corte) !== null;
    events.push(
      ...learn(change(ledger, { id, stated }, isKnownBy ? form.corte : first, form.file)),
    );
    events.push(...learn(restore(was, ledger, id, form.corte)));
    return { id, stated };
  });
  return { activities, events };
};

const firstDayOf = ({ facts }: ActivityHistory): CivilDate =>
  facts.map(({ day }) => day).reduce((first, day) => (day < first ? day : first));

/** activity → the first day on which events give it money */
const moneyDays = (events: readonly Draft[]): Map<ActivityId, CivilDate> => {
  const days = new Map<ActivityId, CivilDate>();
  for (const { effectiveOn, data } of events) {
    const lines = 'lines' in data ? data.lines : [];
    for (const { activity } of lines) {
      if (activity === null || effectiveOn === null) continue;
      const known = days.get(activity) ?? effectiveOn;
      days.set(activity, effectiveOn < known ? effectiveOn : known);
    }
  }
  return days;
};

/** An activity appears with its money: where that counts from an earlier day, so does what it is called. */
export const appearances = (ledger: LedgerState, events: readonly Draft[]): Draft[] =>
  [...moneyDays(events)].flatMap(([activity, day]) => {
    const history = historyOf(ledger, activity);
    const first = firstDayOf(history);
    const changes = day < first ? descriptionOn(history, first) : null;
    return changes === null ? [] : [fact('ActivityRevised', day, { activity, changes })];
  });
