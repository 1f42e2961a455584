import type { SourceClass } from '../../src/catalogue/classifiers.ts';
import type { ActivityCode, ActivityId, ObjectCode } from '../../src/catalogue/codes.ts';
import type { GroupBranch, SourceBranch } from '../classified-lines.ts';
import {
  addRow,
  type Figures,
  figuresFrom,
  noTotals,
  type Scope,
  type Statement,
  totalsOf,
} from '../figures.ts';
import type { RegisteredActivity } from '../register.ts';
import { hasMoney } from '../statement.ts';

interface SourceRow extends Figures {
  readonly source: SourceClass | null;
}

interface GroupRow extends Figures {
  readonly group: ObjectCode | null;
  readonly sources: readonly SourceRow[];
}

export interface ActivityRow extends Figures {
  /** null: sin distribuir */
  readonly activity: ActivityId | null;
  readonly code: ActivityCode | null;
  readonly name: string | null;
  readonly groups: readonly GroupRow[];
}

export interface ExecutionByActivity {
  readonly rows: readonly ActivityRow[];
  readonly total: Figures;
}

type OfGroup = Pick<Required<Scope>, 'activity' | 'group'>;

/**
 * Makes the rows of one branch after the other, from the lines up. The totals of each level are
 * kept in one place: there are rows by the ten thousand.
 */
class RowsOf {
  readonly #statement: Statement;
  readonly #cells: Float64Array;
  readonly #source = noTotals();
  readonly #group = noTotals();
  readonly #activity = noTotals();

  constructor(statement: Statement) {
    this.#statement = statement;
    this.#cells = statement.balances.cells;
  }

  activity({ id, code, name }: Named): ActivityRow {
    this.#activity.fill(0);
    const groups = this.#groups(this.#statement.activities.get(id)?.children ?? [], id);
    const figures = figuresFrom(this.#statement, this.#activity, { activity: id });
    return { activity: id, code, name, ...figures, groups };
  }

  #groups(branches: readonly GroupBranch[], activity: ActivityId | null): GroupRow[] {
    const rows: GroupRow[] = [];
    for (const { key: group, children } of branches) {
      const ofGroup: OfGroup = { activity, group };
      this.#group.fill(0);
      const sources = this.#sources(children, ofGroup);
      if (sources.length === 0) continue;
      addRow(this.#activity, this.#group, 0);
      rows.push({ group, ...figuresFrom(this.#statement, this.#group, ofGroup), sources });
    }
    return rows;
  }

  #sources(branches: readonly SourceBranch[], { activity, group }: OfGroup): SourceRow[] {
    const rows: SourceRow[] = [];
    for (const { key: source, lines } of branches) {
      if (!lines.some((line) => hasMoney(this.#cells, line))) continue;
      this.#source.fill(0);
      for (const line of lines) addRow(this.#source, this.#cells, line);
      addRow(this.#group, this.#source, 0);
      const ofSource: Scope = { activity, group, source };
      rows.push({ source, ...figuresFrom(this.#statement, this.#source, ofSource) });
    }
    return rows;
  }
}

interface Named {
  readonly id: ActivityId | null;
  readonly code: ActivityCode | null;
  readonly name: string | null;
}

const amounts = [
  'original',
  'distributed',
  'adjustments',
  'current',
  'reserved',
  'committed',
  'executed',
  'paid',
] as const;

/** Whether anything that is known of a row is not zero. */
const hasFigures = (row: Figures): boolean =>
  amounts.some((measure) => row[measure] !== null && row[measure] !== '0.00');

/** In the order of their lines; mostly there are none, and no line is looked at. */
const unlistedWithMoney = (
  statement: Statement,
  activities: readonly RegisteredActivity[],
): ActivityId[] => {
  const listed = new Set<ActivityId | null>([null, ...activities.map(({ id }) => id)]);
  if ([...statement.activities.keys()].every((id) => listed.has(id))) return [];
  const withMoney = new Set(statement.lines.map(({ activity }) => activity));
  return [...withMoney].filter((id) => id !== null && !listed.has(id)) as ActivityId[];
};

/** Activities in printed order, those withdrawn while money stands at them, then what is not distributed. */
export const executionByActivity = (
  statement: Statement,
  activities: readonly RegisteredActivity[],
): ExecutionByActivity => {
  const others = unlistedWithMoney(statement, activities);
  const made = new RowsOf(statement);
  const undistributed = made.activity({ id: null, code: null, name: null });
  const { sums, rows } = statement.classes;
  return {
    rows: [
      ...activities.map((activity) => made.activity(activity)),
      ...others.map((id) => made.activity({ id, code: null, name: null })),
      ...(hasFigures(undistributed) ? [undistributed] : []),
    ],
    total: figuresFrom(statement, totalsOf({ sums, rows }), {}),
  };
};
