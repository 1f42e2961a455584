import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { openEventStoreDb } from '../../src/adapters/eventstoredb/open-eventstoredb.ts';
import { MemoryStore } from '../../src/adapters/memory/memory-store.ts';
import { openSqliteStore } from '../../src/adapters/sqlite/open-sqlite-store.ts';
import { copyLedgers } from '../../src/application/copy-ledgers.ts';
import { ledgerStream } from '../../src/application/ports/event-store.ts';
import { verifyLedger } from '../../src/application/verify-ledger.ts';
import type { WholeStore } from '../../src/application/verify-store.ts';
import { canonicalText } from '../../src/integrity/canonical.ts';
import { codeOf } from '../support/code-of.ts';
import { readAll } from '../support/collecting.ts';
import {
  type EventStoreServer,
  startEventStoreServer,
} from '../support/event-store-server/start-event-store-server.ts';
import { temporaryFolders } from '../support/folders.ts';
import { largeForm } from '../support/large-form.ts';
import { serviceOver } from '../support/service-over.ts';
import { takeSample } from '../support/take-sample.ts';
import { sampleId } from '../support/two-ledgers.ts';

jest.setTimeout(60_000);
const newFolder = temporaryFolders();
const stream = ledgerStream(sampleId);

/** What the service files give to a server. */
const maxAppendSize = 16_000_000;

/** The two sample files at a moment of their own, whatever day it is. */
const takeSamples = async (store: WholeStore): Promise<void> => {
  let now = Date.parse('2021-01-04T12:00:00Z') * 1000;
  const clock = { now: () => (now += 1_000_000), pause: () => Promise.resolve() };
  await takeSample(store, 'budget', clock);
  await takeSample(store, 'form', clock);
};

const rootOf = async (store: WholeStore): Promise<string> =>
  (await verifyLedger(store, sampleId)).root;

describe('one history in every store', () => {
  let server: EventStoreServer;
  beforeAll(async () => {
    server = await startEventStoreServer({ maxAppendSize });
  });
  afterAll(() => server.stop());

  const onServer = (of: EventStoreServer = server): Promise<WholeStore> =>
    openEventStoreDb(of.connectionString, { canonicalText });

  it('has one root, and again after going to servers and back', async () => {
    const folder = newFolder();
    const embedded = await openSqliteStore(folder);
    const memory = new MemoryStore();
    const servers = await onServer();
    for (const store of [embedded, memory, servers]) await takeSamples(store);

    const root = await rootOf(embedded);
    expect(await rootOf(memory)).toBe(root);
    expect(await rootOf(servers)).toBe(root);
    expect(await readAll(servers, stream)).toEqual(await readAll(embedded, stream));

    const elsewhere = await startEventStoreServer({ maxAppendSize });
    const back = newFolder();
    const stores = {
      open: (address: string) =>
        address.startsWith('esdb:')
          ? openEventStoreDb(address, { canonicalText })
          : openSqliteStore(address),
    };
    const there = { from: folder, to: elsewhere.connectionString };
    expect(await copyLedgers(stores, there)).toMatchObject([{ root, copied: 49 }]);
    const again = { from: elsewhere.connectionString, to: back };
    expect(await copyLedgers(stores, again)).toMatchObject([{ root, copied: 49 }]);
    const home = await openSqliteStore(back);
    expect(await rootOf(home)).toBe(root);
    expect(await home.keptFiles()).toEqual(await embedded.keptFiles());
    for (const store of [embedded, servers, home]) await store.close();
    await elsewhere.stop();
  });

  it('has another root when any field of any record is another on the server', async () => {
    const own = await startEventStoreServer({ maxAppendSize });
    const store = await onServer(own);
    await takeSamples(store);
    const events = own.log.eventsOf(`poaLedger-${sampleId}`) as unknown as {
      metadata: Uint8Array;
    }[];
    const { revision } = await verifyLedger(store, sampleId).then(({ records }) => ({
      revision: records - 1,
    }));
    expect(revision).toBe(48);

    const fields = new Set<string>();
    for (const event of events) {
      const { metadata } = event;
      const envelope = JSON.parse(Buffer.from(metadata).toString()) as Record<string, unknown>;
      for (const [field, value] of Object.entries(envelope)) {
        const other = typeof value === 'number' ? value + 1 : [value, 'otro'];
        event.metadata = Buffer.from(JSON.stringify({ ...envelope, [field]: other }));
        expect(await codeOf(verifyLedger(store, sampleId))).toBe('LEDGER_DAMAGED');
        fields.add(field);
      }
      event.metadata = metadata;
    }
    expect([...fields].sort()).toEqual([
      ...['actor', 'commandHash', 'commandId', 'correlationId', 'effectiveOn', 'ledger', 'origin'],
      ...['recordedAt', 'revision', 'root', 'version'],
    ]);
    expect((await verifyLedger(store, sampleId)).records).toBe(49);
    await store.close();
    await own.stop();
  });

  it('takes the largest form in one append under the limit of the service files', async () => {
    const own = await startEventStoreServer({ maxAppendSize });
    const store = await onServer(own);
    const answer = await serviceOver(store).ledgers.change({
      ledger: sampleId,
      command: { type: 'TakeForm', data: { form: largeForm(), again: false } },
      commandId: 'large',
      actor: 'u1',
    });

    expect(answer.events).toBeGreaterThan(2_000);
    expect(await store.head(stream)).toBe(answer.revision);
    expect((await verifyLedger(store, sampleId)).records).toBe(answer.events);
    await store.close();
    await own.stop();
  });

  it('says that a form is too large for a server that takes less, and writes nothing', async () => {
    const own = await startEventStoreServer();
    const store = await onServer(own);
    const change = serviceOver(store).ledgers.change({
      ledger: sampleId,
      command: { type: 'TakeForm', data: { form: largeForm(), again: false } },
      commandId: 'large',
      actor: 'u1',
    });

    await expect(change).rejects.toMatchObject({
      code: 'CHANGE_TOO_LARGE',
      facts: { limit: 1_048_576 },
    });
    expect(await store.head(stream)).toBe(-1);
    await store.close();
    await own.stop();
  });
});
