import type { Classifiers } from '../src/catalogue/classifiers.ts';
import type { ActivityId } from '../src/catalogue/codes.ts';
import type { Balances } from './balances.ts';
import {
  type ActivityBranch,
  type ClassifiedLines,
  classifiedLines,
  type LineClass,
  type ViewLine,
} from './classified-lines.ts';
import { measures } from './entries.ts';
import type { LineDimensions } from './line-dimensions.ts';

export type Dimension = keyof LineDimensions;
type DocumentStage = 'reserved' | 'committed' | 'paid';

/** Rows and where their sums are, row × measure. */
export interface Sums<Row> {
  readonly sums: Float64Array;
  readonly rows: readonly Row[];
}

/** Balances together with what is needed to say what is known; what no view asks for is not made. */
export interface Statement {
  readonly balances: Balances;
  /** the lines with money */
  readonly lines: readonly ViewLine[];
  /** every line by activity, group and source, with money or without */
  readonly activities: ReadonlyMap<ActivityId | null, ActivityBranch>;
  /** groups and sources that have a line with money */
  readonly classes: Sums<LineClass>;
  /** stages that only documents tell of and none did: forms say nothing of them */
  readonly isUntold: Readonly<Record<DocumentStage, boolean>>;
  /** in which dimensions the original is known, null where there is none at all */
  readonly isOriginalKnownBy: Readonly<Record<Dimension, boolean>> | null;
}

const width = measures.length;
const original = measures.indexOf('original');

export const hasMoney = (sums: Float64Array, row: number): boolean => {
  for (let cell = row * width; cell < (row + 1) * width; cell += 1) {
    if (sums[cell] !== 0) return true;
  }
  return false;
};

class StatementOfBalances implements Statement {
  readonly balances: Balances;
  readonly #hasForms: boolean;
  readonly #classified: ClassifiedLines;
  #lines: readonly ViewLine[] | null = null;
  #classSums: Float64Array | null = null;
  #classes: Sums<LineClass> | null = null;
  #isUntold: Statement['isUntold'] | null = null;
  #isOriginalKnownBy: Statement['isOriginalKnownBy'] | undefined;

  constructor(balances: Balances, classified: ClassifiedLines, hasForms: boolean) {
    this.balances = balances;
    this.#hasForms = hasForms;
    this.#classified = classified;
  }

  get lines(): readonly ViewLine[] {
    const { cells } = this.balances;
    return (this.#lines ??= this.#classified.lines.filter(({ index }) => hasMoney(cells, index)));
  }

  get activities(): ReadonlyMap<ActivityId | null, ActivityBranch> {
    return this.#classified.activities;
  }

  get classes(): Sums<LineClass> {
    const sums = this.#sumsOfClasses();
    return (this.#classes ??= {
      sums,
      rows: this.#classified.classes.filter(
        (row) => hasMoney(sums, row.index) || this.#hasLine(row, hasMoney),
      ),
    });
  }

  get isUntold(): Statement['isUntold'] {
    const isUntold = (stage: DocumentStage) => this.#hasForms && !this.balances.has(stage);
    return (this.#isUntold ??= {
      reserved: isUntold('reserved'),
      committed: isUntold('committed'),
      paid: isUntold('paid'),
    });
  }

  get isOriginalKnownBy(): Statement['isOriginalKnownBy'] {
    if (this.#isOriginalKnownBy === undefined) this.#isOriginalKnownBy = this.#findOriginal();
    return this.#isOriginalKnownBy;
  }

  /** Known in a dimension is what was not programmed without it. */
  #findOriginal(): Statement['isOriginalKnownBy'] {
    const programmed = this.#classified.classes.filter((row) => this.#isProgrammed(row));
    if (programmed.length === 0) return null;
    return {
      activity: programmed.every(({ hasActivity }) => hasActivity),
      group: programmed.every(({ group }) => group !== null),
      source: programmed.every(({ source }) => source !== null),
    };
  }

  #isProgrammed(row: LineClass): boolean {
    return (
      this.#sumsOfClasses()[row.index * width + original] !== 0 ||
      this.#hasLine(row, (cells, line) => cells[line * width + original] !== 0)
    );
  }

  #sumsOfClasses(): Float64Array {
    return (this.#classSums ??= this.balances.rolledUp(this.#classified));
  }

  /** Looks at lines, for what lines that outweigh each other hide in their sum. */
  #hasLine({ index }: LineClass, test: (cells: Float64Array, line: number) => boolean): boolean {
    const { lines } = this.#classified;
    const { cells } = this.balances;
    return lines.some(
      (line) => this.#classified.classOf(line.index) === index && test(cells, line.index),
    );
  }
}

export const statementOf = (
  balances: Balances,
  classifiers: Classifiers,
  hasForms: boolean,
): Statement =>
  new StatementOfBalances(balances, classifiedLines(balances.lines, classifiers), hasForms);
