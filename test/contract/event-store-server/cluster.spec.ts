import { describe, expect, it } from '@jest/globals';

import {
  credentials,
  event,
  refusal,
  seen,
} from '../../support/event-store-server/client-words.ts';
import { serversOfSpec } from '../../support/event-store-server/servers-of-spec.ts';

const { startServer, connect, connectBy } = serversOfSpec();

const leaderAndFollower = async () => {
  const leader = await startServer();
  const follower = await startServer({ log: leader.log });
  follower.faults.refuseAs('not-leader', leader);
  return { leader, follower };
};

describe('a follower', () => {
  it.each([
    ['with credentials', { credentials }],
    ['on the shared call', {}],
  ])('names its leader, to whom the client turns by itself: %s', async (_, path) => {
    const { leader, follower } = await leaderAndFollower();
    const db = connect(follower);
    const append = () => db.appendToStream('a', event(0), { requiresLeader: true, ...path });

    await expect(append()).rejects.toMatchObject({
      type: 'not-leader',
      leader: { address: '127.0.0.1', port: leader.port },
    });
    await follower.stop();
    expect((await append()).nextExpectedRevision).toBe(0n);
  });

  it('hands on what does not ask for the leader', async () => {
    const { leader, follower } = await leaderAndFollower();
    await connect(follower).appendToStream('a', event(0), { credentials });

    expect(await seen(connect(leader), 'a')).toEqual([0n]);
  });

  it.each(['esdb', 'esdb+discover'])('is asked by %s who leads', async (scheme) => {
    const { leader, follower } = await leaderAndFollower();
    const hosts =
      scheme === 'esdb'
        ? `127.0.0.1:${follower.port},127.0.0.1:${leader.port}`
        : `127.0.0.1:${follower.port}`;
    const db = connectBy(`${scheme}://${hosts}?tls=false`);

    const answer = await db.appendToStream('a', event(0), { requiresLeader: true, credentials });
    expect(answer.nextExpectedRevision).toBe(0n);
  });
});

describe('a read-only replica', () => {
  it('is read from and refuses to write', async () => {
    const { leader, follower: replica } = await leaderAndFollower();
    replica.faults.refuseAs('read-only-replica', leader);
    await connect(leader).appendToStream('a', event(0), { credentials });
    const db = connect(replica);

    expect(await seen(db, 'a')).toEqual([0n]);
    expect(await refusal(db.appendToStream('a', event(1), { credentials }))).toBe('not-leader');
  });
});

describe('a server that is not ready', () => {
  it('is unavailable until it is', async () => {
    const server = await startServer();
    server.faults.refuseAs('not ready');
    const db = connect(server);

    expect(await refusal(db.appendToStream('a', event(0), { credentials }))).toBe('unavailable');
    server.faults.refuseNobody();
    expect(await refusal(db.appendToStream('a', event(0), { credentials }))).toBe('not refused');
  });
});

describe('a server that is too old', () => {
  it('does not know the shared call, and is appended to without it', async () => {
    const server = await startServer();
    server.faults.refuseAs('too old');
    server.faults.tombstone('b');
    const db = connect(server);

    expect((await db.appendToStream('a', event(0))).nextExpectedRevision).toBe(0n);
    expect(await refusal(db.appendToStream('b', event(0)))).toBe('stream-deleted');
  });
});
