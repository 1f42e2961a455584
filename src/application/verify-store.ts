import type { LedgerId } from '../catalogue/codes.ts';
import { Failure, isFailure } from '../catalogue/failure.ts';
import type { Head } from '../integrity/verify.ts';
import { filesNamedIn } from './files-named-in.ts';
import type { EventStore } from './ports/event-store.ts';
import type { Files } from './ports/files.ts';
import type { PaperLog } from './ports/paper-log.ts';
import type { Upkeep } from './ports/upkeep.ts';
import { type Verified, verifyLedger } from './verify-ledger.ts';

/** One ledger of a store: what it was found to be, or the first of it that does not fit. */
export interface VerifiedLedger {
  readonly ledger: LedgerId;
  /** null where a record does not fit */
  readonly verified: Verified | null;
  readonly damage: readonly Failure[];
}

export interface VerifiedStore {
  readonly rows: readonly VerifiedLedger[];
  /** how many files were read whole and compared with their hash */
  readonly files: number;
  /** what is damaged besides the ledgers: the store itself, and files that it keeps */
  readonly damage: readonly Failure[];
}

export interface Verification {
  /** this one alone, with the files that it names; without it every ledger and every file */
  readonly ledger?: LedgerId;
  /** a head of that ledger, or of the only one */
  readonly head?: Head;
  /** every ledger and every file all the same */
  readonly isWhole?: true;
  readonly onProgress?: (ledger: LedgerId, records: number) => void;
  /** compares a ledger with what a snapshot remembers of it; throws LEDGER_DAMAGED */
  readonly witness?: (ledger: LedgerId) => Promise<void>;
}

/** The store as `verify` goes through it. */
export type WholeStore = EventStore & Files & PaperLog & Upkeep;

/** All that is damaged, in the order in which it was found. */
export const damageOf = ({ rows, damage }: VerifiedStore): readonly Failure[] => [
  ...rows.flatMap((row) => row.damage),
  ...damage,
];

/** Work that damage ends, and with which the rest goes on. */
const orDamage = async <Result>(
  damage: Failure[],
  otherwise: Result,
  work: () => Promise<Result>,
): Promise<Result> => {
  try {
    return await work();
  } catch (error) {
    if (!isFailure(error) || error.kind !== 'damaged') throw error;
    damage.push(error);
    return otherwise;
  }
};

/** Each file is read once, whoever names it. */
class FileCheck {
  readonly #files: Files;
  readonly #states = new Map<string, Promise<'kept' | 'missing' | 'damaged'>>();

  constructor(files: Files) {
    this.#files = files;
  }

  get count(): number {
    return this.#states.size;
  }

  state(file: string): Promise<'kept' | 'missing' | 'damaged'> {
    const known = this.#states.get(file);
    if (known !== undefined) return known;
    const state = this.#look(file);
    this.#states.set(file, state);
    return state;
  }

  async #look(file: string): Promise<'kept' | 'missing' | 'damaged'> {
    const damage: Failure[] = [];
    const bytes = await orDamage(damage, null, () => this.#files.find(file));
    if (damage.length > 0) return 'damaged';
    return bytes === null ? 'missing' : 'kept';
  }
}

const verifyRow = async (
  store: WholeStore,
  files: FileCheck,
  ledger: LedgerId,
  { ledger: chosen = ledger, head, onProgress, witness }: Verification,
): Promise<VerifiedLedger> => {
  const damage: Failure[] = [];
  const named = new Map<string, number>();
  const verified = await orDamage(damage, null, () =>
    verifyLedger(store, ledger, {
      ...(head && chosen === ledger && { head }),
      onRecord: ({ revision, text }) => {
        for (const file of filesNamedIn(text)) if (!named.has(file)) named.set(file, revision);
      },
      onProgress: (records) => onProgress?.(ledger, records),
    }),
  );
  if (verified !== null) await orDamage(damage, undefined, async () => witness?.(ledger));
  for (const [file, revision] of named) {
    const state = await files.state(file);
    if (state === 'missing')
      damage.push(new Failure('KEPT_FILE_MISSING', { ledger, revision, file }));
    if (state === 'damaged') damage.push(new Failure('KEPT_FILE_DAMAGED', { file }));
  }
  return { ledger, verified, damage };
};

const ledgersIn = async (store: EventStore): Promise<readonly LedgerId[]> =>
  (await store.streams('poaLedger')).map(({ id }) => id as LedgerId);

/** @throws LEDGER_NOT_FOUND, LEDGER_NOT_CHOSEN where a head could be of several */
const assertChosen = (known: readonly LedgerId[], { ledger, head }: Verification): void => {
  if (ledger !== undefined && !known.includes(ledger)) {
    throw new Failure('LEDGER_NOT_FOUND', { name: ledger, known });
  }
  if (ledger === undefined && head !== undefined && known.length !== 1) {
    throw new Failure('LEDGER_NOT_CHOSEN', { known });
  }
};

/** What nobody names is not missed: the store itself is checked, and every file that it keeps. */
const verifyRest = async (
  store: WholeStore,
  files: FileCheck,
  rows: readonly VerifiedLedger[],
  damage: Failure[],
): Promise<void> => {
  const known = new Set(
    rows.flatMap((row) => row.damage.map(({ facts }) => ('file' in facts ? facts.file : ''))),
  );
  await orDamage(damage, undefined, () => store.check());
  for (const file of await orDamage(damage, [], () => store.keptFiles())) {
    const isDamaged = (await files.state(file)) !== 'kept';
    if (isDamaged && !known.has(file)) damage.push(new Failure('KEPT_FILE_DAMAGED', { file }));
  }
};

/**
 * Verifies every ledger of a store and every file that it keeps. Damage is part of the answer, and
 * what comes after it is verified all the same.
 * @throws LEDGER_NOT_FOUND, LEDGER_NOT_CHOSEN
 */
export const verifyStore = async (
  store: WholeStore,
  verification: Verification = {},
): Promise<VerifiedStore> => {
  const damage: Failure[] = [];
  const files = new FileCheck(store);
  const known = await orDamage(damage, [], () => ledgersIn(store));
  if (damage.length === 0) assertChosen(known, verification);
  const { ledger, isWhole = ledger === undefined } = verification;
  const rows: VerifiedLedger[] = [];
  for (const each of isWhole ? known : known.filter((id) => id === ledger)) {
    rows.push(await verifyRow(store, files, each, verification));
  }
  if (isWhole) await verifyRest(store, files, rows, damage);
  return { rows, files: files.count, damage };
};
