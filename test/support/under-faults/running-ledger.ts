import { setTimeout as pause } from 'node:timers/promises';

import type { EventStoreDbStore } from '../../../src/adapters/eventstoredb/eventstoredb-store.ts';
import { civilDate } from '../../../src/catalogue/civil-date.ts';
import { ledgerStream } from '../../../src/application/ports/event-store.ts';
import { readAll } from '../collecting.ts';
import { serviceOver } from '../service-over.ts';
import { type Audit, auditCommands } from './audit-commands.ts';
import { Follower } from './follower.ts';
import { freshLedger } from './fresh-ledger.ts';
import { keepWriting } from './keep-writing.ts';
import { ReadinessWatch } from './readiness-watch.ts';
import { Tally } from './tally.ts';

export interface Ended {
  readonly audit: Audit;
  readonly tally: Tally;
  /** "revision id" of each record as the store has it, and as it came to the follower */
  readonly kept: readonly string[];
  readonly followed: readonly string[];
  /** what the instance that only read shows as spent */
  readonly shown: string;
  readonly readiness: readonly string[];
}

const writersEach = 4;

/**
 * One ledger under load: eight writers on two instances, a third that reads and is asked whether it
 * is ready, and a follower. Each has a store of its own.
 */
export class RunningLedger {
  readonly #fresh = freshLedger();
  readonly #stop = new AbortController();
  readonly #tally = new Tally();
  readonly #stores: readonly EventStoreDbStore[];
  readonly #silenceMax: number;
  #writing: Promise<unknown> = Promise.resolve();
  #reader: { shown: () => Promise<string>; watch: ReadinessWatch; follower: Follower } | undefined;

  private constructor(stores: readonly EventStoreDbStore[], silenceMax: number) {
    this.#stores = stores;
    this.#silenceMax = silenceMax;
  }

  /**
   * @param open of a store of one's own, four times
   * @param silenceMax how long a probe waits for an answer: milliseconds
   */
  static async begin(
    open: () => Promise<EventStoreDbStore>,
    silenceMax = 300,
  ): Promise<RunningLedger> {
    const stores = [await open(), await open(), await open(), await open()];
    const running = new RunningLedger(stores, silenceMax);
    await running.#begin();
    return running;
  }

  get answered(): number {
    return this.#tally.written.size;
  }

  /** Resolves when so many more commands are written, and says whether that was in time. */
  async writesOn(count: number, milliseconds = 10_000): Promise<boolean> {
    const goal = this.answered + count;
    const until = performance.now() + milliseconds;
    while (this.answered < goal && performance.now() < until) await pause(5);
    return this.answered >= goal;
  }

  /** Resolves when the store is said to be that, but does not wait for ever. */
  async isSaidToBe(state: string, milliseconds = 5000): Promise<void> {
    const until = performance.now() + milliseconds;
    while (this.#reader?.watch.changes.at(-1) !== state && performance.now() < until)
      await pause(5);
  }

  /** Ends the writers, then looks at everything. */
  async end(): Promise<Ended> {
    this.#stop.abort();
    await this.#writing;
    const tally = this.#tally;
    tally.end();
    const [store] = this.#stores;
    if (store === undefined || this.#reader === undefined) throw new Error('not begun');
    const { ledger } = this.#fresh;
    const audit = await auditCommands(store, ledger, tally);
    const kept = await readAll(store, ledgerStream(ledger));
    return {
      audit,
      tally,
      kept: kept.map(({ revision, id }) => `${revision} ${id}`),
      followed: await this.#reader.follower.end(kept.length),
      shown: await this.#reader.shown(),
      readiness: await this.#reader.watch.end(),
    };
  }

  async #begin(): Promise<void> {
    const [one, other, third, fourth] = this.#stores;
    if (!one || !other || !third || !fourth) return;
    const fresh = this.#fresh;
    const services = [one, other].map((store) => serviceOver(store));
    for (const request of fresh.opening) await services[0]?.ledgers.change(request);
    const { views } = serviceOver(third);
    const shown = async (): Promise<string> => {
      const { view } = await views.overall(fresh.ledger, { effective: civilDate('2020-12-31') });
      return view.total.executed;
    };
    await shown();
    const watch = new ReadinessWatch(third, this.#silenceMax);
    this.#reader = { shown, watch, follower: new Follower(fourth, fresh.ledger) };
    const { signal } = this.#stop;
    this.#writing = Promise.all(
      services.flatMap(({ ledgers }, instance) =>
        Array.from({ length: writersEach }, (_, writer) =>
          keepWriting({ ledgers, fresh, tally: this.#tally, signal }, `${instance}-${writer}`),
        ),
      ),
    );
  }
}
