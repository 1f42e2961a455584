import client from '@eventstore/db-client';
import { describe, expect, it } from '@jest/globals';

import {
  credentials,
  event,
  revisionsIn,
  seen,
} from '../../support/event-store-server/client-words.ts';
import { serversOfSpec } from '../../support/event-store-server/servers-of-spec.ts';

const { startServer, connect } = serversOfSpec();
const { BACKWARDS, END, START } = client;

const threeEvents = async () => {
  const server = await startServer();
  const db = connect(server);
  await db.appendToStream('a', [event(0), event(1), event(2)], { credentials });
  return { server, db };
};

describe('the metadata of a stream', () => {
  it.each([[{ maxCount: 2 }], [{ truncateBefore: 1 }]])(
    'hides its beginning without a word: %j',
    async (metadata) => {
      const { db } = await threeEvents();
      await db.setStreamMetadata('a', metadata, { credentials });

      expect(await seen(db, 'a')).toEqual([1n, 2n]);
      expect(
        await revisionsIn(db.readStream('a', { direction: BACKWARDS, fromRevision: END })),
      ).toEqual([2n, 1n]);
    },
  );

  it('hides what is too old', async () => {
    const { server, db } = await threeEvents();
    await db.setStreamMetadata('a', { maxAge: 60 }, { credentials });
    expect(await seen(db, 'a')).toEqual([0n, 1n, 2n]);

    server.faults.moveClock(61_000);
    await db.appendToStream('a', event(3), { credentials });
    expect(await seen(db, 'a')).toEqual([3n]);
  });

  it('is told with the position of its commit in the place of its revision', async () => {
    const { db } = await threeEvents();
    await db.setStreamMetadata('a', { maxCount: 9 }, { credentials });
    const { position } = await db.setStreamMetadata(
      'a',
      { maxCount: 9, owner: 'ana' },
      { credentials, expectedRevision: 0n },
    );

    expect(await db.getStreamMetadata('a')).toEqual({
      streamName: 'a',
      metadata: { maxCount: 9, owner: 'ana' },
      metastreamRevision: position?.commit,
    });
    expect(await seen(db, '$$a')).toEqual([1n]);
  });

  it('is nothing where nobody set it', async () => {
    const { db } = await threeEvents();

    expect(await db.getStreamMetadata('a')).toEqual({ streamName: 'a' });
  });

  it('truncates by the hand on the server too', async () => {
    const { server, db } = await threeEvents();
    server.faults.truncate('a', 2);

    expect(await seen(db, 'a')).toEqual([2n]);
  });

  it('brings a soft-deleted stream back, empty', async () => {
    const { server, db } = await threeEvents();
    server.faults.deleteStream('a');
    await db.setStreamMetadata('a', { owner: 'ana' }, { credentials });

    expect(await seen(db, 'a')).toEqual([]);
    expect((await db.getStreamMetadata('a')).metadata).toEqual({ owner: 'ana', truncateBefore: 3 });
  });
});

const typesIn = async (
  reading: ReturnType<ReturnType<typeof connect>['readAll']>,
): Promise<string[]> => {
  const types: string[] = [];
  for await (const { event: read } of reading) types.push(read?.type ?? '');
  return types;
};

describe('the whole log', () => {
  it('holds all records in the order of their positions, hidden and deleted ones too', async () => {
    const { server, db } = await threeEvents();
    server.faults.truncate('a', 2);
    await db.appendToStream('b', event(0), { credentials });
    server.faults.tombstone('b');

    const types = ['Counted', 'Counted', 'Counted', '$metadata', 'Counted', '$streamDeleted'];
    expect(await typesIn(db.readAll())).toEqual(types);
    expect(await typesIn(db.readAll({ direction: BACKWARDS, fromPosition: END }))).toEqual(
      types.reverse(),
    );
    const positions: bigint[] = [];
    for await (const { event: read } of db.readAll()) positions.push(read?.position.commit ?? -1n);
    expect(positions).toEqual(positions.toSorted((one, other) => Number(one - other)));
  });

  it('is read from a position: forwards with it, backwards without it', async () => {
    const { db } = await threeEvents();
    const { position } = await db.appendToStream('b', event(7), { credentials });
    await db.appendToStream('b', event(8), { credentials });
    const fromPosition = position ?? START;

    expect(await revisionsIn(db.readAll({ fromPosition }))).toEqual([0n, 1n]);
    expect(
      await revisionsIn(db.readAll({ fromPosition, direction: BACKWARDS, maxCount: 2 })),
    ).toEqual([2n, 1n]);
  });

  it('takes no filter', async () => {
    const { db } = await threeEvents();
    const filter = client.streamNameFilter({ prefixes: ['b'] });

    expect(await typesIn(db.readAll({ filter } as object))).toHaveLength(3);
  });
});
