import type { LedgerId } from '../catalogue/codes.ts';
import { Failure, isFailure } from '../catalogue/failure.ts';
import type { Book } from './book.ts';
import { loadBook, type Shelf, usableSnapshot } from './load-book.ts';

/** The ledgers of a store, each folded once per process. */
export class Library {
  readonly #shelf: Shelf;
  readonly #books = new Map<LedgerId, Promise<Book>>();
  /** those of them that are there, which nobody need wait for */
  readonly #read = new Map<LedgerId, Book>();

  constructor(shelf: Shelf) {
    this.#shelf = shelf;
  }

  get patience(): number {
    return this.#shelf.patience ?? 0;
  }

  /** The last records of the ledgers that were read, as far as they were. */
  heads(): ReadonlyMap<LedgerId, number> {
    const read = [...this.#read].filter(([, { revision }]) => revision >= 0);
    return new Map(read.map(([ledger, { revision }]) => [ledger, revision]));
  }

  /** The book of a ledger, whether it has records yet or not. */
  book(ledger: LedgerId): Promise<Book> {
    const known = this.#books.get(ledger);
    if (known !== undefined) return known;
    const book = loadBook(this.#shelf, ledger);
    this.#books.set(ledger, book);
    book.then(
      (read) => {
        if (this.#books.get(ledger) === book) this.#read.set(ledger, read);
      },
      () => {
        this.forget(ledger);
      },
    );
    return book;
  }

  /** @throws LEDGER_DAMAGED where the log is not the one that a snapshot remembers */
  async witness(ledger: LedgerId): Promise<void> {
    await usableSnapshot(this.#shelf, ledger);
  }

  /** Folds again from the log what a failed reading left half known. */
  forget(ledger: LedgerId): void {
    this.#books.delete(ledger);
    this.#read.delete(ledger);
  }

  async ledgers(): Promise<readonly LedgerId[]> {
    const streams = await this.#shelf.store.streams('poaLedger');
    return streams.map(({ id }) => id as LedgerId);
  }

  /** @throws LEDGER_NOT_FOUND, naming those that exist */
  async openBook(ledger: LedgerId): Promise<Book> {
    const book = await this.book(ledger);
    try {
      await book.catchUp();
    } catch (error) {
      // a store that was away left the book as it was
      const isWhole = isFailure(error) && error.kind === 'unavailable';
      if (!isWhole) this.forget(ledger);
      throw error;
    }
    if (book.register.opened === null) throw await this.notFound(ledger);
    return book;
  }

  async notFound(ledger: string): Promise<Failure> {
    return new Failure('LEDGER_NOT_FOUND', { name: ledger, known: await this.ledgers() });
  }

  /** A decision knows of its own ledger only: which others exist is added here. */
  named(ledger: LedgerId, error: unknown): Promise<unknown> {
    const isUnknown = isFailure(error) && error.code === 'LEDGER_NOT_FOUND';
    return isUnknown ? this.notFound(ledger) : Promise.resolve(error);
  }
}
