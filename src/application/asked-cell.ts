import type { SourceClass } from '../catalogue/classifiers.ts';
import type { ActivityId, ObjectCode } from '../catalogue/codes.ts';
import { Failure } from '../catalogue/failure.ts';
import type { Scope, ViewLine } from '../../projections/figures.ts';
import type { OriginView } from '../../projections/origin/cell.ts';
import { activitiesAt, type RegisteredActivity } from '../../projections/register.ts';
import { isInScope } from '../../projections/scope.ts';
import type { Sight } from './sight.ts';

/** A row of a view by its dimensions; null is sin distribuir, sin grupo, sin fuente. */
export interface AskedCell {
  /** the view, else the one that the dimensions given name */
  readonly by?: OriginView;
  /** by its code, or by its id */
  readonly activity?: string | null;
  readonly group?: ObjectCode | null;
  readonly source?: SourceClass | null;
}

const words = { activity: 'actividad', group: 'grupo', source: 'fuente' } as const;

/** From the outermost rows of a view inwards. */
const dimensionsOfView: Readonly<Record<OriginView, readonly (keyof Scope)[]>> = {
  activity: ['activity', 'group', 'source'],
  group: ['group', 'source'],
  overall: ['source'],
  'form-5b': ['activity', 'group', 'source'],
};

export const viewOf = ({ by, activity, group }: AskedCell): OriginView => {
  if (by !== undefined) return by;
  if (activity !== undefined) return 'activity';
  return group === undefined ? 'overall' : 'group';
};

/** The form has T.G.N. and OTRAS as columns, of its total too; elsewhere a row is inside another. */
const assertInView = (asked: AskedCell): void => {
  const view = viewOf(asked);
  const nested = dimensionsOfView[view];
  const outside = (['activity', 'group', 'source'] as const).filter(
    (dimension) => asked[dimension] !== undefined && !nested.includes(dimension),
  );
  const missing = nested.filter(
    (dimension, index) =>
      asked[dimension] === undefined &&
      nested.slice(index + 1).some((inner) => asked[inner] !== undefined),
  );
  const isOfFormTotal = view === 'form-5b' && asked.group === undefined;
  if (outside.length === 0 && (missing.length === 0 || isOfFormTotal)) return;
  const [first] = [...outside, ...missing];
  const word = words[first ?? 'activity'];
  const problem =
    outside.length > 0
      ? `la vista ${view} no tiene filas por ${word}`
      : `en la vista ${view} esa fila está dentro de una de ${word}: falta --${String(first)}`;
  throw new Failure('INVALID_COMMAND', { problem });
};

const textOf = (value: string | null): string => value ?? 'none';

/** @throws ACTIVITY_NOT_FOUND */
const activityIn = (
  asked: string,
  activities: readonly RegisteredActivity[],
  lines: readonly ViewLine[],
): ActivityId => {
  const registered = activities.find(({ id, code }) => code === asked || id === asked);
  if (registered !== undefined) return registered.id;
  const withMoney = lines.find(({ activity }) => activity === asked)?.activity ?? null;
  if (withMoney !== null) return withMoney;
  throw new Failure('ACTIVITY_NOT_FOUND', {
    name: asked,
    known: activities.map(({ code }) => code),
  });
};

/** A row is there where some line of the ledger is of it. @throws CELL_NOT_FOUND */
const assertThere = (scope: Scope, lines: readonly ViewLine[], isRegistered: boolean): void => {
  let around: Scope = {};
  for (const dimension of ['activity', 'group', 'source'] as const) {
    const own = scope[dimension];
    if (own === undefined) continue;
    const inside = lines.filter((line) => isInScope(line, around));
    around = { ...around, [dimension]: own };
    if (dimension === 'activity' && isRegistered) continue;
    if (inside.some((line) => line[dimension] === own)) continue;
    const known = [...new Set(inside.map((line) => textOf(line[dimension])))].sort();
    throw new Failure('CELL_NOT_FOUND', { cell: textOf(own), dimension: words[dimension], known });
  }
};

/** The cell that is asked for. @throws INVALID_COMMAND, ACTIVITY_NOT_FOUND, CELL_NOT_FOUND */
export const cellIn = (
  { book, cutOff }: Sight,
  asked: AskedCell,
  lines: readonly ViewLine[],
): { readonly scope: Scope; readonly row: RegisteredActivity | null } => {
  assertInView(asked);
  const { activity, group, source } = asked;
  const activities = activitiesAt(book.register, cutOff);
  const id = typeof activity === 'string' ? activityIn(activity, activities, lines) : activity;
  const scope: Scope = {
    ...(id !== undefined && { activity: id }),
    ...(group !== undefined && { group }),
    ...(source !== undefined && { source }),
  };
  const row = activities.find((each) => each.id === id) ?? null;
  assertThere(scope, lines, row !== null);
  return { scope, row };
};
