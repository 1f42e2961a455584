import { Failure } from '../catalogue/failure.ts';
import type { Drawer, Paper, Papers } from '../application/ports/papers.ts';

/** How often a change is tried again after others were faster. */
const attemptsMax = 20;

const valueIn = (paper: Paper | null): unknown => (paper === null ? null : JSON.parse(paper.text));

/** null throws a paper away. */
const textOf = (value: object | null): string | null =>
  value === null ? null : JSON.stringify(value);

/** The papers of one drawer as values. */
export class PapersOf<Value extends object> {
  readonly #papers: Papers;
  readonly #drawer: Drawer;

  constructor(papers: Papers, drawer: Drawer) {
    this.#papers = papers;
    this.#drawer = drawer;
  }

  async find(key: string): Promise<Value | null> {
    return valueIn(await this.#papers.find(this.#drawer, key)) as Value | null;
  }

  async all(): Promise<readonly (readonly [key: string, value: Value])[]> {
    const papers = await this.#papers.all(this.#drawer);
    return papers.map(({ key, text }) => [key, JSON.parse(text) as Value] as const);
  }

  /** @returns false where there is one already */
  add(key: string, value: Value): Promise<boolean> {
    return this.#papers.put(this.#drawer, key, JSON.stringify(value), 0);
  }

  /**
   * Replaces what is there, or throws it away (null), by what is made of it.
   * @param make called again whenever somebody else was faster; undefined leaves it as it is
   * @throws BUSY
   */
  async change(
    key: string,
    make: (value: Value | null) => Value | null | undefined,
  ): Promise<void> {
    for (let attempt = 0; attempt < attemptsMax; attempt += 1) {
      const paper = await this.#papers.find(this.#drawer, key);
      const made = make(valueIn(paper) as Value | null);
      if (made === undefined || (made === null && paper === null)) return;
      const version = paper?.version ?? 0;
      if (await this.#papers.put(this.#drawer, key, textOf(made), version)) return;
    }
    throw new Failure('BUSY', {});
  }

  /** @returns what was there, to the one who took it away */
  async take(key: string): Promise<Value | null> {
    const paper = await this.#papers.find(this.#drawer, key);
    if (paper === null) return null;
    const isTaken = await this.#papers.put(this.#drawer, key, null, paper.version);
    return isTaken ? (valueIn(paper) as Value) : null;
  }

  shred(): Promise<void> {
    return this.#papers.shred(this.#drawer);
  }
}
