import type { LedgerId } from '../../src/catalogue/codes.ts';
import { defaultClassifiers } from '../../src/catalogue/classifiers.ts';
import type { LedgerRecord } from '../../src/catalogue/events.ts';
import { instantAt } from '../../src/catalogue/instant.ts';
import { monthDay } from '../../src/catalogue/month-day.ts';
import { adjustmentsAt } from '../../projections/adjustments-at.ts';
import { balancesAt } from '../../projections/balances.ts';
import {
  consolidation,
  type LedgerView,
  type PartKind,
} from '../../projections/consolidation/consolidation.ts';
import {
  keepApart,
  mergeGroups,
  mergeSources,
} from '../../projections/consolidation/merge-rows.ts';
import { foldEntries, noEntries } from '../../projections/entries.ts';
import { executionByActivity } from '../../projections/execution-by-activity/execution-by-activity.ts';
import { executionByGroup } from '../../projections/execution-by-group/execution-by-group.ts';
import { executionOverall } from '../../projections/execution-overall/execution-overall.ts';
import { type Figures, figuresFrom, noTotals, statementOf } from '../../projections/figures.ts';
import { activitiesAt, emptyRegister, foldRegister, hasForms } from '../../projections/register.ts';
import { day } from './lines.ts';

/** A ledger as it is shown beside others: whose it is does not hang on its records. */
export interface Shown {
  readonly records: readonly LedgerRecord[];
  readonly sigla: string;
  readonly entity?: string;
  readonly fiscalYear?: number;
  readonly effective?: string;
  readonly revision?: number;
}

const viewsOf = (shown: Shown) => {
  const { records, sigla, entity = '41', fiscalYear = 2020 } = shown;
  const { effective = '2020-12-31', revision = records.length - 1 } = shown;
  const entries = records.reduce(foldEntries, noEntries(4));
  const register = records.reduce(foldRegister, emptyRegister());
  const known = { revision, recordedAt: instantAt(0) };
  const cutOff = { effective: day(effective), known };
  const balances = balancesAt(entries, cutOff);
  const statement = statementOf(balances, defaultClassifiers, hasForms(register, cutOff));
  const common: Omit<LedgerView<never>, 'rows' | 'total'> = {
    of: {
      ledger: `${entity}-${sigla}-${fiscalYear}` as LedgerId,
      entity: { code: entity, name: null },
      area: { sigla, name: null },
      ...{ fiscalYear, title: sigla, zone: 'UTC', cutOff, root: '' },
    },
    absent: (scope) => figuresFrom(statement, noTotals(), scope),
    adjustments: adjustmentsAt(register.history, entries, cutOff),
  };
  return {
    activity: { ...common, ...executionByActivity(statement, activitiesAt(register, cutOff)) },
    group: { ...common, ...executionByGroup(statement, defaultClassifiers.groups) },
    overall: { ...common, ...executionOverall(statement) },
  };
};

/** The three views of several ledgers together, and the totals of each of them alone. */
export const consolidated = (shown: readonly Shown[], by: PartKind = 'area') => {
  const views = shown.map(viewsOf);
  const at = { by, day: monthDay('12-31'), known: { instant: instantAt(0) }, notKnown: [] };
  return {
    activity: consolidation(
      views.map(({ activity }) => activity),
      at,
      keepApart<Figures>,
    ),
    group: consolidation(
      views.map(({ group }) => group),
      at,
      mergeGroups,
    ),
    overall: consolidation(
      views.map(({ overall }) => overall),
      at,
      mergeSources,
    ),
    totals: views.map(({ overall }) => overall.total),
  };
};
