import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

import client, {
  type AllStreamSubscription,
  type EventStoreDBClient,
  type SubscribeToAllOptions,
} from '@eventstore/db-client';
import { describe, expect, it } from '@jest/globals';

import { credentials, event } from '../../support/event-store-server/client-words.ts';
import { serversOfSpec } from '../../support/event-store-server/servers-of-spec.ts';

const { startServer, connect } = serversOfSpec();

const wordOf = (error: unknown): string => String((error as { type?: unknown }).type);

/** Notes what a subscription says, in the order in which it says it. */
const noting = (subscription: AllStreamSubscription, said: string[] = []): string[] => {
  subscription.on('confirmation', () => said.push('confirmation'));
  subscription.on('caughtUp', () => said.push('caughtUp'));
  subscription.on('end', () => said.push('end'));
  subscription.on('close', () => said.push('close'));
  subscription.on('error', (error) => said.push(`error ${wordOf(error)}`));
  subscription.on('data', ({ event: read }) =>
    said.push(`${read?.streamId ?? ''} ${read?.type ?? ''}`),
  );
  return said;
};

const threeStreams = async () => {
  const server = await startServer();
  const db = connect(server);
  for (const stream of ['area-1', 'other', 'area-2'])
    await db.appendToStream(stream, event(0), { credentials });
  return { server, db };
};

const caughtUp = async (
  db: EventStoreDBClient,
  options: SubscribeToAllOptions = {},
  said: string[] = [],
) => {
  const subscription = db.subscribeToAll(options);
  noting(subscription, said);
  await once(subscription, 'caughtUp');
  return { subscription, said };
};

describe('a subscription to the whole log', () => {
  it('is confirmed, tells what there is, says so, and tells what comes', async () => {
    const { db } = await threeStreams();
    const { said } = await caughtUp(db);
    await db.appendToStream('other', event(1), { credentials });
    await sleep(50);

    expect(said).toEqual([
      ...['confirmation', 'area-1 Counted', 'other Counted', 'area-2 Counted'],
      ...['caughtUp', 'other Counted'],
    ]);
  });

  it.each([
    ['names by prefix', client.streamNameFilter({ prefixes: ['area-'] })],
    ['names by pattern', client.streamNameFilter({ regex: '^area-\\d$' })],
  ])('may be narrowed to streams, whose tombstones come too: %s', async (_, filter) => {
    const { server, db } = await threeStreams();
    server.faults.tombstone('area-1');
    server.faults.tombstone('other');

    const { said } = await caughtUp(db, { filter });
    expect(said).toEqual([
      ...['confirmation', 'area-1 Counted', 'area-2 Counted', 'area-1 $streamDeleted'],
      'caughtUp',
    ]);
  });

  it.each([
    ['prefix', client.eventTypeFilter({ prefixes: ['$meta'] }), ['$$other $metadata']],
    ['pattern', client.eventTypeFilter({ regex: '^Count' }), Array<string>(3).fill('Counted')],
  ])('may be narrowed to types: %s', async (_, filter, types) => {
    const { server, db } = await threeStreams();
    server.faults.truncate('other', 0);

    const { said } = await caughtUp(db, { filter });
    expect(said.slice(1, -1)).toEqual(types.map((type) => expect.stringContaining(type)));
  });

  it('says how far it has looked, whether anything passed or not', async () => {
    const { db } = await threeStreams();
    const positions: bigint[] = [];
    const filter = client.streamNameFilter({
      prefixes: ['nothing'],
      maxSearchWindow: 1,
      checkpointInterval: 2,
      checkpointReached: (_, { commit }) => {
        positions.push(commit);
      },
    });
    const { said } = await caughtUp(db, { filter });
    await db.appendToStream('other', event(1), { credentials });
    await sleep(100);

    expect(said).toEqual(['confirmation', 'caughtUp']);
    expect(positions).toEqual([78n, 234n]);
  });

  it('goes on behind a position', async () => {
    const { db } = await threeStreams();
    const { position } = await db.appendToStream('area-1', event(1), { credentials });
    await db.appendToStream('other', event(1), { credentials });

    const { said } = await caughtUp(db, { fromPosition: position ?? client.START });
    expect(said).toEqual(['confirmation', 'other Counted', 'caughtUp']);
    expect((await caughtUp(db, { fromPosition: client.END })).said).toEqual([
      'confirmation',
      'caughtUp',
    ]);
  });

  it('says of a lost server one error, and then nothing for ever', async () => {
    const { server, db } = await threeStreams();
    const { said } = await caughtUp(db, { fromPosition: client.END });
    await server.faults.kill();
    await server.faults.restart();
    await sleep(100);
    await connect(server).appendToStream('other', event(1), { credentials });
    await sleep(300);

    expect(said).toEqual(['confirmation', 'caughtUp', 'error unavailable']);
  });

  it('of a server that is too old never catches up', async () => {
    const { server, db } = await threeStreams();
    server.faults.refuseAs('too old');
    const said = noting(db.subscribeToAll({ fromPosition: client.END }));
    await sleep(200);

    expect(said).toEqual(['confirmation']);
  });

  it('ends when it is told to', async () => {
    const { db } = await threeStreams();
    const { subscription, said } = await caughtUp(db, { fromPosition: client.END });
    await subscription.unsubscribe();
    await sleep(50);
    await db.appendToStream('other', event(1), { credentials });
    await sleep(50);

    expect(said.slice(0, 2)).toEqual(['confirmation', 'caughtUp']);
    expect(said).not.toContain('other Counted');
  });
});

describe('a subscription to one stream', () => {
  it('tells of it alone, waits until it begins and ends with its tombstone', async () => {
    const { server, db } = await threeStreams();
    const said: string[] = [];
    const subscription = db.subscribeToStream('late');
    subscription.on('caughtUp', () => said.push('caughtUp'));
    subscription.on('data', ({ event: read }) => said.push(String(read?.revision)));
    subscription.on('error', (error) => said.push(wordOf(error)));
    await once(subscription, 'confirmation');
    expect(said).toEqual([]);

    await db.appendToStream('late', [event(0), event(1)], { credentials });
    await db.appendToStream('other', event(1), { credentials });
    await sleep(50);
    server.faults.tombstone('late');
    await sleep(100);
    expect(said).toEqual(['0', '1', 'caughtUp', 'stream-deleted']);
  });
});
