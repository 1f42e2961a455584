import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Request } from 'autocannon';
import { random } from '../test/support/random.ts';
import { fillForHttp, type HttpLedger } from './http-ledger.ts';
import { activityOf, benchLedger } from './ledger-of.ts';
import { type Answering, type Speed, speedOf, startAnswering } from './load.ts';
import { folderFor, median, type Row } from './measure.ts';
import { dayOf } from './view-ledger.ts';

const entries = 100_000;
const turns = 3;
/** seconds */
const duration = 3;
const views = ['by-activity', 'by-group', 'overall'] as const;

const program = fileURLToPath(new URL('../dist/src/main.js', import.meta.url));
const peer = fileURLToPath(new URL('bare-http.ts', import.meta.url));

interface Bench extends HttpLedger {
  readonly served: Answering;
  readonly bare: Answering;
}

const ledger = `/api/v1/ledgers/${benchLedger}`;
const cached = `?cutoff=2020-09-15&known=${entries / 2}`;

/** Random days of the year × random revisions: hardly one comes twice. */
const randomly = (path: string, { headers, revision }: HttpLedger, seed: number) => {
  const chance = random(seed);
  return (): Request => {
    const day = dayOf(Math.floor(chance() * 366));
    const known = Math.floor(chance() * (revision + 1));
    return { method: 'GET', path: `${path}?cutoff=${day}&known=${known}`, headers };
  };
};

/** A payment order of one line, each its own. */
const spending = (prefix: string, headers: HttpLedger['headers']) => {
  let count = 0;
  return (path: string): Request => {
    count += 1;
    const id = `${prefix}-${count}`;
    const line = { activity: activityOf(count % 200), object: '20000', source: '10' };
    const body = {
      effectiveOn: '2020-12-15',
      document: { kind: 'C31', number: id, sequence: 1 },
      lines: [{ ...line, amount: '0.01' }],
    };
    const own = { ...headers, 'idempotency-key': id, 'content-type': 'application/json' };
    return { method: 'POST', path, headers: own, body: JSON.stringify(body) };
  };
};

type Speeds = Record<'bare' | 'cached' | 'random', Speed[]>;

const sizeOf = async ({ served, headers }: Bench, path: string): Promise<number> => {
  const answer = await fetch(`${served.url}${path}`, { headers });
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
  return (await answer.bytes()).length;
};

const speedsOfView = async (bench: Bench, view: string): Promise<[Speeds, number]> => {
  const { served, bare, headers } = bench;
  const path = `${ledger}/execution/${view}`;
  const size = await sizeOf(bench, `${path}${cached}`);
  const speeds: Speeds = { bare: [], cached: [], random: [] };
  const once = (): Request => ({ method: 'GET', path: `${path}${cached}`, headers });
  const text = (): Request => ({ method: 'GET', path: `/text/${size}` });
  for (let turn = 0; turn <= turns; turn += 1) {
    const measured = {
      bare: await speedOf(bare.url, text, duration),
      cached: await speedOf(served.url, once, duration),
      random: await speedOf(served.url, randomly(path, bench, turn), duration),
    };
    // the first turn is for both to get warm
    if (turn === 0) continue;
    speeds.bare.push(measured.bare);
    speeds.cached.push(measured.cached);
    speeds.random.push(measured.random);
  }
  return [speeds, size];
};

const middle = (speeds: readonly Speed[]): Speed => ({
  perSecond: median(speeds.map(({ perSecond }) => perSecond)),
  p99: median(speeds.map(({ p99 }) => p99)),
});

const noteOf = ({ perSecond, p99 }: Speed): string =>
  `${perSecond.toFixed(0)}/s (p99 ${p99.toFixed(0)} ms)`;

const rowOf = (
  name: string,
  reach: string,
  { own, peers }: { readonly own: readonly Speed[]; readonly peers: readonly Speed[] },
): Row => {
  const [ours, theirs] = [middle(own), middle(peers)];
  return {
    name,
    ratio: ours.perSecond / theirs.perSecond,
    reach,
    note: `${noteOf(ours)} and ${noteOf(theirs)}`,
  };
};

const rowsOfView = async (bench: Bench, view: string): Promise<Row[]> => {
  const [{ bare: peers, cached: again, random: anew }, size] = await speedsOfView(bench, view);
  const kilobytes = (size / 1_000).toFixed(size < 10_000 ? 1 : 0);
  const named = `HTTP ${view}, 100k entries, ${kilobytes} kB`;
  return [
    rowOf(`${named}, a cut-off asked before / a bare route (requests/s)`, '≥ 0.5', {
      own: again,
      peers,
    }),
    rowOf(`${named}, random cut-offs / a bare route (requests/s)`, '≥ 0.2', { own: anew, peers }),
  ];
};

const rowsOfWriting = async ({ served, bare, headers }: Bench): Promise<Row[]> => {
  const own: Speed[] = [];
  const peers: Speed[] = [];
  const next = spending('http', headers);
  for (let turn = 0; turn <= turns; turn += 1) {
    const theirs = await speedOf(bare.url, () => next('/append'), duration);
    const path = `${ledger}/commands/execute-budget`;
    const ours = await speedOf(served.url, () => next(path), duration);
    if (turn === 0) continue;
    own.push(ours);
    peers.push(theirs);
  }
  const name =
    'HTTP execute-budget, 100k entries / a bare POST that appends with a sync (requests/s)';
  return [rowOf(name, '', { own, peers })];
};

/** What is served, in a process of its own, against Nest and Fastify with nothing on them in another. */
export const measureHttp = async (): Promise<Row[]> => {
  const folder = await folderFor('http');
  const filled = await fillForHttp(folder, entries);
  const told = { POA_STORE: folder, POA_PORT: '0', POA_RATE: '0', POA_LOG: 'warn' };
  const served = await startAnswering([program], told);
  const bare = await startAnswering([peer, folder]);
  try {
    const bench = { ...filled, served, bare };
    const rows: Row[] = [];
    for (const view of views) rows.push(...(await rowsOfView(bench, view)));
    return [...rows, ...(await rowsOfWriting(bench))];
  } finally {
    await Promise.all([served.stop(), bare.stop()]);
    await rm(folder, { recursive: true });
  }
};
