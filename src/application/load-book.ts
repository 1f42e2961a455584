import type { LedgerId } from '../catalogue/codes.ts';
import { Failure } from '../catalogue/failure.ts';
import { areaLedger } from '../domain/area-ledger/index.ts';
import { rootOf } from '../integrity/merkle.ts';
import { trimmed } from '../../projections/entries.ts';
import { Book, type DecisionFolds, type Folded, type ViewFolds } from './book.ts';
import { type EventStore, ledgerStream } from './ports/event-store.ts';
import type { Snapshot, Snapshots } from './ports/snapshots.ts';
import { recordAt } from './record-at.ts';

/** Rises with every change of what folds keep; a test holds it against the folds. */
const snapshotVersion = '4';

/** How many records may come before a snapshot is made anew. */
const snapshotEvery = 2_000;

export interface Shelf {
  readonly store: EventStore;
  readonly snapshots: Snapshots;
  /** told what a person who runs the program should know */
  readonly report: (text: string) => void;
  /** how long a record that is not there yet is waited for, in milliseconds; not at all unless it is said */
  readonly patience?: number;
}

type SavedDecisions = Omit<DecisionFolds, 'state'> & { readonly state: object };

const viewsOf = ({ entries, register, moments, frontier }: ViewFolds): ViewFolds => ({
  entries: trimmed(entries),
  register,
  moments,
  frontier,
});

export const snapshotOf = (book: Book): Snapshot => ({
  version: snapshotVersion,
  revision: book.revision,
  views: viewsOf(book),
  decisions: () => ({ state: areaLedger.saved(book.state), commands: book.commands }),
});

const foldedIn = ({ views, decisions }: Snapshot): Folded => ({
  ...(views as ViewFolds),
  decisions: () => {
    const { state, commands } = decisions() as SavedDecisions;
    return { state: areaLedger.restored(state), commands };
  },
});

/**
 * A snapshot remembers how the log was: where the log is shorter or another, the log was damaged,
 * and the snapshot is kept as its witness.
 */
const isOfThisLog = async (
  { store }: Shelf,
  ledger: LedgerId,
  { revision, views }: Snapshot,
): Promise<void> => {
  const found = (await recordAt(store, ledgerStream(ledger), revision))?.root ?? null;
  if (found === rootOf((views as ViewFolds).frontier)) return;
  const reason =
    found === null
      ? 'falta el final del registro, que una instantánea recuerda'
      : 'la raíz no es la que una instantánea recuerda';
  throw new Failure('LEDGER_DAMAGED', { ledger, revision, reason });
};

/** @throws LEDGER_DAMAGED where a snapshot is ahead of its log, or of another */
export const usableSnapshot = async (shelf: Shelf, ledger: LedgerId): Promise<Snapshot | null> => {
  const found = await shelf.snapshots.find(ledger);
  if (found.outcome === 'none') return null;
  if (found.outcome === 'damaged') {
    shelf.report(`${ledger}: la instantánea está dañada; se rehace del registro`);
    return null;
  }
  if (found.snapshot.version !== snapshotVersion) {
    shelf.report(`${ledger}: la instantánea es de otra versión; se rehace del registro`);
    return null;
  }
  await isOfThisLog(shelf, ledger, found.snapshot);
  return found.snapshot;
};

/**
 * The book of a ledger, folded from its snapshot where there is a good one.
 * @throws LEDGER_DAMAGED where a snapshot is ahead of its log
 */
export const loadBook = async (shelf: Shelf, ledger: LedgerId): Promise<Book> => {
  const snapshot = await usableSnapshot(shelf, ledger);
  const folded = snapshot === null ? undefined : foldedIn(snapshot);
  let keptAt = snapshot?.revision ?? -1;
  return new Book(ledger, shelf.store, folded, async (book) => {
    if (book.revision - keptAt < snapshotEvery) return;
    keptAt = book.revision;
    await shelf.snapshots.keep(ledger, snapshotOf(book));
  });
};
