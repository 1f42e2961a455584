import type { LedgerId } from '../catalogue/codes.ts';
import { defaultClassifiers } from '../catalogue/classifiers.ts';
import { type Instant, instantAt } from '../catalogue/instant.ts';
import type { Known } from '../catalogue/known.ts';
import { rootOf } from '../integrity/merkle.ts';
import { balancesAt } from '../../projections/balances.ts';
import { type CutOff, type ResolvedCutOff, resolveCutOff } from '../../projections/cut-off.ts';
import { type Statement, statementOf } from '../../projections/figures.ts';
import { hasForms, planTitleAt } from '../../projections/register.ts';
import type { Book } from './book.ts';
import type { Library } from './library.ts';
import type { Clock } from './ports/clock.ts';
import { type EventStore, ledgerStream } from './ports/event-store.ts';
import { recordAt } from './record-at.ts';

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

/** What a view is made of. */
export interface Sight {
  readonly book: Book;
  readonly cutOff: ResolvedCutOff;
  readonly now: Instant;
}

export const statementAt = ({ book, cutOff }: Pick<Sight, 'book' | 'cutOff'>): Statement =>
  statementOf(
    balancesAt(book.entries, cutOff),
    book.register.opened?.value.classifiers ?? defaultClassifiers,
    hasForms(book.register, cutOff),
  );

/** Between one look at the store and the next: milliseconds. */
const pause = 50;

/** What a cut-off comes to in a ledger. @throws CUT_OFF_OUTSIDE_FISCAL_YEAR, REVISION_NOT_FOUND, KNOWN_IN_FUTURE, KNOWN_BEFORE_LEDGER */
export const resolvedIn = (book: Book, asked: CutOff, now: Instant): ResolvedCutOff => {
  const { fiscalYear = 0, zone = 'UTC' } = book.register.opened?.value ?? {};
  return resolveCutOff(asked, book.moments, { fiscalYear, zone, now });
};

/** So many roots of a book are remembered: those that were asked for last. */
const rootsMax = 1_000;

/** Ledgers as they are seen at a cut-off. */
export class Sights {
  /** by revision; a book that is folded anew begins without any */
  readonly #roots = new WeakMap<Book, Map<number, string>>();
  readonly #library: Library;
  readonly #store: EventStore;
  readonly #clock: Clock;

  constructor(library: Library, store: EventStore, clock: Clock) {
    this.#library = library;
    this.#store = store;
    this.#clock = clock;
  }

  async answer<View>(
    ledger: LedgerId,
    asked: CutOff,
    view: (sight: Sight) => View | Promise<View>,
  ): Promise<Answer<View>> {
    const book = await this.#library.openBook(ledger);
    await this.#awaited(book, asked.known);
    const now = instantAt(this.#clock.now());
    const cutOff = resolvedIn(book, asked, now);
    return {
      ledger,
      title: planTitleAt(book.register, cutOff),
      zone: book.register.opened?.value.zone ?? 'UTC',
      cutOff,
      root: await this.#rootAt(book, cutOff.known.revision),
      view: await view({ book, cutOff, now }),
    };
  }

  /** A record that another instance wrote may be on its way: what a client was told of is waited for. */
  async #awaited(book: Book, known: Known | undefined): Promise<void> {
    const { patience } = this.#library;
    const deadline = this.#clock.now() + patience * 1_000;
    for (let waited = 0; waited < patience; waited += pause) {
      const isThere = typeof known !== 'number' || known <= book.revision;
      if (isThere || this.#clock.now() >= deadline) return;
      await this.#clock.pause(pause);
      await book.catchUp();
    }
  }

  async #rootAt(book: Book, revision: number): Promise<string> {
    const roots = this.#roots.get(book) ?? new Map<number, string>();
    this.#roots.set(book, roots);
    const known = roots.get(revision);
    if (known !== undefined) return known;
    const root = await this.#readRoot(book, revision);
    const [oldest] = roots.keys();
    if (roots.size >= rootsMax && oldest !== undefined) roots.delete(oldest);
    roots.set(revision, root);
    return root;
  }

  async #readRoot({ ledger, frontier }: Book, revision: number): Promise<string> {
    if (revision === frontier.size - 1) return rootOf(frontier);
    return (await recordAt(this.#store, ledgerStream(ledger), revision))?.root ?? '';
  }
}
