import type { Percentage } from '../src/catalogue/amount.ts';
import type { CivilDate } from '../src/catalogue/civil-date.ts';
import type { ActivityId } from '../src/catalogue/codes.ts';
import {
  type ActivityDescription,
  foldWith,
  type LedgerEvents,
  type LedgerRecord,
  type PlanVersion,
  type Steps,
  unchanged,
} from '../src/catalogue/events.ts';
import { isInForce } from '../src/timeline/timeline.ts';
import type { ResolvedCutOff } from './cut-off.ts';
import { foldMilestones, type Milestones, noMilestones } from './milestones.ts';
import { foldPlanHistory, noPlanHistory, type PlanHistory } from './plan-history.ts';

interface Dated<Value> {
  readonly day: CivilDate;
  readonly revision: number;
  readonly value: Value;
}

/** What was said of activities, plan and forms, in the order of recording. */
export interface Register {
  opened: Dated<LedgerEvents['LedgerOpened']> | null;
  readonly descriptions: Map<ActivityId, Dated<Partial<ActivityDescription>>[]>;
  readonly withdrawals: Map<ActivityId, Dated<null>[]>;
  readonly progress: Map<ActivityId, Dated<Percentage>[]>;
  readonly planNames: Dated<string>[];
  readonly forms: Dated<{
    readonly corte: CivilDate;
    readonly version: PlanVersion;
    readonly header: LedgerEvents['FormTaken']['header'];
  }>[];
  readonly milestones: Milestones;
  readonly history: PlanHistory;
}

export const emptyRegister = (): Register => ({
  opened: null,
  descriptions: new Map(),
  withdrawals: new Map(),
  progress: new Map(),
  planNames: [],
  forms: [],
  milestones: noMilestones(),
  history: noPlanHistory(),
});

const dated = <Value>(
  { effectiveOn: day, revision }: LedgerRecord,
  value: Value,
): Dated<Value> => ({
  day,
  revision,
  value,
});

const push = <Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void => {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
};

const steps: Steps<Register> = {
  LedgerOpened: (register, record) => {
    register.opened = dated(record, record.data);
    return register;
  },
  LedgerClosed: unchanged,
  LedgerReopened: unchanged,
  ActivityRegistered: (register, record) => {
    const { activity, ...description } = record.data;
    push(register.descriptions, activity, dated(record, description));
    return register;
  },
  ActivityRevised: (register, record) => {
    push(register.descriptions, record.data.activity, dated(record, record.data.changes));
    return register;
  },
  ActivityWithdrawn: (register, record) => {
    push(register.withdrawals, record.data.activity, dated(record, null));
    return register;
  },
  BudgetProgrammed: unchanged,
  PlanApproved: unchanged,
  BudgetDistributed: unchanged,
  BudgetAdjusted: (register, record) => {
    if (record.data.name !== null) register.planNames.push(dated(record, record.data.name));
    return register;
  },
  AdjustmentDocumented: unchanged,
  BudgetReserved: unchanged,
  BudgetCommitted: unchanged,
  BudgetExecuted: unchanged,
  BudgetPaid: unchanged,
  EntryReversed: unchanged,
  FormTaken: (register, record) => {
    const { corte, version, header } = record.data;
    register.forms.push(dated(record, { corte, version, header }));
    register.planNames.push({ day: version.day, revision: record.revision, value: version.name });
    return register;
  },
  ExecutionCorrected: unchanged,
  ProgressReported: (register, record) => {
    for (const { activity, accumulated } of record.data.progress) {
      push(register.progress, activity, dated(record, accumulated));
    }
    return register;
  },
  PeriodClosed: unchanged,
  PeriodReopened: unchanged,
  ControlChanged: unchanged,
  ReportIssued: unchanged,
};

const foldSaid = foldWith(steps);

export const foldRegister = (register: Register, record: LedgerRecord): Register => {
  foldMilestones(register.milestones, record);
  foldPlanHistory(register.history, record);
  return foldSaid(register, record);
};

type Sides = Pick<ResolvedCutOff, 'effective' | 'known'>;

/** The facts in force by the day and known by the revision; ties of a day go to the higher revision. */
const factsAt = <Value>(
  facts: readonly Dated<Value>[],
  { effective, known }: Sides,
): Dated<Value>[] =>
  facts
    .filter(({ day, revision }) => isInForce(day, effective) && revision <= known.revision)
    .sort((one, other) =>
      one.day === other.day ? one.revision - other.revision : one.day < other.day ? -1 : 1,
    );

export interface RegisteredActivity extends ActivityDescription {
  readonly id: ActivityId;
  /** eficacia acumulada, null where none was reported */
  readonly accumulated: Percentage | null;
}

/** The activities at a cut-off in printed order; those without a position come last, by code. */
export const activitiesAt = (register: Register, cutOff: Sides): RegisteredActivity[] => {
  const found: RegisteredActivity[] = [];
  for (const [id, facts] of register.descriptions) {
    const said = factsAt(facts, cutOff);
    if (said.length === 0) continue;
    if (factsAt(register.withdrawals.get(id) ?? [], cutOff).length > 0) continue;
    const description = Object.assign({}, ...said.map(({ value }) => value)) as ActivityDescription;
    const accumulated = factsAt(register.progress.get(id) ?? [], cutOff).at(-1)?.value ?? null;
    found.push({ ...description, id, accumulated });
  }
  return found.sort(
    (one, other) =>
      (one.position ?? Infinity) - (other.position ?? Infinity) || (one.code < other.code ? -1 : 1),
  );
};

/** "POA 2020 AJUSTADO JUNIO": the plan in force, named after its latest adjustment. */
export const planTitleAt = (register: Register, cutOff: Sides): string => {
  const plan = `POA ${String(register.opened?.value.fiscalYear ?? '')}`;
  const name = factsAt(register.planNames, cutOff).at(-1)?.value;
  return name === undefined || name.startsWith('POA ') ? plan : `${plan} ${name}`;
};

/** Whether a form is known: forms say nothing of what was reserved, committed or paid. */
export const hasForms = ({ forms }: Register, { known }: Sides): boolean =>
  forms.some(({ revision }) => revision <= known.revision);

/** The heading that forms print, from the latest one known, else what the opening says. */
export const headingAt = (
  { opened, forms }: Register,
  { known }: Sides,
): { readonly entity: string | null; readonly area: string | null } => {
  const form = forms.findLast(({ revision }) => revision <= known.revision);
  return (
    form?.value.header ?? {
      entity: opened?.value.entity.name ?? null,
      area: opened?.value.area.name ?? null,
    }
  );
};
