import { dayAfter, dayBefore } from '../catalogue/civil-date.ts';
import { dayOf, type Instant, instantAt } from '../catalogue/instant.ts';
import type { Clock } from './ports/clock.ts';
import type { EventStore } from './ports/event-store.ts';
import type { NotedReading, Reading, Trail, TrailSearch } from './ports/trail.ts';
import { type LogRecord, SealedLog } from './sealed-log.ts';

interface ReadingNoted {
  readonly type: 'ReadingsNoted';
  readonly data: { readonly readings: readonly (Reading & { readonly account: string })[] };
}

const category = 'poaTrail';

/** Whose days are asked for: a reading is of no ledger, or of several. */
const zone = 'America/La_Paz';

/** "2020-12": a log for each month in UTC, so that what is looked for is not all that ever was. */
const monthOf = (moment: Instant): string => moment.slice(0, 7);

const readingsIn = ({ data, recordedAt }: LogRecord<ReadingNoted>): NotedReading[] =>
  data.readings.map((reading) => ({ ...reading, at: recordedAt }));

const isAskedFor =
  ({ from, to, account, ledger, view }: TrailSearch) =>
  (each: NotedReading): boolean => {
    const day = dayOf(each.at, zone);
    return (
      (from === undefined || day >= from) &&
      (to === undefined || day <= to) &&
      [
        [account, each.account],
        [ledger, each.ledger],
        [view, each.view],
      ].every(([asked, found]) => asked === undefined || asked === found)
    );
  };

interface Month {
  readonly log: SealedLog<ReadingNoted>;
  readonly readings: NotedReading[];
}

/** The trail in sealed logs beside the ledgers. Readings that wait together are noted together. */
export class KeptTrail implements Trail {
  readonly #store: EventStore;
  readonly #clock: Clock;
  readonly #months = new Map<string, Month>();
  #waiting: (Reading & { readonly account: string })[] = [];
  #noting: Promise<void> = Promise.resolve();
  #next: Promise<void> | null = null;

  constructor(store: EventStore, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  note(account: string, reading: Reading): Promise<void> {
    this.#waiting.push({ ...reading, account });
    if (this.#next !== null) return this.#next;
    const noted = this.#noting.then(() => this.#noteAll());
    this.#next = noted;
    this.#noting = noted.catch(() => undefined);
    return noted;
  }

  async search(search: TrailSearch): Promise<readonly NotedReading[]> {
    const found: NotedReading[] = [];
    for (const id of await this.#monthsOf(search)) {
      const month = this.#month(id);
      await month.log.catchUp();
      found.push(...month.readings.filter(isAskedFor(search)).reverse());
      if (found.length >= search.limit) break;
    }
    return found.slice(0, search.limit);
  }

  /** The newest first. */
  async #monthsOf({ from, to }: TrailSearch): Promise<readonly string[]> {
    const streams = await this.#store.streams(category);
    const first = from === undefined ? '' : dayBefore(from).slice(0, 7);
    const last = to === undefined ? '9999' : dayAfter(to).slice(0, 7);
    return streams
      .map(({ id }) => id)
      .filter((id) => id >= first && id <= last)
      .sort()
      .reverse();
  }

  async #noteAll(): Promise<void> {
    const readings = this.#waiting;
    this.#waiting = [];
    this.#next = null;
    const { log } = this.#month(monthOf(instantAt(this.#clock.now())));
    await log.append('poa', () => [{ type: 'ReadingsNoted', data: { readings } }]);
  }

  #month(id: string): Month {
    const known = this.#months.get(id);
    if (known !== undefined) return known;
    const readings: NotedReading[] = [];
    const log = new SealedLog<ReadingNoted>(
      { store: this.#store, clock: this.#clock },
      { category, id },
      (record) => {
        readings.push(...readingsIn(record));
      },
    );
    const month = { log, readings };
    this.#months.set(id, month);
    return month;
  }
}
