/**
 * Kills a server that eight clients write to over HTTP at many random moments, starts it again, and
 * says whether anything that was answered was lost or doubled: `npm run kill:server -- COUNT SEED`.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { killServer } from '../test/support/over-http/kill-server.ts';

const [count = '50', seed = '1'] = process.argv.slice(2);
const folder = await mkdtemp(join(tmpdir(), 'poa-kill-'));
const { lost, doubled, half, uninvited, damage, ...sums } = await killServer(folder, {
  kills: Number(count),
  seed: Number(seed),
  clients: 8,
});
await rm(folder, { recursive: true });
const wrong = { lost, doubled, half, uninvited, damage };
for (const [what, ids] of Object.entries(wrong)) {
  for (const id of ids) console.log(`${what}: ${id}`);
}
const counts = Object.entries(wrong).map(([what, ids]) => [what, ids.length] as const);
console.log(JSON.stringify({ ...sums, ...Object.fromEntries(counts) }));
process.exitCode = counts.every(([, length]) => length === 0) ? 0 : 1;
