import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';

import { describe, expect, it } from '@jest/globals';

import { credentials, event, refusal } from '../../support/event-store-server/client-words.ts';
import { serversOfSpec } from '../../support/event-store-server/servers-of-spec.ts';
import type { EventStoreServer } from '../../support/event-store-server/start-event-store-server.ts';

const { startServer, connect } = serversOfSpec();

/** Runs a program with a client of its own, because it is not expected to survive. */
const inItsOwnProcess = async (server: EventStoreServer, statements: string): Promise<string> => {
  const program = `
    import client from '@eventstore/db-client';
    const db = client.EventStoreDBClient.connectionString('${server.connectionString}');
    const sized = (length) =>
      client.binaryEvent({ type: 'Filled', data: new Uint8Array(length) });
    const refused = (error) => console.log(error.type);
    ${statements}
    console.log('survived');
    await db.dispose();`;
  const args = ['--input-type=module', '--eval', program];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const said = await Promise.all([text(child.stdout), text(child.stderr)]);
  return said.join('');
};

const credentialsGiven = "{ credentials: { username: 'admin', password: 'changeit' } }";

describe('a refusal that the server says twice', () => {
  it('ends the process: of more than 3 MiB', async () => {
    const server = await startServer();

    const said = await inItsOwnProcess(
      server,
      `await db.appendToStream('a', [sized(2_000_000), sized(2_000_000)]).catch(refused);
       await new Promise((resolve) => setTimeout(resolve, 1_000));`,
    );
    expect(said).toMatch(/TypeError: .*undefined/);
    expect(said).not.toContain('survived');
  });

  it('ends the process: to a tombstoned stream', async () => {
    const server = await startServer();
    server.faults.tombstone('a');

    const said = await inItsOwnProcess(
      server,
      `await db.appendToStream('a', [sized(1)]).catch(refused);
       await new Promise((resolve) => setTimeout(resolve, 1_000));`,
    );
    expect(said).toMatch(/TypeError: .*undefined/);
    expect(said).not.toContain('survived');
  });

  it('is said once where credentials are given', async () => {
    const server = await startServer();
    server.faults.tombstone('a');

    const said = await inItsOwnProcess(
      server,
      `await db.appendToStream('a', [sized(1)], ${credentialsGiven}).catch(refused);
       await db.appendToStream('b', [sized(4_000_000)], ${credentialsGiven}).catch(refused);`,
    );
    expect(said).toBe('stream-deleted\nmaximum-append-size-exceeded\nsurvived\n');
  });

  it('is no refusal of more than 3 MiB that the server takes', async () => {
    const server = await startServer({ maxAppendSize: 8_000_000 });

    const said = await inItsOwnProcess(
      server,
      `const { nextExpectedRevision } =
         await db.appendToStream('a', [sized(2_000_000), sized(2_000_000)]);
       console.log(nextExpectedRevision);`,
    );
    expect(said).toBe('1n\nsurvived\n');
  });
});

describe('an error of the shared call', () => {
  it('rejects what waits in every client of the process', async () => {
    const [lost, healthy] = [await startServer(), await startServer()];
    const [toLost, toHealthy] = [connect(lost), connect(healthy)];
    await toLost.appendToStream('a', event(1));
    await toHealthy.appendToStream('a', event(1));
    lost.faults.freeze();
    healthy.faults.freeze();
    const waiting = [toLost, toHealthy].map((db) => refusal(db.appendToStream('a', event(2))));
    await sleep(50);

    await lost.faults.kill();

    expect(await Promise.all(waiting)).toEqual(['unavailable', 'unavailable']);
    // were it to answer now, nobody would wait for the answer and the process would end
    await healthy.faults.kill();
    expect(healthy.log.lastRevision('a')).toBe(0n);
  });
});

describe('a frozen server', () => {
  it('is given up by the shared call after the keep-alive, not after the deadline', async () => {
    const server = await startServer();
    const db = connect(server, 'defaultDeadline=200&keepAliveInterval=400&keepAliveTimeout=400');
    await db.appendToStream('a', event(1));
    server.faults.freeze();
    const begun = performance.now();

    expect(await refusal(db.appendToStream('a', event(2)))).toBe('unavailable');
    expect(performance.now() - begun).toBeGreaterThan(390);
  });

  it('is given up by a call with credentials after the deadline', async () => {
    const server = await startServer();
    const db = connect(server, 'defaultDeadline=300');
    await db.appendToStream('a', event(1), { credentials });
    server.faults.freeze();
    const begun = performance.now();

    expect(await refusal(db.appendToStream('a', event(2), { credentials }))).toBe(
      'deadline-exceeded',
    );
    expect(performance.now() - begun).toBeGreaterThan(290);
  });

  it('answers what it was asked when it goes on', async () => {
    const server = await startServer();
    const db = connect(server);
    await db.appendToStream('a', event(1), { credentials });
    server.faults.freeze();
    const waiting = db.appendToStream('a', event(2), { credentials });
    await sleep(100);
    expect(server.log.lastRevision('a')).toBe(0n);

    server.faults.thaw();
    expect((await waiting).nextExpectedRevision).toBe(1n);
  });

  it('writes what it was asked meanwhile, though who asked has given up', async () => {
    const server = await startServer();
    const db = connect(server, 'defaultDeadline=200');
    await db.appendToStream('a', event(1), { credentials });
    server.faults.freeze();
    await refusal(db.appendToStream('a', event(2), { credentials }));

    server.faults.thaw();
    await sleep(100);
    expect(server.log.lastRevision('a')).toBe(1n);
  });

  it('says on the shared call that the deadline has passed, and writes nothing', async () => {
    const server = await startServer();
    const db = connect(server, 'defaultDeadline=200');
    await db.appendToStream('a', event(1));
    server.faults.freeze();
    const waiting = refusal(db.appendToStream('a', event(2)));
    await sleep(300);

    server.faults.thaw();
    expect(await waiting).toBe('deadline-exceeded');
    expect(server.log.lastRevision('a')).toBe(0n);
  });
});

describe('a client that is disposed of', () => {
  it.each([
    ['on the shared call', {}],
    ['with credentials', { credentials }],
  ])('rejects the append under way %s', async (_, path) => {
    const server = await startServer();
    const db = connect(server, 'defaultDeadline=500');
    await db.appendToStream('a', event(1));
    server.faults.freeze();
    const waiting = refusal(db.appendToStream('a', event(2), path));
    await sleep(50);

    await db.dispose();
    expect(await waiting).toBe('credentials' in path ? 'deadline-exceeded' : 'unknown');
  });
});
