import { centavos } from '../../src/catalogue/amount.ts';
import type { Classifiers } from '../../src/catalogue/classifiers.ts';
import type { ActivityId } from '../../src/catalogue/codes.ts';
import type { ControlLevel } from '../../src/catalogue/events.ts';
import { adjustmentsAt } from '../adjustments-at.ts';
import type { ResolvedCutOff } from '../cut-off.ts';
import type { DocumentChains } from '../document-chains.ts';
import type { Entries } from '../entries.ts';
import { figuresOf, type Scope, type Statement, type ViewLine } from '../figures.ts';
import { dimensionsOf, type LineDimensions } from '../line-dimensions.ts';
import { controlAt, formsAt, formsKnownBy } from '../plan-history.ts';
import { activitiesAt, type Register } from '../register.ts';
import { saidOfActivity } from '../said-of-activity.ts';
import { usedAt } from '../used.ts';
import type {
  AuditedActivity,
  AuditedCell,
  CheckedForm,
  FindingContext,
  TransferHalf,
} from './rule.ts';
import type { FindingSettings } from './settings.ts';

/** What a ledger holds, and what was looked up outside of it. */
export interface Audited {
  readonly statement: Statement;
  readonly entries: Entries;
  readonly register: Register;
  readonly classifiers: Classifiers;
  readonly cutOff: ResolvedCutOff;
  readonly settings: FindingSettings;
  /** null where control never changed: then nothing can be used above its budget */
  readonly chains: DocumentChains | null;
  readonly halves: readonly TransferHalf[];
  readonly checkedForms: readonly CheckedForm[];
}

const scopeAt: Readonly<Record<ControlLevel, (line: LineDimensions) => Scope>> = {
  cell: ({ activity, group, source }) => ({ activity, group, source }),
  activity: ({ activity }) => ({ activity }),
  ledger: () => ({}),
};

const keyOf = ({ activity, group, source }: Scope): string =>
  JSON.stringify([activity, group, source].map((part) => part ?? null));

const moneyOf = (statement: Statement, lines: readonly ViewLine[], scope: Scope) => {
  const { current, executed } = figuresOf(statement, lines, scope);
  return { current: centavos(current), executed: centavos(executed) };
};

const cellsBy = (
  statement: Statement,
  lines: readonly ViewLine[],
  scopeOf: (line: LineDimensions) => Scope,
): Omit<AuditedCell, 'used'>[] =>
  [...Map.groupBy(lines, (line) => keyOf(scopeOf(line))).values()].flatMap((own) => {
    const scope = own[0] && scopeOf(own[0]);
    return scope === undefined ? [] : [{ scope, ...moneyOf(statement, own, scope) }];
  });

const usedBy = (
  { entries, classifiers, cutOff, chains }: Audited,
  level: ControlLevel,
): ((scope: Scope) => number | null) => {
  if (chains === null) return () => null;
  const keys = entries.lines.map((line) => keyOf(scopeAt[level](dimensionsOf(line, classifiers))));
  const used = usedAt(entries, cutOff, chains, (line) => keys[line] ?? '');
  return (scope) => used.get(keyOf(scope)) ?? 0;
};

const controlledCells = (audited: Audited, level: ControlLevel): AuditedCell[] => {
  const used = usedBy(audited, level);
  const { statement } = audited;
  return cellsBy(statement, statement.lines, scopeAt[level]).map((cell) => ({
    ...cell,
    used: used(cell.scope),
  }));
};

const auditedActivities = ({ statement, register, cutOff }: Audited): AuditedActivity[] => {
  const byActivity = Map.groupBy(statement.lines, ({ activity }) => activity);
  return activitiesAt(register, cutOff).map((activity) => ({
    ...activity,
    ...moneyOf(statement, byActivity.get(activity.id) ?? [], { activity: activity.id }),
    said: saidOfActivity(register, cutOff, activity.id),
  }));
};

/** In printed order, as activities stand; what has none, or one that is gone, comes last. */
const inOrderOf =
  (activities: readonly AuditedActivity[]) =>
  <Cell extends { readonly scope: Scope }>(cells: readonly Cell[]): Cell[] => {
    const places = new Map(activities.map(({ id }, place) => [id as string | null, place]));
    const placeOf = ({ scope }: Cell): number => places.get(scope.activity ?? null) ?? Infinity;
    const textOf = ({ scope: { group, source } }: Cell): string =>
      [group ?? '~', source ?? '~'].join();
    return cells.toSorted((one, other) => {
      const [before, after] = [placeOf(one), placeOf(other)];
      if (before !== after) return before - after;
      return textOf(one) < textOf(other) ? -1 : 1;
    });
  };

const codesOf = (activities: readonly AuditedActivity[]): FindingContext['codeOf'] => {
  const codes = new Map(activities.map(({ id, code }) => [id, code]));
  return (activity: ActivityId | null) =>
    activity === null ? 'sin distribuir' : (codes.get(activity) ?? activity);
};

export const findingContext = (audited: Audited): FindingContext => {
  const { statement, register, entries, cutOff, settings, halves, checkedForms } = audited;
  const control = controlAt(register.history, cutOff.known.revision);
  const activities = auditedActivities(audited);
  const ordered = inOrderOf(activities);
  const ungrouped = statement.lines.filter(({ group }) => group === null);
  return {
    effective: cutOff.effective,
    fiscalYear: register.opened?.value.fiscalYear ?? 0,
    settings,
    activities,
    withoutGroup: ordered(
      cellsBy(statement, ungrouped, ({ activity, group }) => ({ activity, group })),
    ),
    control,
    cells: ordered(controlledCells(audited, control.level)),
    adjustments: adjustmentsAt(register.history, entries, cutOff),
    forms: formsAt(register.history, cutOff),
    formsKnown: formsKnownBy(register.history, cutOff.known.revision),
    checkedForms,
    halves,
    codeOf: codesOf(activities),
  };
};
