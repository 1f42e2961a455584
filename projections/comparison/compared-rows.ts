import { add } from '../../src/catalogue/amount.ts';
import type { ActivityCode, ActivityId, ObjectCode } from '../../src/catalogue/codes.ts';
import type { Classifiers, SourceClass } from '../../src/catalogue/classifiers.ts';
import { classifiedLines } from '../classified-lines.ts';
import { integerAt, numberAt } from '../columns.ts';
import { type Entries, measures } from '../entries.ts';
import type { Scope } from '../figures.ts';
import { type Level, levels } from '../line-dimensions.ts';
import type { RegisteredActivity } from '../register.ts';

type Key = ActivityId | ObjectCode | SourceClass | null;

/** What a row is of: the fields that the view of its level has too. */
export interface RowLabel {
  readonly activity?: ActivityId | null;
  readonly code?: ActivityCode | null;
  readonly group?: ObjectCode | null;
  readonly source?: SourceClass | null;
  readonly name?: string | null;
}

export interface RowKey {
  readonly key: Key;
  readonly label: RowLabel;
  readonly scope: Scope;
}

/** Every row that may be of either reference, and which of them each line is in. */
export interface CandidateRows {
  readonly keys: readonly RowKey[];
  readonly rowOfLine: Int32Array;
}

const labelOf = (
  by: Level,
  key: Key,
  activities: ReadonlyMap<Key, RegisteredActivity>,
  names: Readonly<Record<string, string>>,
): RowLabel => {
  if (by === 'overall') return { source: key as SourceClass | null };
  const name = key === null ? null : (names[key] ?? null);
  if (by === 'group') return { group: key as ObjectCode | null, name };
  const { code = null, name: own = null } = activities.get(key) ?? {};
  return { activity: key as ActivityId | null, code, name: own };
};

const rising = (one: Key, other: Key): number => ((one ?? '~') < (other ?? '~') ? -1 : 1);

/**
 * @param activities of both references, those of the later one first: it says what they are called
 */
export const candidateRows = (
  by: Level,
  { lines }: Entries,
  activities: readonly RegisteredActivity[],
  classifiers: Classifiers,
): CandidateRows => {
  const dimension = levels[by];
  const keys = classifiedLines(lines, classifiers).lines.map((line): Key => line[dimension]);
  const described = new Map<Key, RegisteredActivity>();
  for (const each of by === 'activity' ? activities : []) {
    if (!described.has(each.id)) described.set(each.id, each);
  }
  const others = [...new Set(keys)].filter((key) => !described.has(key)).sort(rising);
  const ordered = [...described.keys(), ...others];
  const places = new Map(ordered.map((key, place) => [key, place] as const));
  return {
    keys: ordered.map((key) => ({
      key,
      label: labelOf(by, key, described, classifiers.groups),
      scope: { [dimension]: key },
    })),
    rowOfLine: Int32Array.from(keys, (key) => places.get(key) ?? 0),
  };
};

/** The sums of the lines of each row, row × measure, and which rows have a line with money. */
export interface RowSums {
  readonly sums: Float64Array;
  readonly hasMoney: Uint8Array;
}

const width = measures.length;

/** @param cells of lines, line × measure; the last row is the total of all of them */
export const rowSumsOf = (cells: Float64Array, rowOfLine: Int32Array, total: number): RowSums => {
  const sums = new Float64Array((total + 1) * width);
  const hasMoney = new Uint8Array(total + 1);
  for (let cell = 0; cell < cells.length; cell += 1) {
    const money = numberAt(cells, cell);
    if (money === 0) continue;
    const measure = cell % width;
    const row = integerAt(rowOfLine, (cell - measure) / width);
    hasMoney[row] = 1;
    const own = row * width + measure;
    const whole = total * width + measure;
    sums[own] = add(numberAt(sums, own), money);
    sums[whole] = add(numberAt(sums, whole), money);
  }
  return { sums, hasMoney };
};
