/**
 * Kills a writing process at many random moments and says whether anything answered was lost:
 * `npm run kill:writer -- COUNT SEED`.
 */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { killWriter } from '../test/support/kill-writer.ts';
import { random } from '../test/support/random.ts';

const [count = '200', seed = '1'] = process.argv.slice(2);
const next = random(Number(seed));
const sums = { kills: 0, acknowledged: 0, written: 0, lost: 0, half: 0 };

for (let kill = 0; kill < Number(count); kill += 1) {
  const folder = await mkdtemp(join(tmpdir(), 'poa-kill-'));
  const { acknowledged, written, lost, half } = await killWriter(folder, next() * 200);
  sums.kills += 1;
  sums.acknowledged += acknowledged;
  sums.written += written;
  sums.lost += lost.length;
  sums.half += half.length;
  for (const each of [...lost, ...half]) process.stdout.write(`kill ${kill}: ${each}\n`);
}
process.stdout.write(`${JSON.stringify(sums)}\n`);
process.exitCode = sums.lost + sums.half === 0 ? 0 : 1;
