import type { LedgerId } from '../catalogue/codes.ts';
import type { LedgerRecord } from '../catalogue/events.ts';
import { decodeRecord } from '../catalogue/codec.ts';
import { type CutOff, isSeenAt } from '../../projections/cut-off.ts';
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
import { type Form5b, form5b } from '../../projections/form-5b/form-5b.ts';
import { activitiesAt, headingAt, planTitleAt } from '../../projections/register.ts';
import type { Library } from './library.ts';
import type { Clock } from './ports/clock.ts';
import { type EventStore, ledgerStream } from './ports/event-store.ts';
import { type Answer, Sights, statementAt } from './sight.ts';

export interface LedgerSummary {
  readonly ledger: LedgerId;
  readonly title: string;
  readonly records: number;
  readonly lastRecordedAt: string | null;
  readonly root: string;
}

/** The read side: each view a small function of balances and register at a cut-off. */
export class Views {
  readonly #library: Library;
  readonly #store: EventStore;
  readonly #sights: Sights;

  constructor(library: Library, store: EventStore, clock: Clock) {
    this.#library = library;
    this.#store = store;
    this.#sights = new Sights(library, store, clock);
  }

  stand(ledger: LedgerId, cutOff: CutOff): Promise<Answer<null>> {
    return this.#sights.answer(ledger, cutOff, () => null);
  }

  byActivity(ledger: LedgerId, cutOff: CutOff): Promise<Answer<ExecutionByActivity>> {
    return this.#sights.answer(ledger, cutOff, (sight) =>
      executionByActivity(statementAt(sight), activitiesAt(sight.book.register, sight.cutOff)),
    );
  }

  byGroup(ledger: LedgerId, cutOff: CutOff): Promise<Answer<ExecutionByGroup>> {
    return this.#sights.answer(ledger, cutOff, (sight) => {
      const names = sight.book.register.opened?.value.classifiers.groups ?? {};
      return executionByGroup(statementAt(sight), names);
    });
  }

  overall(ledger: LedgerId, cutOff: CutOff): Promise<Answer<ExecutionOverall>> {
    return this.#sights.answer(ledger, cutOff, (sight) => executionOverall(statementAt(sight)));
  }

  form5b(ledger: LedgerId, cutOff: CutOff): Promise<Answer<Form5b>> {
    return this.#sights.answer(ledger, cutOff, (sight) => {
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
    return this.#sights.answer(ledger, cutOff, async (sight) => {
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
      const { title, cutOff, root } = await this.#sights.answer(ledger, {}, () => null);
      const { revision, recordedAt } = cutOff.known;
      summaries.push({ ledger, title, records: revision + 1, lastRecordedAt: recordedAt, root });
    }
    return summaries;
  }
}
