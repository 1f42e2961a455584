import type { BudgetLine } from '../src/catalogue/budget-line.ts';
import type { Classifiers, SourceClass } from '../src/catalogue/classifiers.ts';
import type { ActivityId, ObjectCode } from '../src/catalogue/codes.ts';
import type { RollUp, Rows } from './checkpoints.ts';
import { measures } from './entries.ts';
import { dimensionsOf, type LineDimensions } from './line-dimensions.ts';

const width = measures.length;

/** A line with its dimensions as views see them, and where its balances are. */
export interface ViewLine extends LineDimensions {
  readonly index: number;
}

/** All lines of a group and a class of source, apart for those with an activity and those without. */
export interface LineClass {
  readonly index: number;
  readonly hasActivity: boolean;
  readonly group: ObjectCode | null;
  readonly source: SourceClass | null;
}

export interface SourceBranch {
  readonly key: SourceClass | null;
  /** the indexes of lines */
  readonly lines: number[];
}
export interface GroupBranch {
  readonly key: ObjectCode | null;
  readonly children: SourceBranch[];
}
export interface ActivityBranch {
  readonly key: ActivityId | null;
  readonly children: GroupBranch[];
}

/** The order of rows: rising, null last. */
export const isBefore = (one: string | null, other: string | null): boolean =>
  (one ?? '~') < (other ?? '~');

/** The branch with a key, put into its place where there is none. */
const branchOf = <Branch extends { readonly key: string | null }>(
  branches: Branch[],
  key: Branch['key'],
  made: () => Branch,
): Branch => {
  const known = branches.find((branch) => branch.key === key);
  if (known !== undefined) return known;
  const branch = made();
  const after = branches.findIndex((other) => isBefore(key, other.key));
  branches.splice(after < 0 ? branches.length : after, 0, branch);
  return branch;
};

/**
 * What views make of lines, worked out once for each. Lines are only ever added, so that this is
 * continued where they grew.
 */
export class ClassifiedLines implements RollUp {
  readonly lines: ViewLine[] = [];
  readonly classes: LineClass[] = [];
  /** activity → its groups, each with its classes of source, in the order of rows */
  readonly activities = new Map<ActivityId | null, ActivityBranch>();
  readonly #of: readonly BudgetLine[];
  readonly #classifiers: Classifiers;
  readonly #classByKey = new Map<string, number>();
  #ofCell = new Int32Array(64 * width);

  constructor(lines: readonly BudgetLine[], classifiers: Classifiers) {
    this.#of = lines;
    this.#classifiers = classifiers;
  }

  rows(): Rows {
    this.grow();
    return { count: this.classes.length, ofCell: this.#ofCell };
  }

  /** The index of the class of a line. */
  classOf(line: number): number {
    return (this.#ofCell[line * width] ?? 0) / width;
  }

  grow(): void {
    for (let index = this.lines.length; index < this.#of.length; index += 1) {
      const line = this.#of[index];
      if (line !== undefined) this.#add({ index, ...dimensionsOf(line, this.#classifiers) });
    }
  }

  #add(line: ViewLine): void {
    const { index, activity, group, source } = line;
    this.lines.push(line);
    this.#widen((index + 1) * width);
    const first = this.#classNumber(line) * width;
    for (let measure = 0; measure < width; measure += 1) {
      this.#ofCell[index * width + measure] = first + measure;
    }
    const branch = this.activities.get(activity) ?? { key: activity, children: [] };
    this.activities.set(activity, branch);
    const ofGroup = branchOf(branch.children, group, () => ({ key: group, children: [] }));
    branchOf(ofGroup.children, source, () => ({ key: source, lines: [] })).lines.push(index);
  }

  #widen(cells: number): void {
    if (cells <= this.#ofCell.length) return;
    const wide = new Int32Array(cells * 2);
    wide.set(this.#ofCell);
    this.#ofCell = wide;
  }

  #classNumber({ activity, group, source }: ViewLine): number {
    const hasActivity = activity !== null;
    const key = JSON.stringify([hasActivity, group, source]);
    const known = this.#classByKey.get(key);
    if (known !== undefined) return known;
    const index = this.classes.length;
    this.classes.push({ index, hasActivity, group, source });
    this.#classByKey.set(key, index);
    return index;
  }
}

const remembered = new WeakMap<readonly BudgetLine[], WeakMap<Classifiers, ClassifiedLines>>();

export const classifiedLines = (
  lines: readonly BudgetLine[],
  classifiers: Classifiers,
): ClassifiedLines => {
  const byClassifiers = remembered.get(lines) ?? new WeakMap<Classifiers, ClassifiedLines>();
  remembered.set(lines, byClassifiers);
  const classified = byClassifiers.get(classifiers) ?? new ClassifiedLines(lines, classifiers);
  byClassifiers.set(classifiers, classified);
  classified.grow();
  return classified;
};
