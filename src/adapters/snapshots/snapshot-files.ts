import { hash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { FoundSnapshot, Snapshot, Snapshots } from '../../application/ports/snapshots.ts';

const hashSize = 32;
const lengthSize = 4;

const sealOf = (body: Uint8Array): Buffer => hash('sha256', body, 'buffer');

/** The length of the part for views, that part, and the part for decisions. */
const bodyOf = ({ decisions, ...views }: Snapshot): Buffer => {
  const first = serialize(views);
  const length = Buffer.alloc(lengthSize);
  length.writeUInt32LE(first.length);
  return Buffer.concat([length, first, serialize(decisions())]);
};

const snapshotIn = (body: Buffer): Snapshot => {
  const end = lengthSize + body.readUInt32LE();
  const views = deserialize(body.subarray(lengthSize, end)) as Omit<Snapshot, 'decisions'>;
  return { ...views, decisions: () => deserialize(body.subarray(end)) as unknown };
};

/**
 * Snapshots as files in a folder, one a ledger: the hash of the body, then the body. They stand
 * beside the database and not in it, so that a log that was cut does not take its witness along.
 */
export class SnapshotFiles implements Snapshots {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async find(ledger: string): Promise<FoundSnapshot> {
    const bytes = await readFile(this.#path(ledger)).catch(() => null);
    if (bytes === null) return { outcome: 'none' };
    const body = bytes.subarray(hashSize);
    if (!sealOf(body).equals(bytes.subarray(0, hashSize))) return { outcome: 'damaged' };
    return { outcome: 'found', snapshot: snapshotIn(body) };
  }

  async keep(ledger: string, snapshot: Snapshot): Promise<void> {
    const body = bodyOf(snapshot);
    const draft = `${this.#path(ledger)}.${randomUUID()}`;
    try {
      await mkdir(this.#folder, { recursive: true });
      await writeFile(draft, Buffer.concat([sealOf(body), body]));
      await rename(draft, this.#path(ledger));
    } catch {
      await rm(draft, { force: true }).catch(() => undefined);
    }
  }

  #path(ledger: string): string {
    return join(this.#folder, `${ledger}.snapshot`);
  }
}
