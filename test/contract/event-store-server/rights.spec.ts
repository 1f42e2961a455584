import client, { type EventStoreDBClient } from '@eventstore/db-client';
import { describe, expect, it } from '@jest/globals';

import { certificateOfTests } from '../../support/event-store-server/certificate-of-tests.ts';
import {
  credentials as administrator,
  event,
  refusal,
  revisionsIn,
  seen,
} from '../../support/event-store-server/client-words.ts';
import { serversOfSpec } from '../../support/event-store-server/servers-of-spec.ts';

const { startServer, connectAs, connectBy } = serversOfSpec();

const application = {
  loginName: 'poa',
  fullName: 'POA',
  groups: ['ledgers'],
  password: 'secret',
};

const secured = () => startServer({ isSecure: certificateOfTests, users: [application] });

/** The least that an application needs: to read and write streams and to follow the log. */
const grantTheLeast = async (admin: EventStoreDBClient): Promise<void> => {
  await admin.setStreamMetadata('$all', { acl: { readRoles: ['ledgers', '$admins'] } });
  const $userStreamAcl = {
    ...{ $r: 'ledgers', $w: 'ledgers', $mr: 'ledgers' },
    ...{ $d: '$admins', $mw: '$admins' },
  };
  const rule = client.jsonEvent({ type: 'update-default-acl', data: { $userStreamAcl } });
  await admin.appendToStream('$settings', rule);
};

describe('a server with users and TLS', () => {
  it.each([
    ['a wrong password', 'poa:wrong'],
    ['an unknown name', 'nobody:secret'],
  ])('refuses %s', async (_, account) => {
    const server = await secured();
    const db = connectAs(server, account);

    expect(await refusal(db.appendToStream('a', event(0)))).toBe('access-denied');
    expect(await refusal(seen(db, 'a'))).toBe('access-denied');
  });

  it('refuses who says no name, on both paths', async () => {
    const server = await secured();
    const anonymous = connectAs(server, '');

    expect(await refusal(anonymous.appendToStream('a', event(0)))).toBe('access-denied');
    expect(await refusal(seen(anonymous, 'a'))).toBe('access-denied');
    expect(
      await refusal(anonymous.appendToStream('a', event(0), { credentials: administrator })),
    ).toBe('not refused');
  });

  it('lets an account use the streams of users, and neither the log nor what is the system’s', async () => {
    const db = connectAs(await secured(), 'poa:secret');

    await db.appendToStream('a', event(0));
    expect(await seen(db, 'a')).toEqual([0n]);
    expect(await refusal(revisionsIn(db.readAll()))).toBe('access-denied');
    expect(await refusal(db.appendToStream('$settings', event(0)))).toBe('access-denied');
  });
});

describe('an account with the least rights', () => {
  it('appends, reads and follows', async () => {
    const server = await secured();
    await grantTheLeast(connectAs(server, 'admin:changeit'));
    const db = connectAs(server, 'poa:secret');

    await db.appendToStream('a', event(0), {
      credentials: { username: 'poa', password: 'secret' },
    });
    expect(await seen(db, 'a')).toEqual([0n]);
    expect(await db.getStreamMetadata('a')).toEqual({ streamName: 'a' });
    expect(await revisionsIn(db.readAll())).toEqual([0n, 0n, 0n]);
    const followed: string[] = [];
    const filter = client.streamNameFilter({ prefixes: ['a'] });
    for await (const { event: read } of db.subscribeToAll({ filter })) {
      followed.push(read?.streamId ?? '');
      break;
    }
    expect(followed).toEqual(['a']);
  });

  it('neither deletes nor truncates', async () => {
    const server = await secured();
    const admin = connectAs(server, 'admin:changeit');
    await grantTheLeast(admin);
    const db = connectAs(server, 'poa:secret');
    await db.appendToStream('a', event(0));

    expect(await refusal(db.deleteStream('a'))).toBe('access-denied');
    expect(await refusal(db.tombstoneStream('a'))).toBe('access-denied');
    expect(await refusal(db.setStreamMetadata('a', { truncateBefore: 1 }))).toBe('access-denied');
    expect(await refusal(admin.setStreamMetadata('a', { maxCount: 9 }))).toBe('not refused');
  });

  it('is kept out of a stream that says so itself', async () => {
    const server = await secured();
    const admin = connectAs(server, 'admin:changeit');
    await admin.appendToStream('a', event(0));
    await admin.setStreamMetadata('a', { acl: { readRoles: ['auditors'] } });
    const db = connectAs(server, 'poa:secret');

    expect(await refusal(seen(db, 'a'))).toBe('access-denied');
    expect(await refusal(db.appendToStream('a', event(1)))).toBe('not refused');
    expect(await seen(admin, 'a')).toEqual([0n, 1n]);
  });
});

describe('a server without TLS', () => {
  it('never learns the credentials that a client gives', async () => {
    const server = await startServer({ users: [application] });
    const db = connectBy(server.connectionString);

    expect(await refusal(db.appendToStream('a', event(0), { credentials: administrator }))).toBe(
      'access-denied',
    );
  });
});
