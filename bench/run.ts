/** Measures the ledger against bare peers in one run and prints a table: `npm run bench`. */
import { cpus, platform, totalmem } from 'node:os';
import { measureAppends } from './appends.ts';
import type { Row } from './measure.ts';
import { measureRebuild } from './rebuild.ts';

const small = await measureRebuild(10_000);
const large = await measureRebuild(100_000);
const rows: Row[] = [...(await measureAppends()), ...small, ...large];

const machine = `${cpus().length} × ${cpus()[0]?.model ?? ''}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, ${platform()}, Node ${process.version}`;
const lines = [
  machine,
  '',
  '| measured | ratio | reach | noted |',
  '| --- | ---: | --- | --- |',
  ...rows.map(
    ({ name, ratio, reach, note }) => `| ${name} | ${ratio.toFixed(2)} | ${reach} | ${note} |`,
  ),
];
process.stdout.write(`${lines.join('\n')}\n`);
