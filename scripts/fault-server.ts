/**
 * Lets a server suffer while eight writers on two instances write to one ledger, a third reads and
 * another follows, and says whether anything that was answered was lost:
 *
 *   npm run fault:server -- --store esdb://… --pid FILE --restart 'COMMAND' kill freeze away
 *
 * `--pid` and `--restart` once for each process of the server, in the order of the address's hosts;
 * a process is its number, or the file that has it also after a restart. Actions: `kill` (the
 * leader, started again at once), `leader` (the leader, started again after ten seconds), `freeze`
 * (the leader), `away` (all of them). Never against a server that anybody needs.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';

import { openEventStoreDb } from '../src/adapters/eventstoredb/open-eventstoredb.ts';
import { canonicalText } from '../src/integrity/canonical.ts';
import { type Ended, RunningLedger } from '../test/support/under-faults/running-ledger.ts';
import { away, frozen, leaderOf, type ServerProcess } from './support/server-processes.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    store: { type: 'string', default: '' },
    pid: { type: 'string', multiple: true, default: [] },
    restart: { type: 'string', multiple: true, default: [] },
    'frozen-seconds': { type: 'string', default: '30' },
    'away-seconds': { type: 'string', default: '60' },
    'calm-seconds': { type: 'string', default: '5' },
  },
});

const { store: address, restart } = values;
const servers = values.pid.map((pid, at): ServerProcess => ({ pid, restart: restart[at] ?? '' }));
const frozenFor = Number(values['frozen-seconds']);
const awayFor = Number(values['away-seconds']);
const calmFor = Number(values['calm-seconds']);

const actions: Readonly<Record<string, () => Promise<void>>> = {
  kill: async () => away([await leaderOf(address, servers)], 0),
  leader: async () => away([await leaderOf(address, servers)], 10),
  freeze: async () => frozen([await leaderOf(address, servers)], frozenFor),
  away: async () => away(servers, awayFor),
};

let uncaught = 0;
for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(event, (error: unknown) => {
    uncaught += 1;
    console.error(event, error);
  });
}

const suffer = async (running: RunningLedger, action: string): Promise<boolean> => {
  await pause(calmFor * 1000);
  const before = running.answered;
  const begun = performance.now();
  await actions[action]?.();
  const during = running.answered - before;
  const fault = ((performance.now() - begun) / 1000).toFixed(1);
  const ended = performance.now();
  const goesOn = await running.writesOn(50, 120_000);
  const after = ((performance.now() - ended) / 1000).toFixed(1);
  console.log(`${action}: ${fault} s, ${during} written meanwhile, 50 more after ${after} s`);
  return goesOn;
};

const summary = ({ audit, tally, kept, followed, shown, readiness }: Ended) => ({
  acknowledged: tally.written.size,
  lost: audit.lost.length,
  doubled: audit.doubled.length,
  half: audit.half.length,
  refusedAndThere: audit.uninvited.length,
  unknown: tally.unknown.size,
  neverKnown: tally.open.size,
  busy: tally.countOf('BUSY'),
  refused: tally.refused.size,
  longestSilenceSeconds: Number((tally.longestSilence / 1000).toFixed(1)),
  records: audit.records,
  followed: followed.length,
  followedInOrder: JSON.stringify(followed) === JSON.stringify(kept),
  readerShows: shown,
  readiness: readiness.join(' '),
  uncaught: uncaught + tally.crashes.length,
});

const isWell = ({ acknowledged, ...sums }: ReturnType<typeof summary>): boolean => {
  const bad = sums.lost + sums.doubled + sums.half + sums.refusedAndThere + sums.uncaught;
  const isSeen = sums.readerShows === `${acknowledged + sums.neverKnown}.00`;
  return bad === 0 && sums.followedInOrder && (isSeen || sums.neverKnown > 0);
};

const stores: Awaited<ReturnType<typeof openEventStoreDb>>[] = [];
const running = await RunningLedger.begin(async () => {
  const opened = await openEventStoreDb(address, { canonicalText });
  stores.push(opened);
  return opened;
}, 2000);
let goesOn = await running.writesOn(50);
for (const action of positionals) {
  if (actions[action] === undefined) throw new Error(`no action: ${action}`);
  goesOn = (await suffer(running, action)) && goesOn;
}
await running.isSaidToBe('ready', 60_000);
const found = summary(await running.end());
console.log(JSON.stringify(found, null, 1));
await Promise.all(stores.map((store) => store.close()));
process.exitCode = goesOn && isWell(found) ? 0 : 1;
