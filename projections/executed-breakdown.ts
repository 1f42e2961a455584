import { add, type Centavos, sum } from '../src/catalogue/amount.ts';
import { type CivilDate, dayBefore, firstDayOf, lastDayOf } from '../src/catalogue/civil-date.ts';
import type { Classifiers } from '../src/catalogue/classifiers.ts';
import { dayNumber, type DayNumber, isInForce } from '../src/timeline/timeline.ts';
import type { ResolvedCutOff } from './cut-off.ts';
import type { Entries } from './entries.ts';
import type { Scope } from './figures.ts';
import { dimensionsOf } from './line-dimensions.ts';
import { eachMove } from './moves.ts';
import { formsKnownBy, type PlanHistory } from './plan-history.ts';
import { isInScope } from './scope.ts';

/** What two cortes bound: from the day after the one to the other. */
export interface StatedInterval {
  /** the corte before it, or the day before the gestión */
  readonly after: CivilDate;
  readonly through: CivilDate;
  /** documents explain all that was executed in it, so that each of its days has its own figure */
  readonly isByDocument: boolean;
}

interface Looked {
  readonly entries: Entries;
  readonly history: PlanHistory;
  readonly classifiers: Classifiers;
  readonly fiscalYear: number;
  readonly known: ResolvedCutOff['known'];
}

/** What was executed in one scope, apart by who says it. */
interface Executed {
  /** by day, of documents */
  readonly byDocument: Map<DayNumber, Centavos>;
  /** by corte and line, of forms */
  readonly byForm: Map<DayNumber, Map<number, Centavos>>;
}

const executedIn = (
  { entries, history, classifiers, fiscalYear, known }: Looked,
  scope: Scope,
): Executed => {
  const stated = new Set(history.executedByForms);
  const isWithin = entries.lines.map((line) => isInScope(dimensionsOf(line, classifiers), scope));
  const byDocument = new Map<DayNumber, Centavos>();
  const byForm = new Map<DayNumber, Map<number, Centavos>>();
  const whole = { effective: lastDayOf(fiscalYear), known };
  eachMove(entries, whole, ['executed'], ({ day, revision, line, centavos }) => {
    if (isWithin[line] !== true) return;
    if (!stated.has(revision)) byDocument.set(day, add(byDocument.get(day) ?? 0, centavos));
    else {
      const lines = byForm.get(day) ?? new Map<number, Centavos>();
      lines.set(line, add(lines.get(line) ?? 0, centavos));
      byForm.set(day, lines);
    }
  });
  return { byDocument, byForm };
};

const isNone = (lines: ReadonlyMap<number, Centavos> | undefined): boolean =>
  [...(lines?.values() ?? [])].every((centavos) => centavos === 0);

const liesIn = (day: DayNumber, after: CivilDate, through: CivilDate): boolean =>
  !isInForce(day, dayNumber(after)) && isInForce(day, dayNumber(through));

const hasDocuments = ({ byDocument }: Executed, after: CivilDate, through: CivilDate): boolean =>
  [...byDocument.keys()].some((day) => liesIn(day, after, through));

/**
 * Of which days it is known what had been executed. A cumulative form knows its corte alone; between
 * two of them documents know, where forms add nothing to them. After the last corte a ledger that is
 * kept by document knows, one of forms alone was not told yet.
 */
export class ExecutedBreakdown {
  readonly intervals: readonly StatedInterval[];
  readonly #executed: Executed;
  readonly #isTailKnown: boolean;

  constructor(looked: Looked, scope: Scope) {
    const { history, fiscalYear, known } = looked;
    const whole = executedIn(looked, {});
    this.#executed = executedIn(looked, scope);
    const forms = formsKnownBy(history, known.revision).map(({ corte }) => corte);
    const cortes = [...new Set(forms)].sort();
    const start = dayBefore(firstDayOf(fiscalYear));
    this.intervals = cortes.map((through, index) => {
      const after = cortes[index - 1] ?? start;
      const isByDocument =
        isNone(this.#executed.byForm.get(dayNumber(through))) &&
        hasDocuments(whole, after, through);
      return { after, through, isByDocument };
    });
    const [last = start, before = start] = cortes.toReversed();
    this.#isTailKnown =
      cortes.length === 0 ||
      hasDocuments(whole, last, lastDayOf(fiscalYear)) ||
      (isNone(whole.byForm.get(dayNumber(last))) && hasDocuments(whole, before, last));
  }

  /** Whether it is known what had been executed by the end of a day of the gestión, or before it. */
  isKnown(day: CivilDate): boolean {
    const interval = this.intervals.find(({ through }) => isInForce(day, through));
    if (interval === undefined) return this.#isTailKnown;
    return interval.isByDocument || day === interval.through || day === interval.after;
  }

  /** What documents alone say was executed from the day after one to another. */
  byDocument(after: CivilDate, through: CivilDate): Centavos {
    const { byDocument } = this.#executed;
    return sum([...byDocument].flatMap(([day, own]) => (liesIn(day, after, through) ? [own] : [])));
  }
}
