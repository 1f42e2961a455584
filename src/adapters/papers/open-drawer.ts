import { randomUUID } from 'node:crypto';
import type { PaperLog } from '../../application/ports/paper-log.ts';
import type { Drawer, Paper } from '../../application/ports/papers.ts';
import { Failure } from '../../catalogue/failure.ts';

/** What an entry of the log says: one paper changed, or all of them as they are from here on. */
type Change =
  | {
      readonly id: string;
      readonly key: string;
      readonly text: string | null;
      readonly version: number;
    }
  | { readonly id: string; readonly all: readonly Paper[] };

/** How old what is known here may be before the log is asked again, in milliseconds. */
const freshness = 1_000;
/** So many entries may stand for papers that are there no more, beside as many as there are papers. */
const wasteMax = 500;
/** How often an append is tried again. */
const attemptsMax = 20;

/** One drawer as this process knows it. */
export class OpenDrawer {
  readonly #log: PaperLog;
  readonly #drawer: Drawer;
  readonly #now: () => number;
  #papers = new Map<string, Paper>();
  /** where the log begins, and where this process reads on */
  #first = 0;
  #next = 0;
  #readAt = Number.NEGATIVE_INFINITY;
  #reading: Promise<void> | null = null;
  /** changes that this process is making, and those of them that it has read */
  readonly #pending = new Set<string>();
  readonly #landed = new Set<string>();

  constructor(log: PaperLog, drawer: Drawer, now: () => number) {
    this.#log = log;
    this.#drawer = drawer;
    this.#now = now;
  }

  async find(key: string): Promise<Paper | null> {
    if (this.#now() - this.#readAt > freshness) await this.#readOn();
    if (!this.#papers.has(key)) await this.#readOn();
    return this.#papers.get(key) ?? null;
  }

  async all(): Promise<readonly Paper[]> {
    await this.#readOn();
    return [...this.#papers.values()];
  }

  async put(key: string, text: string | null, version: number): Promise<boolean> {
    const isDone = await this.#append((id) => {
      const current = this.#papers.get(key)?.version ?? 0;
      return current === version ? { id, key, text, version: version + 1 } : null;
    });
    if (isDone && this.#next - this.#first > 2 * this.#papers.size + wasteMax) await this.shred();
    return isDone;
  }

  /** The log begins anew with what is there. */
  async shred(): Promise<void> {
    await this.#append((id) => ({ id, all: [...this.#papers.values()] }));
    await this.#log.forgetPapers(this.#drawer, this.#first);
  }

  /**
   * @param change decided anew whenever somebody else was faster; null where it is not to be any more
   * @returns whether it was made
   */
  async #append(change: (id: string) => Change | null): Promise<boolean> {
    const id = randomUUID();
    this.#pending.add(id);
    try {
      for (let attempt = 0; attempt < attemptsMax; attempt += 1) {
        await this.#readOn();
        // an append of unknown outcome may have been made
        if (this.#landed.has(id)) return true;
        const made = change(id);
        if (made === null) return false;
        const texts = [JSON.stringify(made)];
        const { outcome } = await this.#log.appendPapers(this.#drawer, this.#next - 1, texts);
        if (outcome === 'appended') {
          await this.#readOn();
          return true;
        }
      }
      throw new Failure('BUSY', {});
    } finally {
      this.#pending.delete(id);
      this.#landed.delete(id);
    }
  }

  /** Whoever asks while a reading is under way waits for the next one. */
  async #readOn(): Promise<void> {
    if (this.#reading !== null) await this.#reading;
    this.#reading ??= this.#read().finally(() => {
      this.#reading = null;
    });
    await this.#reading;
  }

  async #read(): Promise<void> {
    const at = this.#now();
    for (const { revision, text } of await this.#log.readPapers(this.#drawer, this.#next)) {
      this.#take(JSON.parse(text) as Change, revision);
    }
    this.#readAt = at;
  }

  #take(change: Change, revision: number): void {
    if (this.#pending.has(change.id)) this.#landed.add(change.id);
    if ('all' in change) {
      this.#papers = new Map(change.all.map((paper) => [paper.key, paper]));
      this.#first = revision;
    } else if (change.text === null) this.#papers.delete(change.key);
    else {
      const { key, text, version } = change;
      this.#papers.set(key, { key, text, version });
    }
    this.#next = revision + 1;
  }
}
