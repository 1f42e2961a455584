import { setTimeout as pause } from 'node:timers/promises';

import { describe, expect, it } from '@jest/globals';

import type { Direction } from '../support/event-store-server/traffic.ts';
import { random } from '../support/random.ts';
import { type Ended, RunningLedger } from '../support/under-faults/running-ledger.ts';
import { openedStores } from './eventstoredb/opened-stores.ts';

const { startServer, open } = openedStores();

/** As long as the adapter waits here for a server that does not answer: milliseconds. */
const wait = { waitMillisecondsMax: 500 };

const underLoad = async () => {
  const server = await startServer();
  const running = await RunningLedger.begin(() => open(server.connectionString, wait));
  expect(await running.writesOn(20)).toBe(true);
  return { server, running };
};

const expectNothingAmiss = ({ audit, tally, kept, followed, shown }: Ended): void => {
  expect(audit).toMatchObject({ lost: [], doubled: [], half: [], uninvited: [] });
  expect({ open: [...tally.open], crashes: tally.crashes }).toEqual({ open: [], crashes: [] });
  // what was unknown ended once: every command in the ledger is one that was answered in the end
  expect(audit.commands).toBe(tally.written.size);
  expect(followed).toEqual(kept);
  expect(shown).toBe(`${audit.commands}.00`);
};

describe('A ledger that eight writers write to', () => {
  it('keeps everything where nothing happens', async () => {
    const { running } = await underLoad();
    const ended = await running.end();

    expectNothingAmiss(ended);
    expect(ended.tally.unknown.size).toBe(0);
    expect(ended.readiness).toEqual(['ready']);
  });

  it.each(['before writing', 'after writing'] as const)(
    'while its server dies in an append, %s it',
    async (moment) => {
      const { server, running } = await underLoad();
      for (let death = 0; death < 3; death += 1) {
        server.faults.dieInNextAppend(moment);
        await running.isSaidToBe('NOT_READY');
        await server.faults.restart();
        expect(await running.writesOn(10)).toBe(true);
      }
      await running.isSaidToBe('ready');
      const ended = await running.end();

      expectNothingAmiss(ended);
      expect(ended.readiness).toEqual(expect.arrayContaining(['ready', 'NOT_READY', 'ready']));
      expect(ended.readiness.at(-1)).toBe('ready');
    },
    20_000,
  );

  it('while connections are cut in the middle of what is said', async () => {
    const { server, running } = await underLoad();
    const next = random(20260101);
    const directions: Direction[] = ['towards the server', 'towards the client'];
    for (let cut = 0; cut < 30; cut += 1) {
      const bytes = Math.floor(next() ** 3 * 30_000) + 1;
      server.faults.cutAfterBytes(bytes, directions[cut % 2]);
      expect({ cut, bytes, isAlive: await running.writesOn(12) }).toMatchObject({ isAlive: true });
    }
    expectNothingAmiss(await running.end());
  }, 40_000);

  it('while its server stands still for longer than anybody waits', async () => {
    const { server, running } = await underLoad();
    server.faults.freeze();
    await pause(1300);
    await running.isSaidToBe('NOT_READY');
    server.faults.thaw();
    expect(await running.writesOn(20)).toBe(true);
    await running.isSaidToBe('ready');
    const ended = await running.end();

    expectNothingAmiss(ended);
    expect(ended.tally.unknown.size + ended.tally.refused.size).toBeGreaterThan(0);
    expect(ended.readiness).toEqual(['ready', 'NOT_READY', 'ready']);
  }, 20_000);

  it('while its server is away for longer than anybody waits', async () => {
    const { server, running } = await underLoad();
    await server.faults.kill();
    await pause(1300);
    await running.isSaidToBe('NOT_READY');
    await server.faults.restart();
    expect(await running.writesOn(20)).toBe(true);
    await running.isSaidToBe('ready');
    const ended = await running.end();

    expectNothingAmiss(ended);
    expect(ended.tally.unknown.size + ended.tally.refused.size).toBeGreaterThan(0);
    expect(ended.readiness).toEqual(['ready', 'NOT_READY', 'ready']);
  }, 20_000);

  it('while its nodes take turns to lead', async () => {
    const one = await startServer();
    const other = await startServer({ log: one.log });
    other.faults.refuseAs('not-leader', one);
    const hosts = `127.0.0.1:${one.port},127.0.0.1:${other.port}`;
    const address = `esdb://${hosts}?tls=false&discoveryInterval=20&gossipTimeout=1`;
    const running = await RunningLedger.begin(() => open(address, wait));
    for (const [leader, follower] of [
      [other, one],
      [one, other],
      [other, one],
    ] as const) {
      expect(await running.writesOn(20)).toBe(true);
      follower.faults.refuseAs('not-leader', leader);
      leader.faults.refuseNobody();
    }
    await one.faults.kill();
    expect(await running.writesOn(20)).toBe(true);
    expectNothingAmiss(await running.end());
  }, 20_000);

  it('while the clock of its server goes back', async () => {
    const { server, running } = await underLoad();
    server.faults.moveClock(-3_600_000);
    expect(await running.writesOn(20)).toBe(true);
    const ended = await running.end();

    expectNothingAmiss(ended);
    expect(ended.tally.refused.size).toBe(0);
    expect(ended.readiness).toEqual(['ready']);
  });
});
