import type { PaperLog } from '../../application/ports/paper-log.ts';
import type { Drawer, Paper, Papers } from '../../application/ports/papers.ts';
import { OpenDrawer } from './open-drawer.ts';

/** Papers as what their logs come to, folded once in each process. */
export class LoggedPapers implements Papers {
  readonly #log: PaperLog;
  readonly #now: () => number;
  readonly #drawers = new Map<Drawer, OpenDrawer>();

  /** @param now in milliseconds, of a clock that goes on */
  constructor(log: PaperLog, now: () => number) {
    this.#log = log;
    this.#now = now;
  }

  find(drawer: Drawer, key: string): Promise<Paper | null> {
    return this.#open(drawer).find(key);
  }

  all(drawer: Drawer): Promise<readonly Paper[]> {
    return this.#open(drawer).all();
  }

  put(drawer: Drawer, key: string, text: string | null, version: number): Promise<boolean> {
    return this.#open(drawer).put(key, text, version);
  }

  shred(drawer: Drawer): Promise<void> {
    return this.#open(drawer).shred();
  }

  #open(drawer: Drawer): OpenDrawer {
    const known = this.#drawers.get(drawer);
    if (known !== undefined) return known;
    const opened = new OpenDrawer(this.#log, drawer, this.#now);
    this.#drawers.set(drawer, opened);
    return opened;
  }
}
