import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { killServer } from '../support/over-http/kill-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'poa-kill-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('a server that is killed under those who write', () => {
  it('has every answered command once, when it is back, and those too that had to be asked for again', async () => {
    const killed = await killServer(folder, { kills: 3, seed: 2020, clients: 4 });
    expect(killed).toMatchObject({ lost: [], doubled: [], half: [], uninvited: [] });
    expect(killed).toMatchObject({ kills: 3, refused: 0, verified: 1, damage: [] });
    expect(killed.acknowledged).toBeGreaterThan(10);
    expect(killed.repeated).toBeGreaterThan(0);
    expect(killed.records).toBe(2 + 3 * killed.acknowledged);
  }, 120_000);
});
