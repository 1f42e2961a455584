import { setTimeout as pause } from 'node:timers/promises';
import { damageOf, verifyStore } from '../../../src/application/verify-store.ts';
import { random } from '../random.ts';
import { auditCommands } from '../under-faults/audit-commands.ts';
import { Tally } from '../under-faults/tally.ts';
import { type OpenedLedger, openedLedger, withStore } from './opened-ledger.ts';
import { type ServedProcess, serveProcess } from './served-process.ts';
import { spendOver } from './spend.ts';

export interface KilledServer {
  readonly kills: number;
  /** commands that were answered as written */
  readonly acknowledged: number;
  /** of them, those that had to be asked for again, */
  readonly repeated: number;
  /** and those that had been written before they were */
  readonly writtenUnanswered: number;
  readonly refused: number;
  readonly records: number;
  /** answered and not there, or not where it was said */
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly half: readonly string[];
  readonly uninvited: readonly string[];
  /** how many ledgers were verified, and what is damaged in all of the store */
  readonly verified: number;
  readonly damage: readonly string[];
}

interface Killing {
  readonly kills: number;
  readonly seed: number;
  readonly clients: number;
}

/** After its first answer a server lives this long at most: milliseconds. */
const lifeMax = 400;

/** Clients that write to a server which is killed and started again under them. */
class Suffering {
  readonly tally = new Tally();
  repeated = 0;
  writtenUnanswered = 0;
  readonly #folder: string;
  readonly #opened: OpenedLedger;
  #server: Promise<ServedProcess>;
  #isOver = false;

  constructor(folder: string, opened: OpenedLedger) {
    this.#folder = folder;
    this.#opened = opened;
    this.#server = serveProcess(folder);
  }

  /** One command after the other until the end, each asked for by its key until somebody knows. */
  async write(name: string): Promise<void> {
    for (let number = 0; !this.#isOver; number += 1) await this.#settle(`${name}-${number}`);
  }

  /** Kills the server so many milliseconds after it answered again, and starts another one. */
  async kill(milliseconds: number): Promise<void> {
    const before = this.tally.written.size;
    const until = performance.now() + 30_000;
    while (this.tally.written.size === before && performance.now() < until) await pause(2);
    if (this.tally.written.size === before) throw new Error('the server answers no more');
    await pause(milliseconds);
    await (await this.#server).kill();
    this.#server = serveProcess(this.#folder);
  }

  /** No new command begins. */
  end(): void {
    this.#isOver = true;
  }

  async stop(): Promise<void> {
    await (await this.#server).stop();
  }

  async #settle(id: string): Promise<void> {
    for (let attempt = 0; ; attempt += 1) {
      const { url } = await this.#server;
      const sent = await spendOver(url, this.#opened.fresh, this.#opened.headers, id);
      if (sent.outcome === 'unknown') {
        await pause(10);
        continue;
      }
      if (sent.outcome === 'refused') this.tally.refused.set(id, sent.code);
      else this.tally.write(id, sent.revision);
      if (attempt > 0) this.repeated += 1;
      if (sent.outcome === 'written' && sent.isRepeat) this.writtenUnanswered += 1;
      return;
    }
  }
}

/**
 * Kills a server under clients again and again, at moments that a seed says, and compares what they
 * were answered with what the store holds. The store is verified whole.
 */
export const killServer = async (
  folder: string,
  { kills, seed, clients }: Killing,
): Promise<KilledServer> => {
  const opened = await openedLedger(folder);
  const suffering = new Suffering(folder, opened);
  const next = random(seed);
  const names = Array.from({ length: clients }, (_, client) => `client-${client}`);
  const writing = Promise.all(names.map((name) => suffering.write(name)));
  try {
    for (let kill = 0; kill < kills; kill += 1) await suffering.kill(next() * lifeMax);
  } finally {
    suffering.end();
    await writing;
    await suffering.stop();
  }
  const { tally, repeated, writtenUnanswered } = suffering;
  return withStore(folder, async (store) => {
    const audit = await auditCommands(store, opened.fresh.ledger, tally);
    const verified = await verifyStore(store);
    return {
      ...{ kills, repeated, writtenUnanswered },
      verified: verified.rows.length,
      damage: damageOf(verified).map(({ code }) => code),
      acknowledged: tally.written.size,
      refused: tally.refused.size,
      ...audit,
    };
  });
};
