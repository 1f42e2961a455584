import type { Finding } from '../../catalogue/finding.ts';
import type { EventStore } from './event-store.ts';
import type { Files } from './files.ts';
import type { PaperLog } from './paper-log.ts';

/** A copy that nobody else sees yet: read as a store of its own, then published or discarded. */
export interface Draft {
  readonly store: EventStore & Files & PaperLog & Upkeep;
  /**
   * Gives the copy its name, durable once this resolves.
   * @throws TARGET_EXISTS where something else has that name by now, COPY_NOT_WRITABLE
   */
  publish(): Promise<void>;
  /** Leaves no trace of a copy that was not published; of one that was it only lets go. */
  discard(): Promise<void>;
}

/** How much was copied, in the store's own units. */
export type CopyProgress = (copied: number, total: number) => void;

/** What a store is and how it is set, apart from what it holds. */
export interface Standing {
  readonly kind: 'sqlite' | 'memory' | 'eventstoredb';
  /** of what keeps the records: the database or the server; null where it has none */
  readonly version: string | null;
  /** under which the store is used, null where none is asked for */
  readonly account: string | null;
  /** bytes of the largest append, null where nothing limits it */
  readonly appendSizeMax: number | null;
  /** what is odd about it and stops nothing */
  readonly findings: readonly Finding[];
}

/** What a store does with itself as a whole. */
export interface Upkeep {
  /**
   * Looks at what the store keeps around records and files, such as its indexes.
   * @throws STORE_DAMAGED where it does not hold together
   */
  check(): Promise<void>;
  /** The hashes under which files are kept. @throws STORE_DAMAGED */
  keptFiles(): Promise<readonly string[]>;
  /**
   * Copies all that was acknowledged when it was asked; others go on reading and writing.
   * @param file where the copy goes when it is published; nothing may be there
   * @throws TARGET_EXISTS, COPY_NOT_WRITABLE, BACKUP_NOT_SUPPORTED, STORE_DAMAGED
   */
  backUp(file: string, onProgress?: CopyProgress): Promise<Draft>;
  standing(): Promise<Standing>;
}

/** Makes a store of a backup. */
export interface Restores {
  /**
   * @param folder the store's: missing or empty
   * @throws FILE_NOT_FOUND, BACKUP_NOT_RECOGNISED, BACKUP_FROM_NEWER_VERSION, BACKUP_DAMAGED,
   *   TARGET_EXISTS, COPY_NOT_WRITABLE
   */
  restore(file: string, folder: string, onProgress?: CopyProgress): Promise<Draft>;
}
