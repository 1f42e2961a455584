import client from '@eventstore/db-client';
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

const ids = [
  '11111111-1111-4111-8111-111111111111',
  '22222222-2222-4222-8222-222222222222',
  '33333333-3333-4333-8333-333333333333',
] as const;
const two = [event(1, ids[0]), event(2, ids[1])];

const paths = [
  ['with credentials', { credentials }],
  ['on the shared call', {}],
] as const;

describe.each(paths)('an append %s', (_, path) => {
  const counted = async () => {
    const db = connect(await startServer());
    const first = await db.appendToStream('a', two, { expectedRevision: 'no_stream', ...path });
    return { db, first };
  };

  it('answers with the last revision and its position', async () => {
    const { db, first } = await counted();

    expect(first).toEqual({
      success: true,
      nextExpectedRevision: 1n,
      position: { commit: 78n, prepare: 78n },
    });
    expect(await seen(db, 'a')).toEqual([0n, 1n]);
  });

  it.each(['no_stream', 'any'] as const)(
    'repeated by %s is answered as at first',
    async (again) => {
      const { db, first } = await counted();
      await db.appendToStream('a', event(3), path);

      expect(await db.appendToStream('a', two, { expectedRevision: again, ...path })).toEqual(
        first,
      );
      expect(await seen(db, 'a')).toEqual([0n, 1n, 2n]);
    },
  );

  it('repeated at the revision that was current then is answered as at first', async () => {
    const { db } = await counted();
    const third = { expectedRevision: 1n, ...path };
    const first = await db.appendToStream('a', event(3, ids[2]), third);

    expect(await db.appendToStream('a', event(3, ids[2]), third)).toEqual(first);
    expect(await seen(db, 'a')).toEqual([0n, 1n, 2n]);
  });

  it('repeated at the current revision is written a second time', async () => {
    const { db } = await counted();

    const again = await db.appendToStream('a', two, { expectedRevision: 1n, ...path });
    expect(again.nextExpectedRevision).toBe(3n);
    expect(await seen(db, 'a')).toEqual([0n, 1n, 2n, 3n]);
  });

  it.each(['no_stream', 'any'] as const)(
    'of two known ids and a new one by %s is refused',
    async (by) => {
      const { db } = await counted();
      const three = [...two, event(3, ids[2])];

      await expect(
        db.appendToStream('a', three, { expectedRevision: by, ...path }),
      ).rejects.toMatchObject({ type: 'wrong-expected-version', actualVersion: 1n });
      expect(await seen(db, 'a')).toEqual([0n, 1n]);
    },
  );

  it.each([
    ['stale', 'a', 0n, 1n],
    ['future', 'a', 2n, 1n],
    ['missing', 'b', 0n, 'no_stream'],
    ['unexpected', 'a', 'no_stream', 1n],
    ['absent', 'b', 'stream_exists', 'no_stream'],
  ] as const)('at a %s revision is refused', async (_, stream, expectedRevision, actualVersion) => {
    const { db } = await counted();

    await expect(
      db.appendToStream(stream, event(3), { expectedRevision, ...path }),
    ).rejects.toMatchObject({
      type: 'wrong-expected-version',
      streamName: stream,
      expectedVersion: expectedRevision,
      actualVersion,
    });
  });

  it('of nothing to a new stream is said to have begun it', async () => {
    const { db } = await counted();

    const answer = await db.appendToStream('b', [], { expectedRevision: 'no_stream', ...path });
    expect(answer).toMatchObject({ success: true, nextExpectedRevision: 0n });
    expect(await refusal(seen(db, 'b'))).toBe('stream-not-found');
  });

  it('of an id that is no UUID fails', async () => {
    const { db } = await counted();

    expect(await refusal(db.appendToStream('a', event(3, 'three'), path))).toBe('unknown');
    expect(await seen(db, 'a')).toEqual([0n, 1n]);
  });

  it.each([
    ['one event', [bytes(1_048_577)]],
    ['several together', [bytes(600_000), bytes(600_000)]],
  ])('larger than the server takes is refused: %s', async (_, events) => {
    const { db } = await counted();

    await expect(db.appendToStream('a', events, path)).rejects.toMatchObject({
      type: 'maximum-append-size-exceeded',
      maxAppendSize: 1_048_576,
    });
    expect(await seen(db, 'a')).toEqual([0n, 1n]);
  });

  it('may be as large as the server was told', async () => {
    const db = connect(await startServer({ maxAppendSize: 2_000_000 }));

    const answer = await db.appendToStream('a', [bytes(1_900_000)], path);
    expect(answer.nextExpectedRevision).toBe(0n);
    expect(await refusal(db.appendToStream('a', [bytes(2_000_000)], path))).toBe(
      'maximum-append-size-exceeded',
    );
  });
});

describe('what an append counts', () => {
  it('is data, metadata and two bytes for each letter of the type', async () => {
    const db = connect(await startServer({ maxAppendSize: 100 }));
    const sized = (length: number) =>
      client.binaryEvent({
        type: 'abcde',
        data: new Uint8Array(length),
        metadata: new Uint8Array(20),
      });

    await db.appendToStream('a', sized(70), { credentials });
    expect(await refusal(db.appendToStream('a', sized(71), { credentials }))).toBe(
      'maximum-append-size-exceeded',
    );
  });
});

describe('a failure that is not thrown', () => {
  it('says revision 1 on the shared call, whatever the revision is', async () => {
    const db = connect(await startServer(), 'throwOnAppendFailure=false');
    await db.appendToStream('a', [event(1), event(2), event(3)]);

    expect(await db.appendToStream('a', event(4), { expectedRevision: 7n })).toEqual({
      success: false,
      nextExpectedRevision: 1n,
      position: undefined,
    });
  });
});
