import { setTimeout as sleep } from 'node:timers/promises';

import { describe, expect, it } from '@jest/globals';

import {
  bytes,
  credentials,
  event,
  refusal,
  seen,
} from '../../support/event-store-server/client-words.ts';
import { serversOfSpec } from '../../support/event-store-server/servers-of-spec.ts';

const { startServer, connect } = serversOfSpec();

const oneEvent = async (parameters = 'defaultDeadline=2000') => {
  const server = await startServer();
  const db = connect(server, parameters);
  await db.appendToStream('a', event(0), { credentials });
  return { server, db };
};

/** Lost on the way: which of the words it is depends on how far the call had come. */
const lost = ['unavailable', 'deadline-exceeded'];

describe('a server that is killed', () => {
  it.each([
    ['before writing', 0n, {}],
    ['before writing', 0n, { credentials }],
    ['after writing', 1n, {}],
    ['after writing', 1n, { credentials }],
  ] as const)('%s leaves the append at revision %s', async (moment, revision, path) => {
    const { server, db } = await oneEvent();
    server.faults.dieInNextAppend(moment);

    expect(lost).toContain(await refusal(db.appendToStream('a', event(1), path)));
    await server.faults.restart();
    expect(server.log.lastRevision('a')).toBe(revision);
    const again = connect(server);
    expect(await seen(again, 'a')).toEqual(revision === 0n ? [0n] : [0n, 1n]);
  });

  it('is unavailable, and is there again on its port with its log', async () => {
    const { server, db } = await oneEvent();
    await server.faults.kill();

    expect(await refusal(db.appendToStream('a', event(1), { credentials }))).toBe('unavailable');
    await server.faults.restart();
    const answer = await connect(server).appendToStream('a', event(1), { credentials });
    expect(answer.nextExpectedRevision).toBe(1n);
  });

  it('may leave a client with a bare error for its next call', async () => {
    const { server, db } = await oneEvent();
    await server.faults.kill();

    const errors = await Promise.all(
      Array.from({ length: 3 }, () =>
        db.appendToStream('a', event(1), { credentials }).catch((error: unknown) => error),
      ),
    );
    for (const error of errors) expect(error).toMatchObject({ code: 14 });
  });
});

describe('a connection that is cut', () => {
  it('loses what is under way, and the next call finds a new one', async () => {
    const { server, db } = await oneEvent();
    server.faults.freeze();
    const waiting = refusal(db.appendToStream('a', event(1), { credentials }));
    await sleep(50);
    server.faults.cutConnections();
    expect(await waiting).toBe('unavailable');

    server.faults.thaw();
    await db.appendToStream('a', event(1), { credentials });
    expect(await seen(db, 'a')).toEqual([0n, 1n]);
  });

  it.each([1, 100, 1_000, 50_000])(
    'after %s bytes towards the server loses the append',
    async (count) => {
      const { server, db } = await oneEvent();
      server.faults.cutAfterBytes(count);

      const append = db.appendToStream('a', [bytes(60_000), bytes(60_000)], { credentials });
      expect(lost).toContain(await refusal(append));
      await sleep(50);
      expect(server.log.lastRevision('a')).toBe(0n);
    },
  );

  it('after 1 byte towards the client loses the answer alone', async () => {
    const { server, db } = await oneEvent();
    server.faults.cutAfterBytes(1, 'towards the client');

    expect(lost).toContain(await refusal(db.appendToStream('a', bytes(1), { credentials })));
    expect(server.log.lastRevision('a')).toBe(1n);
  });

  it('in the middle of reading ends the reading with an error', async () => {
    const { server, db } = await oneEvent();
    await db.appendToStream('a', [bytes(200_000), bytes(200_000)], { credentials });
    server.faults.cutAfterBytes(250_000, 'towards the client');

    expect(await refusal(seen(db, 'a'))).toBe('unavailable');
  });
});

describe('a server that is frozen', () => {
  it('never answers a reader, who has no deadline', async () => {
    const { server, db } = await oneEvent('defaultDeadline=100');
    server.faults.freeze();
    const reading = seen(db, 'a');

    expect(await Promise.race([reading, sleep(400, 'waiting')])).toBe('waiting');
    server.faults.thaw();
    expect(await reading).toEqual([0n]);
  });

  it('takes new connections and answers none', async () => {
    const { server } = await oneEvent();
    server.faults.freeze();
    const db = connect(server, 'defaultDeadline=300');

    expect(await refusal(db.appendToStream('a', event(1), { credentials }))).toBe(
      'deadline-exceeded',
    );
  });
});
