import { hash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { FoundSnapshot, Snapshot, Snapshots } from '../../application/ports/snapshots.ts';

const hashSize = 32;

const sealOf = (body: Uint8Array): Buffer => hash('sha256', body, 'buffer');

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
    return { outcome: 'found', snapshot: deserialize(body) as Snapshot };
  }

  async keep(ledger: string, snapshot: Snapshot): Promise<void> {
    const body = serialize(snapshot);
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
