/**
 * Changes, cuts and swaps bytes of small real stores and says how each was noticed; a wrong figure
 * in silence or a crash turns it red: `npm run mutate:store -- --count 10000 --seed 1`. One alone is
 * seen again with `--count 1 --seed` and the number that is printed with it.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { judgeMutation, specimens } from '../test/support/mutated-stores.ts';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
  },
});
const folder = await mkdtemp(join(tmpdir(), 'poa-mutated-'));
const known = await specimens(folder);
const counts: Record<string, Record<string, number>> = {};
let bad = 0;

for (let index = 0; index < Number(values.count); index += 1) {
  const number = Number(values.seed) + index;
  const { specimen, mutation, outcome, reason } = await judgeMutation(
    join(folder, 'mutated'),
    known,
    number,
  );
  const row = (counts[`${specimen}: ${mutation.kind}`] ??= {});
  row[outcome] = (row[outcome] ?? 0) + 1;
  if (outcome === 'wrong' || outcome === 'crash') {
    bad += 1;
    console.log(`${number}: ${specimen}, ${mutation.kind} ${mutation.description}: ${outcome}`);
    console.log(`  ${reason}`);
  }
  if ((index + 1) % 1000 === 0) console.error(`${index + 1} of ${values.count}`);
}

const total: Record<string, number> = {};
for (const row of Object.values(counts))
  for (const [outcome, count] of Object.entries(row))
    total[outcome] = (total[outcome] ?? 0) + count;
console.table({ ...Object.fromEntries(Object.entries(counts).sort()), total });
await rm(folder, { recursive: true });
process.exitCode = bad === 0 ? 0 : 1;
