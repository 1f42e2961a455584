import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { killWriter } from '../support/kill-writer.ts';
import { random } from '../support/random.ts';

describe('A writing process that is killed', () => {
  const next = random(2020);
  it.each(Array.from({ length: 6 }, () => Math.round(next() * 150)))(
    '%i ms after its first answer leaves every answered command whole and none half',
    async (milliseconds) => {
      const folder = await mkdtemp(join(tmpdir(), 'poa-kill-'));
      const killing = await killWriter(folder, milliseconds);
      expect(killing).toMatchObject({ lost: [], half: [] });
      expect(killing.acknowledged).toBeGreaterThan(0);
      expect(killing.written).toBeGreaterThanOrEqual(killing.acknowledged);
    },
    30_000,
  );
});
