import { type CivilDate, civilDate } from '../../src/catalogue/civil-date.ts';
import { defaultClassifiers } from '../../src/catalogue/classifiers.ts';
import type { EventType, LedgerEvents, LedgerRecord } from '../../src/catalogue/events.ts';
import { balancesAt } from '../../projections/balances.ts';
import { foldEntries, noEntries } from '../../projections/entries.ts';
import { executionByActivity } from '../../projections/execution-by-activity/execution-by-activity.ts';
import { executionByGroup } from '../../projections/execution-by-group/execution-by-group.ts';
import { executionOverall } from '../../projections/execution-overall/execution-overall.ts';
import { statementOf } from '../../projections/figures.ts';
import { form5b } from '../../projections/form-5b/form-5b.ts';
import {
  activitiesAt,
  emptyRegister,
  foldRegister,
  hasForms,
  planTitleAt,
} from '../../projections/register.ts';

export type Told = { [T in EventType]: readonly [T, string, LedgerEvents[T]] }[EventType];

const recordOf = ([type, effectiveOn, data]: Told, revision: number): LedgerRecord =>
  ({ type, effectiveOn, data, revision, version: 1 }) as LedgerRecord;

/** The views of a history at a day as known at a revision. */
export const at = (told: readonly Told[], day: string, revision = told.length - 1) => {
  const records = told.map(recordOf);
  const entries = records.reduce(foldEntries, noEntries(1));
  const register = records.reduce(foldRegister, emptyRegister());
  const cutOff = { effective: civilDate(day), known: { revision, recordedAt: '' as never } };
  const statement = statementOf(
    balancesAt(entries, cutOff),
    defaultClassifiers,
    hasForms(register, cutOff),
  );
  const activities = activitiesAt(register, cutOff);
  const heading = {
    entity: null,
    entityCode: '41',
    area: null,
    sigla: 'X',
    title: 'POA 2020',
    fiscalYear: 2020,
    corte: day as CivilDate,
  };
  return {
    byActivity: executionByActivity(statement, activities),
    byGroup: executionByGroup(statement, defaultClassifiers.groups),
    overall: executionOverall(statement),
    form: form5b(statement, activities, heading),
    title: planTitleAt(register, cutOff),
    activities,
  };
};

export const line = (
  activity: string | null,
  object: string | null,
  source: string | null,
  money: string,
) => [{ activity, amounts: [[object, source, money]] }] as never;

export const opened: Told = [
  'LedgerOpened',
  '2020-01-01',
  { fiscalYear: 2020, classifiers: defaultClassifiers } as never,
];
export const registered = (code: string, day: string, position: number | null): Told => [
  'ActivityRegistered',
  day,
  {
    activity: code,
    code,
    operation: null,
    name: code,
    start: null,
    end: null,
    indicator: null,
    position,
  } as never,
];
export const programmed = (lines: never): Told => ['BudgetProgrammed', '2020-01-01', { lines }];
export const executed = (day: string, lines: never): Told => [
  'BudgetExecuted',
  day,
  { document: { kind: 'C31', number: '1', sequence: 1 }, lines },
];
export const formTaken: Told = [
  'FormTaken',
  '2021-01-10',
  { corte: '2020-12-31', version: {}, header: { entity: 'M', area: 'A' }, levels: [] } as never,
];
