import type { LedgerId } from '../catalogue/codes.ts';
import { Failure } from '../catalogue/failure.ts';
import { emptyFrontier, type Frontier, rootOf } from '../integrity/merkle.ts';
import { verifyRecord } from '../integrity/verify.ts';
import { filesNamedIn } from './files-named-in.ts';
import { type EventStore, type KeptRecord, ledgerStream } from './ports/event-store.ts';
import type { Files } from './ports/files.ts';
import type { Stores } from './ports/stores.ts';
import { recordAt } from './record-at.ts';
import { verifyLedger } from './verify-ledger.ts';
import { batchesOf } from './whole-commands.ts';

type Store = EventStore & Files;

export interface CopiedLedger {
  readonly ledger: LedgerId;
  /** in the source */
  readonly records: number;
  /** how many of them the target lacked */
  readonly copied: number;
  /** the root of both stores at the last record of the source */
  readonly root: string;
}

export interface Copying {
  readonly from: string;
  readonly to: string;
  /** this one alone; without it every ledger */
  readonly ledger?: LedgerId;
  readonly onProgress?: (ledger: LedgerId, records: number, total: number) => void;
}

/** How often an append of unknown outcome is tried again. */
const attemptsMax = 5;

/** @throws COPY_DIVERGED where the target has another record at that place, and so another history */
const assertSame = async (to: Store, ledger: LedgerId, record: KeptRecord): Promise<void> => {
  const { revision } = record;
  const other = await recordAt(to, ledgerStream(ledger), revision);
  if (other?.id !== record.id || other.root !== record.root)
    throw new Failure('COPY_DIVERGED', { ledger, revision });
};

/** One ledger on its way from one store to another. */
class LedgerCopy {
  copied = 0;
  frontier: Frontier = emptyFrontier;
  readonly #files = new Set<string>();
  readonly #from: Store;
  readonly #to: Store;
  readonly #ledger: LedgerId;

  constructor(from: Store, to: Store, ledger: LedgerId) {
    this.#from = from;
    this.#to = to;
    this.#ledger = ledger;
  }

  /** Carries what the target lacks: files before the records that name them. */
  async carry(onBatch: (records: number) => void): Promise<void> {
    const there = await this.#to.head(ledgerStream(this.#ledger));
    for await (const batch of batchesOf(this.#lacking(there))) {
      await this.#append(batch);
      this.copied += batch.length;
      onBatch((batch.at(-1)?.revision ?? -1) + 1);
    }
  }

  /** Every record of the source is verified on the way, those that the target has too. */
  async *#lacking(there: number): AsyncGenerator<KeptRecord, void> {
    const ledger = this.#ledger;
    let last: KeptRecord | undefined;
    for await (const page of this.#from.read(ledgerStream(ledger), 0)) {
      for (const record of page) {
        this.frontier = verifyRecord(ledger, record, this.frontier);
        last = record;
        await this.#carryFiles(record);
        if (record.revision === there) await assertSame(this.#to, ledger, record);
        if (record.revision > there) yield record;
      }
    }
    if (last !== undefined && last.revision < there) await assertSame(this.#to, ledger, last);
  }

  /** @throws KEPT_FILE_MISSING */
  async #carryFiles({ revision, text }: KeptRecord): Promise<void> {
    for (const file of filesNamedIn(text)) {
      if (this.#files.has(file)) continue;
      this.#files.add(file);
      if ((await this.#to.find(file)) !== null) continue;
      const bytes = await this.#from.find(file);
      if (bytes === null)
        throw new Failure('KEPT_FILE_MISSING', { ledger: this.#ledger, revision, file });
      await this.#to.keep(bytes);
    }
  }

  /** Tried again where its outcome is unknown: the revision that it expects lets it in once. */
  async #append(batch: readonly KeptRecord[]): Promise<void> {
    const [first] = batch;
    const last = batch.at(-1);
    if (first === undefined || last === undefined) return;
    for (let attempt = 0; attempt < attemptsMax; attempt += 1) {
      const { outcome } = await this.#to.append(
        ledgerStream(this.#ledger),
        first.revision - 1,
        batch,
      );
      if (outcome === 'appended') return;
      const head = await this.#to.head(ledgerStream(this.#ledger));
      if (head >= last.revision) return assertSame(this.#to, this.#ledger, last);
      if (head !== first.revision - 1)
        throw new Failure('COPY_DIVERGED', { ledger: this.#ledger, revision: head });
    }
    throw new Failure('COPY_INTERRUPTED', { ledger: this.#ledger, revision: first.revision });
  }
}

const copyLedger = async (
  { from, to }: { from: Store; to: Store },
  ledger: LedgerId,
  onProgress: Copying['onProgress'],
): Promise<CopiedLedger> => {
  const total = (await from.head(ledgerStream(ledger))) + 1;
  const copy = new LedgerCopy(from, to, ledger);
  await copy.carry((records) => onProgress?.(ledger, records, total));
  const { copied, frontier } = copy;
  const root = rootOf(frontier);
  await verifyLedger(to, ledger, { head: { revision: frontier.size - 1, root } });
  return { ledger, records: frontier.size, copied, root };
};

/** @throws LEDGER_NOT_FOUND */
const chosen = async (from: Store, ledger: LedgerId | undefined): Promise<readonly LedgerId[]> => {
  const known = (await from.streams('poaLedger')).map(({ id }) => id as LedgerId);
  if (ledger === undefined) return known;
  if (!known.includes(ledger)) throw new Failure('LEDGER_NOT_FOUND', { name: ledger, known });
  return [ledger];
};

/**
 * Copies ledgers with the files that they name: the same records with the same leaves. What a copy
 * that broke off has carried stays, and the next one goes on behind it.
 * @throws LEDGER_NOT_FOUND, LEDGER_DAMAGED in the source, COPY_DIVERGED, COPY_INTERRUPTED, and what
 *   the stores say
 */
export const copyLedgers = async (
  stores: Stores,
  { from: source, to: target, ledger, onProgress }: Copying,
): Promise<readonly CopiedLedger[]> => {
  const from = await stores.open(source, 'must-exist');
  try {
    const ledgers = await chosen(from, ledger);
    const to = await stores.open(target, 'create');
    try {
      const copied: CopiedLedger[] = [];
      for (const each of ledgers) copied.push(await copyLedger({ from, to }, each, onProgress));
      return copied;
    } finally {
      await to.close();
    }
  } finally {
    await from.close();
  }
};
