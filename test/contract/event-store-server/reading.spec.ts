import { setTimeout as sleep } from 'node:timers/promises';

import client, { type EventStoreDBClient, type ReadStreamOptions } from '@eventstore/db-client';
import { describe, expect, it } from '@jest/globals';

import {
  credentials,
  event,
  refusal,
  revisionsIn,
  seen,
} from '../../support/event-store-server/client-words.ts';
import { serversOfSpec } from '../../support/event-store-server/servers-of-spec.ts';

const { startServer, connect } = serversOfSpec();
const { BACKWARDS, END, START } = client;

const fourEvents = async () => {
  const server = await startServer();
  const db = connect(server);
  await db.appendToStream('a', [event(0), event(1), event(2), event(3)], { credentials });
  return { server, db };
};

describe('a stream', () => {
  it.each<[ReadStreamOptions, bigint[]]>([
    [{}, [0n, 1n, 2n, 3n]],
    [{ fromRevision: 2n }, [2n, 3n]],
    [{ fromRevision: 1n, maxCount: 2 }, [1n, 2n]],
    [{ fromRevision: 4n }, []],
    [{ fromRevision: END }, []],
    [{ direction: BACKWARDS, fromRevision: END }, [3n, 2n, 1n, 0n]],
    [{ direction: BACKWARDS, fromRevision: END, maxCount: 1 }, [3n]],
    [{ direction: BACKWARDS, fromRevision: 1n }, [1n, 0n]],
    [{ direction: BACKWARDS, fromRevision: START }, [0n]],
  ])('is read as asked: %j', async (options, revisions) => {
    const { db } = await fourEvents();

    expect(await revisionsIn(db.readStream('a', options))).toEqual(revisions);
  });

  it('that was never written is not found', async () => {
    const { db } = await fourEvents();

    await expect(seen(db, 'b')).rejects.toMatchObject({
      type: 'stream-not-found',
      streamName: 'b',
    });
    expect(await refusal(revisionsIn(db.readStream('b', { direction: BACKWARDS })))).toBe(
      'stream-not-found',
    );
  });

  it('is read to its end by a slow reader too', async () => {
    const db = connect(await startServer(), 'defaultDeadline=100');
    const many = Array.from({ length: 2_000 }, (_, n) => event(n));
    await db.appendToStream('a', many, { credentials, deadline: 5_000 });

    let read = 0n;
    for await (const { event: each } of db.readStream('a')) {
      read = each?.revision ?? -1n;
      if (read % 500n === 0n) await sleep(100);
    }
    expect(read).toBe(1_999n);
  });
});

const onlyEvent = async (db: EventStoreDBClient) => {
  for await (const { event: read } of db.readStream('b')) return read;
  return undefined;
};

describe('an event', () => {
  it('in JSON comes back parsed, its keys in their order', async () => {
    const { db } = await fourEvents();
    const data = { b: 1, a: [2.5, 'ñ'], 7: null };
    const written = client.jsonEvent({ type: 'Odd', data, metadata: { z: 1, y: 2 } });
    await db.appendToStream('b', written, { credentials });

    const read = await onlyEvent(db);
    expect(read).toMatchObject({ isJson: true, type: 'Odd', streamId: 'b', id: written.id });
    expect(JSON.stringify(read?.data)).toBe('{"7":null,"b":1,"a":[2.5,"ñ"]}');
    expect(JSON.stringify(read?.metadata)).toBe('{"z":1,"y":2}');
  });

  it('in bytes comes back in bytes, but for metadata that is JSON', async () => {
    const { db } = await fourEvents();
    const [data, metadata] = [Uint8Array.of(0, 255, 7), Buffer.from('{"z":1}')];
    await db.appendToStream(
      'b',
      client.binaryEvent({ type: 'Raw', data, metadata: Uint8Array.from(metadata) }),
      { credentials },
    );

    const read = await onlyEvent(db);
    expect(read?.isJson).toBe(false);
    expect([...(read?.data as Uint8Array)]).toEqual([0, 255, 7]);
    expect(read?.metadata).toEqual({ z: 1 });
  });

  it('is dated by the clock of the server, which may go back', async () => {
    const server = await startServer();
    const db = connect(server);
    await db.appendToStream('a', event(0), { credentials });
    server.faults.moveClock(-60_000);
    await db.appendToStream('a', event(1), { credentials });

    const dates: number[] = [];
    for await (const { event: read } of db.readStream('a'))
      dates.push(read?.created.getTime() ?? 0);
    const [first = 0, second = 0] = dates;
    expect(Math.abs(Date.now() - first)).toBeLessThan(10_000);
    expect(first - second).toBeGreaterThan(50_000);
  });
});

describe('a soft-deleted stream', () => {
  it('reads as missing, with metadata that stays', async () => {
    const { server, db } = await fourEvents();
    server.faults.deleteStream('a');

    expect(await refusal(seen(db, 'a'))).toBe('stream-not-found');
    expect((await db.getStreamMetadata('a')).metadata).toEqual({
      truncateBefore: Number(9_223_372_036_854_775_807n),
    });
  });

  it('goes on at the next revision', async () => {
    const db = connect(await startServer());
    await db.appendToStream('a', [event(0), event(1)], { credentials });
    await db.deleteStream('a');

    const anew = { expectedRevision: 'no_stream', credentials } as const;
    expect((await db.appendToStream('a', event(2), anew)).nextExpectedRevision).toBe(2n);
    expect(await seen(db, 'a')).toEqual([2n]);
    expect((await db.getStreamMetadata('a')).metadata).toEqual({ truncateBefore: 2 });
    await expect(db.appendToStream('a', event(3), anew)).rejects.toMatchObject({
      type: 'wrong-expected-version',
      actualVersion: 2n,
    });
  });

  it('cannot be deleted at another revision, nor where none is', async () => {
    const { db } = await fourEvents();

    await expect(db.deleteStream('a', { expectedRevision: 1n })).rejects.toMatchObject({
      type: 'wrong-expected-version',
      expectedVersion: 1n,
      actualVersion: 3n,
    });
    expect(await refusal(db.deleteStream('b'))).toBe('wrong-expected-version');
  });
});

describe('a tombstoned stream', () => {
  it('is deleted for reading, writing and for its metadata', async () => {
    const { db } = await fourEvents();
    await db.tombstoneStream('a');

    await expect(seen(db, 'a')).rejects.toMatchObject({ type: 'stream-deleted', streamName: 'a' });
    await expect(db.appendToStream('a', event(4), { credentials })).rejects.toMatchObject({
      type: 'stream-deleted',
      streamName: 'a',
    });
    expect(await refusal(db.getStreamMetadata('a'))).toBe('stream-deleted');
    expect(await refusal(db.tombstoneStream('a'))).toBe('stream-deleted');
  });
});
