import { add, type Amount, type Centavos, toAmount } from '../../src/catalogue/amount.ts';
import type { Classifiers } from '../../src/catalogue/classifiers.ts';
import type { LedgerRecord } from '../../src/catalogue/events.ts';
import { integerAt, numberAt, smallAt } from '../columns.ts';
import { foldEntries, type Measure, measures, noEntries } from '../entries.ts';
import { type Dimension, type Figures, figuresFrom, noTotals } from '../figures.ts';
import { dimensionsOf, type LineDimensions } from '../line-dimensions.ts';

/** What a step did to one cell of the views, and where it left it. */
export interface CellChange extends LineDimensions {
  readonly measure: Measure;
  readonly amount: Amount;
  readonly balance: Amount;
}

const dimensions: readonly Dimension[] = ['activity', 'group', 'source'];
const original = measures.indexOf('original');

interface Touched {
  readonly dimensions: LineDimensions;
  readonly measure: Measure;
  change: Centavos;
}

const keyOf = ({ activity, group, source }: LineDimensions, measure: Measure): string =>
  JSON.stringify([activity, group, source, measure]);

/**
 * Figures that are carried along from record to record. The money goes through the one fold that
 * there is; what is known follows the rules of a statement, counted instead of looked for.
 */
export class Running {
  readonly #classifiers: Classifiers;
  readonly #entries = noEntries();
  readonly #dimensions: LineDimensions[] = [];
  readonly #totals = noTotals();
  readonly #balances = new Map<string, Centavos>();
  readonly #told = new Set<Measure>();
  /** the original of each line, and how many lines have one at all and without each dimension */
  readonly #originals: Centavos[] = [];
  #programmed = 0;
  readonly #programmedWithout = { activity: 0, group: 0, source: 0 };
  #touched = new Map<string, Touched>();
  #hasForms: boolean;

  constructor(classifiers: Classifiers, hasForms: boolean) {
    this.#classifiers = classifiers;
    this.#hasForms = hasForms;
  }

  take(record: LedgerRecord): void {
    if (record.type === 'FormTaken') this.#hasForms = true;
    const first = this.#entries.size;
    foldEntries(this.#entries, record);
    for (let at = first; at < this.#entries.size; at += 1) this.#move(at);
  }

  /** What changed since it was asked last; what came to nothing is no change. */
  changes(): CellChange[] {
    const touched = this.#touched;
    this.#touched = new Map();
    return [...touched].flatMap(([key, { dimensions: cell, measure, change }]) =>
      change === 0
        ? []
        : [
            {
              ...cell,
              measure,
              amount: toAmount(change),
              balance: toAmount(this.#balances.get(key) ?? 0),
            },
          ],
    );
  }

  figures(): Figures {
    const isUntold = (stage: Measure): boolean => this.#hasForms && !this.#told.has(stage);
    const without = this.#programmedWithout;
    const isOriginalKnownBy = {
      activity: without.activity === 0,
      group: without.group === 0,
      source: without.source === 0,
    };
    const known = {
      isUntold: {
        reserved: isUntold('reserved'),
        committed: isUntold('committed'),
        paid: isUntold('paid'),
      },
      isOriginalKnownBy: this.#programmed === 0 ? null : isOriginalKnownBy,
    };
    return figuresFrom(known, this.#totals, {});
  }

  #move(at: number): void {
    const line = integerAt(this.#entries.lineIds, at);
    const place = smallAt(this.#entries.measureIds, at);
    const measure = measures[place] ?? 'original';
    const change = numberAt(this.#entries.amounts, at);
    this.#totals[place] = add(numberAt(this.#totals, place), change);
    this.#told.add(measure);
    this.#touch(this.#dimensionsOf(line), measure, change);
    if (place === original) this.#program(line, change);
  }

  #touch(cell: LineDimensions, measure: Measure, change: Centavos): void {
    const key = keyOf(cell, measure);
    this.#balances.set(key, add(this.#balances.get(key) ?? 0, change));
    const touched = this.#touched.get(key) ?? { dimensions: cell, measure, change: 0 };
    touched.change = add(touched.change, change);
    this.#touched.set(key, touched);
  }

  #dimensionsOf(line: number): LineDimensions {
    const known = this.#dimensions[line];
    if (known !== undefined) return known;
    const own = this.#entries.lines[line] ?? { activity: null, object: null, source: null };
    const found = dimensionsOf(own, this.#classifiers);
    this.#dimensions[line] = found;
    return found;
  }

  /** A line is programmed while its original is not zero. */
  #program(line: number, change: Centavos): void {
    const before = this.#originals[line] ?? 0;
    const after = add(before, change);
    this.#originals[line] = after;
    const step = Number(after !== 0) - Number(before !== 0);
    this.#programmed += step;
    const cell = this.#dimensionsOf(line);
    for (const dimension of dimensions) {
      if (cell[dimension] === null) this.#programmedWithout[dimension] += step;
    }
  }
}
