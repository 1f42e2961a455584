import { createHash } from 'node:crypto';

import { binaryEvent, jsonEvent } from '@eventstore/db-client';
import { beforeEach, describe, expect, it } from '@jest/globals';

import type { EventStoreDbStore } from '../../../src/adapters/eventstoredb/eventstoredb-store.ts';
import { codeOf } from '../../support/code-of.ts';
import { followUntil } from '../../support/collecting.ts';
import { keptRecords } from '../../support/kept-records.ts';
import { itWithFaults, newLedger, openedStores } from './opened-stores.ts';

const { startServer, someAddress, open, connect } = openedStores();

/** Of three chunks, and none like another test's. */
const fileOf = (seed: number): Uint8Array =>
  Uint8Array.from({ length: 1_200_000 }, (_, index) => (index * seed + (index >> 8)) % 251);

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('eventstoredb: a file of several chunks', () => {
  let address = '';
  let store: EventStoreDbStore;
  const seed = Date.now() % 1_000_000;

  beforeEach(async () => {
    address = await someAddress();
    store = await open(address);
  });

  it('is kept whole, once, and listed', async () => {
    const bytes = fileOf(seed);
    const hashes = await Promise.all([store.keep(bytes), store.keep(bytes)]);
    const again = await open(address);

    expect(hashes).toEqual([hashOf(bytes), hashOf(bytes)]);
    expect(Buffer.compare((await again.find(hashOf(bytes))) ?? new Uint8Array(), bytes)).toBe(0);
    expect((await again.keptFiles()).filter((hash) => hash === hashOf(bytes))).toHaveLength(1);
  });

  it('does not come to followers', async () => {
    const ledger = newLedger();
    await store.keep(fileOf(seed));
    await store.append(ledger, -1, keptRecords(ledger, -1, 1));

    expect(await followUntil(store, ledger.category, 1)).toHaveLength(1);
  });

  it('of which a chunk is missing is not found, and is kept by the next keeping', async () => {
    const bytes = fileOf(seed + 1);
    await connect(address).appendToStream(
      `keptFile-${hashOf(bytes)}`,
      binaryEvent({ type: 'FileChunk', data: bytes.subarray(0, 512 * 1024) }),
    );

    expect(await store.find(hashOf(bytes))).toBeNull();
    expect(await store.keptFiles()).not.toContain(hashOf(bytes));
    expect(await store.keep(bytes)).toBe(hashOf(bytes));
    expect(Buffer.compare((await store.find(hashOf(bytes))) ?? new Uint8Array(), bytes)).toBe(0);
  });

  it('whose bytes are others is damaged', async () => {
    const sha256 = hashOf(Buffer.from(`other ${seed}`));
    await connect(address).appendToStream(`keptFile-${sha256}`, [
      binaryEvent({ type: 'FileChunk', data: Uint8Array.of(1, 2) }),
      jsonEvent({ type: 'keptFile:FileKept', data: { size: 2, chunks: 1 } }),
    ]);

    expect(await codeOf(store.find(sha256))).toBe('KEPT_FILE_DAMAGED');
    expect(await store.keptFiles()).toContain(sha256);
  });

  it.each(['deleted', 'deleted for ever', 'truncated'])('that was %s is damaged', async (how) => {
    const bytes = fileOf(seed + 2 + how.length);
    const sha256 = await store.keep(bytes);
    const other = connect(address);
    const name = `keptFile-${sha256}`;
    if (how === 'deleted') await other.deleteStream(name);
    else if (how === 'truncated') await other.setStreamMetadata(name, { truncateBefore: 1 });
    else await other.tombstoneStream(name);

    expect(await codeOf(store.find(sha256))).toBe('KEPT_FILE_DAMAGED');
    expect(await (await open(address)).keptFiles()).toContain(sha256);
  });

  itWithFaults('whose keeping broke off on the way is kept all the same', async () => {
    const server = await startServer();
    const broken = await open(server.connectionString);
    const bytes = fileOf(3);
    server.faults.cutAfterBytes(800_000);

    expect(await broken.keep(bytes)).toBe(hashOf(bytes));
    expect(Buffer.compare((await broken.find(hashOf(bytes))) ?? new Uint8Array(), bytes)).toBe(0);
  });
});
