import type { LedgerId } from '../catalogue/codes.ts';
import type { LedgerRecord } from '../catalogue/events.ts';
import { instantAt } from '../catalogue/instant.ts';
import { defaultClassifiers } from '../catalogue/classifiers.ts';
import { decodeRecord } from '../catalogue/codec.ts';
import { balancesAt } from '../../projections/balances.ts';
import {
  type CutOff,
  isSeenAt,
  type ResolvedCutOff,
  resolveCutOff,
} from '../../projections/cut-off.ts';
import {
  type ExecutionByActivity,
  executionByActivity,
} from '../../projections/execution-by-activity/execution-by-activity.ts';
import {
  type ExecutionByGroup,
  executionByGroup,
} from '../../projections/execution-by-group/execution-by-group.ts';
import {
  type ExecutionOverall,
  executionOverall,
} from '../../projections/execution-overall/execution-overall.ts';
import { statementOf } from '../../projections/figures.ts';
import { type Form5b, form5b } from '../../projections/form-5b/form-5b.ts';
import { activitiesAt, hasForms, headingAt, planTitleAt } from '../../projections/register.ts';
import type { Book } from './book.ts';
import type { Library } from './library.ts';
import type { Clock } from './ports/clock.ts';
import { type EventStore, ledgerStream } from './ports/event-store.ts';

/** Every view says of what ledger, at which cut-off and of which history it is. */
export interface Answer<View> {
  readonly ledger: LedgerId;
  readonly title: string;
  readonly zone: string;
  readonly cutOff: ResolvedCutOff;
  /** the root of the ledger at the revision known */
  readonly root: string;
  readonly view: View;
}

export interface LedgerSummary {
  readonly ledger: LedgerId;
  readonly title: string;
  readonly records: number;
  readonly lastRecordedAt: string | null;
  readonly root: string;
}

/** What a view is made of. */
interface Sight {
  readonly book: Book;
  readonly cutOff: ResolvedCutOff;
}

const statementAt = ({ book, cutOff }: Sight) =>
  statementOf(
    balancesAt(book.entries, cutOff),
    book.register.opened?.value.classifiers ?? defaultClassifiers,
    hasForms(book.register, cutOff),
  );

/** The read side: each view a small function of balances and register at a cut-off. */
export class Views {
  readonly #library: Library;
  readonly #store: EventStore;
  readonly #clock: Clock;

  constructor(library: Library, store: EventStore, clock: Clock) {
    this.#library = library;
    this.#store = store;
    this.#clock = clock;
  }

  byActivity(ledger: LedgerId, cutOff: CutOff): Promise<Answer<ExecutionByActivity>> {
    return this.#answer(ledger, cutOff, (sight) =>
      executionByActivity(statementAt(sight), activitiesAt(sight.book.register, sight.cutOff)),
    );
  }

  byGroup(ledger: LedgerId, cutOff: CutOff): Promise<Answer<ExecutionByGroup>> {
    return this.#answer(ledger, cutOff, (sight) => {
      const names = sight.book.register.opened?.value.classifiers.groups ?? {};
      return executionByGroup(statementAt(sight), names);
    });
  }

  overall(ledger: LedgerId, cutOff: CutOff): Promise<Answer<ExecutionOverall>> {
    return this.#answer(ledger, cutOff, (sight) => executionOverall(statementAt(sight)));
  }

  form5b(ledger: LedgerId, cutOff: CutOff): Promise<Answer<Form5b>> {
    return this.#answer(ledger, cutOff, (sight) => {
      const { register } = sight.book;
      const opened = register.opened?.value;
      return form5b(statementAt(sight), activitiesAt(register, sight.cutOff), {
        ...headingAt(register, sight.cutOff),
        entityCode: opened?.entity.code ?? '',
        sigla: opened?.area.sigla ?? '',
        title: planTitleAt(register, sight.cutOff),
        fiscalYear: opened?.fiscalYear ?? 0,
        corte: sight.cutOff.effective,
      });
    });
  }

  /** The records in force by the day and known by the revision, in the order of recording. */
  events(ledger: LedgerId, cutOff: CutOff): Promise<Answer<readonly LedgerRecord[]>> {
    return this.#answer(ledger, cutOff, async (sight) => {
      const records: LedgerRecord[] = [];
      for await (const page of this.#store.read(ledgerStream(ledger), 0)) {
        const decoded = page.map(({ text }) => decodeRecord(text));
        records.push(...decoded.filter((record) => isSeenAt(record, sight.cutOff)));
      }
      return records;
    });
  }

  async ledgers(): Promise<readonly LedgerSummary[]> {
    const summaries: LedgerSummary[] = [];
    for (const ledger of await this.#library.ledgers()) {
      const { title, cutOff, root } = await this.#answer(ledger, {}, () => null);
      const { revision, recordedAt } = cutOff.known;
      summaries.push({ ledger, title, records: revision + 1, lastRecordedAt: recordedAt, root });
    }
    return summaries;
  }

  async #answer<View>(
    ledger: LedgerId,
    asked: CutOff,
    view: (sight: Sight) => View | Promise<View>,
  ): Promise<Answer<View>> {
    const book = await this.#library.openBook(ledger);
    const { fiscalYear = 0, zone = 'UTC' } = book.register.opened?.value ?? {};
    const now = instantAt(this.#clock.now());
    const cutOff = resolveCutOff(asked, book.moments, { fiscalYear, zone, now });
    return {
      ledger,
      title: planTitleAt(book.register, cutOff),
      zone,
      cutOff,
      root: await this.#rootAt(ledger, cutOff.known.revision),
      view: await view({ book, cutOff }),
    };
  }

  async #rootAt(ledger: LedgerId, revision: number): Promise<string> {
    for await (const page of this.#store.read(ledgerStream(ledger), revision)) {
      return page[0]?.root ?? '';
    }
    return '';
  }
}
