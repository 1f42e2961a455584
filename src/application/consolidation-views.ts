import type { LedgerId } from '../catalogue/codes.ts';
import { defaultClassifiers } from '../catalogue/classifiers.ts';
import { adjustmentsAt } from '../../projections/adjustments-at.ts';
import {
  consolidation,
  type Consolidation,
  type LedgerView,
} from '../../projections/consolidation/consolidation.ts';
import {
  keepApart,
  mergeGroups,
  mergeSources,
  type RowsOfLedger,
} from '../../projections/consolidation/merge-rows.ts';
import {
  type ActivityRow,
  executionByActivity,
} from '../../projections/execution-by-activity/execution-by-activity.ts';
import {
  executionByGroup,
  type GroupRow,
} from '../../projections/execution-by-group/execution-by-group.ts';
import {
  type ExecutionOverall,
  executionOverall,
} from '../../projections/execution-overall/execution-overall.ts';
import { type Figures, figuresFrom, noTotals, type Statement } from '../../projections/figures.ts';
import { activitiesAt } from '../../projections/register.ts';
import { type AskedConsolidation, Choosing, ownerOf } from './chosen-ledgers.ts';
import type { Library } from './library.ts';
import type { Clock } from './ports/clock.ts';
import type { EventStore } from './ports/event-store.ts';
import { type Answer, type Sight, Sights, statementAt } from './sight.ts';

export interface LedgerActivityRow extends ActivityRow {
  readonly ledger: LedgerId;
}

type SourceRow = ExecutionOverall['rows'][number];

export type ConsolidationByActivity = Consolidation<LedgerActivityRow>;
export type ConsolidationByGroup = Consolidation<GroupRow>;
export type ConsolidationOverall = Consolidation<SourceRow>;

interface View<Row> {
  readonly rows: readonly Row[];
  readonly total: Figures;
}

/** How one ledger is seen, and how the rows of several become those of all. */
interface Kind<Own, Row> {
  readonly viewOf: (statement: Statement, sight: Sight) => View<Own>;
  readonly merge: (ledgers: readonly RowsOfLedger<Own>[]) => readonly Row[];
}

const kinds = {
  activity: {
    viewOf: (statement, { book, cutOff }) =>
      executionByActivity(statement, activitiesAt(book.register, cutOff)),
    merge: keepApart,
  } satisfies Kind<ActivityRow, LedgerActivityRow>,
  group: {
    viewOf: (statement, { book }) => {
      const { classifiers = defaultClassifiers } = book.register.opened?.value ?? {};
      return executionByGroup(statement, classifiers.groups);
    },
    merge: mergeGroups,
  } satisfies Kind<GroupRow, GroupRow>,
  overall: { viewOf: executionOverall, merge: mergeSources } satisfies Kind<SourceRow, SourceRow>,
};

type Seen<Row> = Answer<Omit<LedgerView<Row>, 'of'> & { readonly sight: Sight }>;

const ledgerViewOf = <Row>({ ledger, title, zone, cutOff, root, view }: Seen<Row>) => {
  const { sight, ...rest } = view;
  const { effective, known } = cutOff;
  const at = { title, zone, cutOff: { effective, known }, root };
  return { of: { ledger, ...ownerOf(sight.book), ...at }, ...rest };
};

/** The views of several ledgers at once. */
export class ConsolidationViews {
  readonly #choosing: Choosing;
  readonly #sights: Sights;

  constructor(library: Library, store: EventStore, clock: Clock) {
    this.#choosing = new Choosing(library, clock);
    this.#sights = new Sights(library, store, clock);
  }

  byActivity(asked: AskedConsolidation): Promise<ConsolidationByActivity> {
    return this.#consolidated<ActivityRow, LedgerActivityRow>(asked, kinds.activity);
  }

  byGroup(asked: AskedConsolidation): Promise<ConsolidationByGroup> {
    return this.#consolidated(asked, kinds.group);
  }

  overall(asked: AskedConsolidation): Promise<ConsolidationOverall> {
    return this.#consolidated(asked, kinds.overall);
  }

  /** @throws LEDGER_NOT_FOUND, NO_LEDGER_MATCHES, REVISION_OF_ONE_LEDGER, ZONES_DIFFER, CURRENCIES_DIFFER, KNOWN_IN_FUTURE, KNOWN_BEFORE_LEDGER */
  async #consolidated<Own, Row>(
    asked: AskedConsolidation,
    { viewOf, merge }: Kind<Own, Row>,
  ): Promise<Consolidation<Row>> {
    const { chosen, ...circumstances } = await this.#choosing.of(asked);
    const views: LedgerView<Own>[] = [];
    for (const { ledger, cutOff } of chosen) {
      const seen = await this.#sights.answer(ledger, cutOff, (sight) => {
        const statement = statementAt(sight);
        const { register, entries } = sight.book;
        return {
          ...{ sight, ...viewOf(statement, sight) },
          absent: (scope) => figuresFrom(statement, noTotals(), scope),
          adjustments: adjustmentsAt(register.history, entries, sight.cutOff),
        } satisfies Seen<Own>['view'];
      });
      views.push(ledgerViewOf(seen));
    }
    return consolidation(views, { by: asked.by, ...circumstances }, merge);
  }
}
