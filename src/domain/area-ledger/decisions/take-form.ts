import { decided } from '../../kernel/decider.ts';
import { finding } from '../../../catalogue/finding.ts';
import type { StatedForm } from '../../../catalogue/stated-form.ts';
import { evolveDrafts } from '../evolve-drafts.ts';
import { formFindings } from '../form-findings.ts';
import { appearances, describedActivities, type IdentifiedActivity } from '../form-activities.ts';
import { cellKeyOf } from '../lines.ts';
import { openingFor, ownLedger } from '../opening.ts';
import { fork, type LedgerState } from '../state.ts';
import { type Places, statedDifference } from '../stated-difference.ts';
import type { CommandOf } from '../commands.ts';
import { act, type Decision, fact } from './decision.ts';

const placesOf = (
  ledger: LedgerState,
  { file }: StatedForm,
  activities: readonly IdentifiedActivity[],
): Places => {
  const at = new Map(
    activities.flatMap(({ id, stated }) =>
      stated.cells.map(({ object, source, place }) => [
        cellKeyOf(ledger, { activity: id, object, source }),
        place,
      ]),
    ),
  );
  return { file, at };
};

const formTaken = (form: StatedForm, activities: readonly IdentifiedActivity[]) =>
  act('FormTaken', {
    file: form.file,
    corte: form.corte,
    header: { entity: form.entity.name, area: form.area.name },
    version: form.version,
    levels: activities.map(({ id, stated }) => ({
      activity: id,
      amounts: stated.cells.map(({ object, source, programmed, executed }) => [
        object,
        source,
        programmed,
        executed,
      ]),
    })),
  });

const progressOf = ({ corte, file }: StatedForm, activities: readonly IdentifiedActivity[]) => {
  const reported = activities.flatMap(({ id, stated: { accumulated, place } }) =>
    accumulated === null ? [] : [{ activity: id, accumulated, place }],
  );
  if (reported.length === 0) return [];
  const progress = reported.map(({ activity, accumulated }) => ({ activity, accumulated }));
  const origin = { file, places: reported.map(({ place }) => place) };
  return [{ ...fact('ProgressReported', corte, { progress }), origin }];
};

/** The same file, looked at once more, with the same day for its plan. */
const sameAgain = ({ forms }: LedgerState, { corte, file, version }: StatedForm): boolean => {
  const known = forms.get(corte);
  return known?.file === file && known.version.day === version.day;
};

const reconcile = (ledger: LedgerState, form: StatedForm) => {
  const tried = fork(ledger);
  const opening = openingFor(
    ledger,
    { entity: form.entity.code, sigla: form.area.sigla, fiscalYear: form.fiscalYear },
    { entity: form.entity.name, area: form.area.name },
  );
  evolveDrafts(tried, opening.events);
  const { activities, events } = describedActivities(tried, form);
  const taken = formTaken(form, activities);
  evolveDrafts(tried, [...events, taken]);
  const difference = statedDifference(tried, 'form', placesOf(tried, form, activities));
  const described = [...events, ...appearances(tried, difference.events)];
  if (sameAgain(ledger, form) && described.length + difference.events.length === 0) {
    return decided([], formFindings(ledger, tried, form.corte));
  }
  return decided(
    [...opening.events, ...described, ...difference.events, ...progressOf(form, activities), taken],
    [...opening.findings, ...formFindings(ledger, tried, form.corte), ...difference.findings],
  );
};

/** Brings the ledger in line with the levels that a cumulative form states, as one atomic change. */
export const takeForm: Decision<'TakeForm'> = ({ data }: CommandOf<'TakeForm'>, ledger) => {
  const { form, again } = data;
  const { entity, area, fiscalYear, file } = form;
  ownLedger(ledger, { entity: entity.code, sigla: area.sigla, fiscalYear });
  const taken = ledger.files.get(file);
  if (taken !== undefined && !again) {
    return decided([], [finding('FILE_ALREADY_TAKEN', { revision: taken })]);
  }
  return reconcile(ledger, form);
};
