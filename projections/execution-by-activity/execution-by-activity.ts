import type { SourceClass } from '../../src/catalogue/classifiers.ts';
import type { ActivityCode, ActivityId, ObjectCode } from '../../src/catalogue/codes.ts';
import {
  type Figures,
  figuresOf,
  type Scope,
  splitBy,
  type Statement,
  type ViewLine,
} from '../figures.ts';
import type { RegisteredActivity } from '../register.ts';

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

const rowOf = (
  statement: Statement,
  lines: readonly ViewLine[],
  { id, code, name }: { id: ActivityId | null; code: ActivityCode | null; name: string | null },
): ActivityRow => {
  const scope: Scope = { activity: id };
  return {
    activity: id,
    code,
    name,
    ...figuresOf(statement, lines, scope),
    groups: splitBy(lines, 'group').map(([group, ofGroup]) => ({
      group,
      ...figuresOf(statement, ofGroup, { ...scope, group }),
      sources: splitBy(ofGroup, 'source').map(([source, ofSource]) => ({
        source,
        ...figuresOf(statement, ofSource, { ...scope, group, source }),
      })),
    })),
  };
};

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

/** Activities in printed order, those withdrawn while money stands at them, then what is not distributed. */
export const executionByActivity = (
  statement: Statement,
  activities: readonly RegisteredActivity[],
): ExecutionByActivity => {
  const byActivity = Map.groupBy(statement.lines, ({ activity }) => activity);
  const listed = new Set<ActivityId | null>(activities.map(({ id }) => id));
  const others = [...byActivity.keys()].filter((id) => id !== null && !listed.has(id));
  const undistributed = rowOf(statement, byActivity.get(null) ?? [], {
    id: null,
    code: null,
    name: null,
  });
  return {
    rows: [
      ...activities.map((activity) =>
        rowOf(statement, byActivity.get(activity.id) ?? [], activity),
      ),
      ...others.map((id) =>
        rowOf(statement, byActivity.get(id) ?? [], { id, code: null, name: null }),
      ),
      ...(hasFigures(undistributed) ? [undistributed] : []),
    ],
    total: figuresOf(statement, statement.lines, {}),
  };
};
