import type { LedgerId } from '../catalogue/codes.ts';
import { type Classifiers, defaultClassifiers } from '../catalogue/classifiers.ts';
import { type Adjustments, adjustments } from '../../projections/adjustments/adjustments.ts';
import { adjustmentsAt } from '../../projections/adjustments-at.ts';
import type { CutOff } from '../../projections/cut-off.ts';
import { executionByActivity } from '../../projections/execution-by-activity/execution-by-activity.ts';
import { executionByGroup } from '../../projections/execution-by-group/execution-by-group.ts';
import {
  type ExecutionOverall,
  executionOverall,
} from '../../projections/execution-overall/execution-overall.ts';
import {
  type ExecutionStatement,
  executionStatement,
  type StatementLevel,
} from '../../projections/execution-statement/execution-statement.ts';
import { ExecutedBreakdown } from '../../projections/executed-breakdown.ts';
import { figuresOf, type Scope } from '../../projections/figures.ts';
import { type Findings, findings } from '../../projections/findings/findings.ts';
import { findingSettings } from '../../projections/findings/settings.ts';
import { activitiesAt } from '../../projections/register.ts';
import { isInScope } from '../../projections/scope.ts';
import { type Series, series } from '../../projections/series/series.ts';
import { chainsWhereNeeded } from './chains-where-needed.ts';
import { checkedForms } from './checked-forms.ts';
import type { Library } from './library.ts';
import type { Clock } from './ports/clock.ts';
import type { EventStore } from './ports/event-store.ts';
import type { Files } from './ports/files.ts';
import type { FormCheck } from './ports/form-check.ts';
import { type AskedScope, scopeIn } from './series-scope.ts';
import { type Answer, type Sight, Sights, statementAt } from './sight.ts';
import { transferHalves } from './transfer-halves.ts';

export interface OversightParts {
  readonly library: Library;
  readonly store: EventStore;
  readonly files: Files;
  readonly clock: Clock;
  readonly formCheck: FormCheck;
}

const classifiersOf = ({ book }: Sight): Classifiers =>
  book.register.opened?.value.classifiers ?? defaultClassifiers;

const overallOf = (sight: Sight): ExecutionOverall => executionOverall(statementAt(sight));

const statementBy: Readonly<
  Record<StatementLevel, (sight: Sight) => Parameters<typeof executionStatement>[1]>
> = {
  activity: (sight) =>
    executionByActivity(statementAt(sight), activitiesAt(sight.book.register, sight.cutOff)),
  group: (sight) => executionByGroup(statementAt(sight), classifiersOf(sight).groups),
  source: overallOf,
  overall: overallOf,
};

const seriesIn = (sight: Sight, scope: Scope): Series => {
  const { book, cutOff } = sight;
  const { entries, register } = book;
  const { history, opened } = register;
  const fiscalYear = opened?.value.fiscalYear ?? 0;
  const classifiers = classifiersOf(sight);
  const looked = { entries, history, classifiers, fiscalYear, known: cutOff.known };
  return series({
    scope,
    effective: cutOff.effective,
    breakdown: new ExecutedBreakdown(looked, scope),
    figuresAt: (effective) => {
      const statement = statementAt({ book, cutOff: { ...cutOff, effective } });
      const lines = statement.lines.filter((line) => isInScope(line, scope));
      return figuresOf(statement, lines, scope);
    },
  });
};

/** What auditors ask of a ledger at a cut-off. */
export class OversightViews {
  readonly #parts: OversightParts;
  readonly #sights: Sights;

  constructor(parts: OversightParts) {
    this.#parts = parts;
    this.#sights = new Sights(parts.library, parts.store, parts.clock);
  }

  /**
   * @param settings what a run says of the rules, as it was given
   * @throws INVALID_SETTINGS
   */
  async findings(ledger: LedgerId, cutOff: CutOff, settings?: unknown): Promise<Answer<Findings>> {
    const read = findingSettings(settings);
    return this.#sights.answer(ledger, cutOff, async (sight) => {
      const { entries, register } = sight.book;
      const classifiers = classifiersOf(sight);
      return findings({
        statement: statementAt(sight),
        ...{ entries, register, classifiers, cutOff: sight.cutOff, settings: read },
        chains: await chainsWhereNeeded(this.#parts.store, sight),
        halves: await transferHalves(this.#parts.library, sight, cutOff),
        checkedForms: await checkedForms(this.#parts, sight, classifiers),
      });
    });
  }

  executionStatement(
    ledger: LedgerId,
    cutOff: CutOff,
    by: StatementLevel,
  ): Promise<Answer<ExecutionStatement>> {
    return this.#sights.answer(ledger, cutOff, (sight) =>
      executionStatement(by, statementBy[by](sight)),
    );
  }

  adjustments(ledger: LedgerId, cutOff: CutOff): Promise<Answer<Adjustments>> {
    return this.#sights.answer(ledger, cutOff, (sight) => {
      const { entries, register } = sight.book;
      const found = adjustmentsAt(register.history, entries, sight.cutOff);
      const codes = new Map(activitiesAt(register, sight.cutOff).map(({ id, code }) => [id, code]));
      const { original } = overallOf(sight).total;
      return adjustments(found, original, (activity) => codes.get(activity) ?? null);
    });
  }

  /** @throws ACTIVITY_NOT_FOUND, GROUP_NOT_FOUND */
  series(ledger: LedgerId, cutOff: CutOff, asked: AskedScope): Promise<Answer<Series>> {
    return this.#sights.answer(ledger, cutOff, (sight) =>
      seriesIn(sight, scopeIn(sight, asked, classifiersOf(sight))),
    );
  }
}
