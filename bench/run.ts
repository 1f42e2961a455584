/**
 * Measures the ledger against peers in one run and writes bench/results.md: `npm run bench`. Parts
 * that are named are measured alone, and nothing is kept: `npm run bench -- http`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, platform, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { format } from 'prettier';
import { measureAppends } from './appends.ts';
import { measureComparison } from './comparison.ts';
import { measureEventStoreDb } from './eventstoredb.ts';
import { measureGrowth } from './growth.ts';
import { measureHttp } from './http.ts';
import { isReached, printRatio, type Row } from './measure.ts';
import { measureRebuild } from './rebuild.ts';
import { measureViews } from './views.ts';

const { values, positionals: chosen } = parseArgs({
  allowPositionals: true,
  options: { store: { type: 'string' } },
});
const { store } = values;

/** A server is measured alone, and what is kept is not touched. */
const parts: Readonly<Record<string, () => Promise<Row[]>>> =
  store === undefined
    ? {
        appends: measureAppends,
        views: measureViews,
        comparison: measureComparison,
        growth: measureGrowth,
        rebuild: measureRebuild,
        http: measureHttp,
      }
    : { eventstoredb: () => measureEventStoreDb(store) };

const begun = performance.now();
const rows: Row[] = [];
for (const [name, measure] of Object.entries(parts)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  console.error(name);
  rows.push(...(await measure()));
}

const gibibytes = (totalmem() / 2 ** 30).toFixed(0);
const processor = `${cpus().length} × ${cpus()[0]?.model ?? ''}`;
const machine = `${processor}, ${gibibytes} GiB, ${platform()}, Node ${process.version}`;
const minutes = ((performance.now() - begun) / 60_000).toFixed(1);

const verdict = (row: Row): string => (row.reach === '' ? '' : isReached(row) ? 'yes' : '**no**');
const table = rows.map((row) =>
  ['', row.name, printRatio(row.ratio), row.reach, verdict(row), row.note, ''].join(' | ').trim(),
);
const results = [
  '# Measured',
  '',
  '`npm run bench`, one run; ratios to a peer of the same run count, absolute times are only noted.',
  '',
  `${machine}; ${minutes} minutes.`,
  '',
  '| measured | ratio | reach | reached | noted: own time, then that of the peer |',
  '| --- | ---: | --- | --- | --- |',
  ...table,
  '',
  readFileSync(new URL('remarks.md', import.meta.url), 'utf8'),
].join('\n');

const file = new URL('results.md', import.meta.url);
if (store === undefined && chosen.length === 0)
  writeFileSync(file, await format(results, { parser: 'markdown', printWidth: 100 }));
console.log(`${table.join('\n')}\n${machine}; ${minutes} minutes`);
