import { expect, it } from '@jest/globals';

import type { FollowedRecord } from '../../../src/application/ports/event-store.ts';
import { codeOf } from '../../support/code-of.ts';
import { followUntil, readAll } from '../../support/collecting.ts';
import { keptRecords } from '../../support/kept-records.ts';
import { describeWithFaults, newLedger, openedStores } from './opened-stores.ts';

const { startServer, open } = openedStores();

const revisionsOf = (followed: readonly FollowedRecord[]): readonly number[] =>
  followed.map(({ record }) => record.revision);

const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at);

describeWithFaults('eventstoredb: a server that is lost', () => {
  it.each(['before writing', 'after writing'] as const)(
    'in an append, %s it: the outcome is unknown, and is there to be read afterwards',
    async (moment) => {
      const server = await startServer();
      const store = await open(server.connectionString);
      const ledger = newLedger();
      await store.append(ledger, -1, keptRecords(ledger, -1, 1));
      server.faults.dieInNextAppend(moment);

      const outcome = await store.append(ledger, 0, keptRecords(ledger, 0, 2));
      await server.faults.restart();

      expect(outcome).toEqual({ outcome: 'unknown' });
      expect(await readAll(store, ledger)).toHaveLength(moment === 'after writing' ? 3 : 1);
    },
  );

  it('for good: every call ends in time, and nothing was written', async () => {
    const server = await startServer();
    const store = await open(server.connectionString, { waitMillisecondsMax: 300 });
    const ledger = newLedger();
    await store.append(ledger, -1, keptRecords(ledger, -1, 1));
    await server.faults.kill();
    const calls = [
      store.head(ledger),
      readAll(store, ledger),
      store.streams(ledger.category),
      store.keep(Uint8Array.of(1)),
      store.find('0'.repeat(64)),
      store.check(),
    ];

    expect(await Promise.all(calls.map(codeOf))).toEqual(calls.map(() => 'STORE_UNREACHABLE'));
    expect(await codeOf(store.append(ledger, 0, keptRecords(ledger, 0, 1)))).toBe(
      'STORE_UNREACHABLE',
    );
  });

  it('and comes back: the next call works by itself', async () => {
    const server = await startServer();
    const store = await open(server.connectionString);
    const ledger = newLedger();
    await store.append(ledger, -1, keptRecords(ledger, -1, 1));
    await server.faults.kill();
    const waiting = store.head(ledger);
    await server.faults.restart();

    expect(await waiting).toBe(0);
    expect(await store.append(ledger, 0, keptRecords(ledger, 0, 1))).toEqual({
      outcome: 'appended',
    });
  });

  it('and is silent: readings end, an append has an unknown outcome, then all works again', async () => {
    const server = await startServer();
    const store = await open(server.connectionString, { waitMillisecondsMax: 300 });
    const ledger = newLedger();
    await store.append(ledger, -1, keptRecords(ledger, -1, 1));
    server.faults.freeze();

    expect(await codeOf(store.head(ledger))).toBe('STORE_UNREACHABLE');
    expect(await store.append(ledger, 0, keptRecords(ledger, 0, 1))).toEqual({
      outcome: 'unknown',
    });
    server.faults.thaw();
    expect(await readAll(store, ledger)).not.toHaveLength(0);
  });

  it.each(['cut', 'killed'] as const)(
    '%s again and again: a follower goes on without gap or double',
    async (how) => {
      const server = await startServer();
      const store = await open(server.connectionString);
      const ledger = newLedger();
      await store.append(ledger, -1, keptRecords(ledger, -1, 20));
      const following = followUntil(store, ledger.category, 60);

      for (let after = 19; after < 59; after += 10) {
        if (how === 'cut') server.faults.cutConnections();
        else {
          await server.faults.kill();
          await server.faults.restart();
        }
        while ((await store.head(ledger)) < after + 10)
          await store.append(ledger, after, keptRecords(ledger, after, 10));
      }

      expect(revisionsOf(await following)).toEqual(upTo(60));
    },
  );

  it('while somebody follows: closing and the signal end it all the same', async () => {
    const server = await startServer();
    const store = await open(server.connectionString);
    const ledger = newLedger();
    const stop = new AbortController();
    const following = [
      followUntil(store, ledger.category, 1),
      store.follow(null, stop.signal)[Symbol.asyncIterator]().next(),
    ];
    await server.faults.kill();
    stop.abort();
    await following[1];
    await store.close();

    expect(await following[0]).toEqual([]);
  });
});

describeWithFaults('eventstoredb: a node that does not lead', () => {
  it('is left for the one that does', async () => {
    const leader = await startServer();
    const follower = await startServer({ log: leader.log });
    const store = await open(follower.connectionString);
    const ledger = newLedger();
    follower.faults.refuseAs('not-leader', { address: leader.address, port: leader.port });

    expect(await store.append(ledger, -1, keptRecords(ledger, -1, 2))).toEqual({
      outcome: 'appended',
    });
    expect(await readAll(store, ledger)).toHaveLength(2);
  });
});

describeWithFaults('eventstoredb: a change that is too large', () => {
  const notes = 'x'.repeat(70_000);

  it.each([
    ['asked of the server', {}],
    ['configured', { appendSizeMax: 100_000 }],
  ])('is refused with both sizes, nothing is written: the limit is %s', async (_, options) => {
    const server = await startServer({ maxAppendSize: 100_000 });
    const store = await open(server.connectionString, options);
    const ledger = newLedger();

    expect(await store.append(ledger, -1, keptRecords(ledger, -1, 1, notes))).toEqual({
      outcome: 'appended',
    });
    await expect(store.append(ledger, 0, keptRecords(ledger, 0, 2, notes))).rejects.toMatchObject({
      code: 'CHANGE_TOO_LARGE',
      facts: { limit: 100_000 },
    });
    expect(await store.head(ledger)).toBe(0);
    expect(await store.streams(ledger.category)).toEqual([ledger]);
  });

  it('is refused by the server too, where more was configured than it takes', async () => {
    const server = await startServer({ maxAppendSize: 100_000 });
    const store = await open(server.connectionString, { appendSizeMax: 1_000_000 });
    const ledger = newLedger();

    expect(await codeOf(store.append(ledger, -1, keptRecords(ledger, -1, 2, notes)))).toBe(
      'CHANGE_TOO_LARGE',
    );
    expect(await store.head(ledger)).toBe(-1);
  });

  it('is none where the server takes as much as any can', async () => {
    const server = await startServer({ maxAppendSize: 16_767_216 });
    const store = await open(server.connectionString);
    const ledger = newLedger();

    expect((await store.standing()).appendSizeMax).toBe(16_767_216);
    expect(await store.append(ledger, -1, keptRecords(ledger, -1, 30, notes))).toEqual({
      outcome: 'appended',
    });
  });
});
