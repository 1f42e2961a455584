import { balancesByScan } from '../projections/balances.ts';
import { assertAgreement } from './agreement.ts';
import { median, type Row, seconds } from './measure.ts';
import { DuckPeer, type Question, SqlitePeer } from './peers.ts';
import { type Asked, askedOf, askLines, ours } from './questions.ts';
import { type ViewLedger, viewLedger } from './view-ledger.ts';

/** 2,000 activities × 9 groups × 2 sources. */
const large = { activities: 2_000, entries: 1_000_000 };

const milliseconds = (values: readonly number[]): string =>
  `${(median(values) * 1000).toPrecision(2)} ms`;

interface Race {
  readonly name: string;
  readonly reach: string;
  readonly asked: readonly Asked[];
  readonly own: (asked: Asked) => unknown;
  readonly peer: (asked: Asked) => unknown;
}

/** Turn by turn, so that whatever else the machine does falls on both. */
const race = async ({ name, reach, asked, own, peer }: Race): Promise<Row> => {
  const ofOwn: number[] = [];
  const ofPeer: number[] = [];
  for (const cutOff of asked) own(cutOff);
  for (const cutOff of asked) {
    ofPeer.push(await seconds(() => peer(cutOff)));
    own(cutOff);
    ofOwn.push(await seconds(() => own(cutOff)));
  }
  const note = `${milliseconds(ofOwn)} and ${milliseconds(ofPeer)}`;
  return { name: `${name} (time)`, ratio: median(ofOwn) / median(ofPeer), reach, note };
};

const raceLines = async (ledger: ViewLedger, peers: Peers): Promise<Row[]> => {
  const { latest, anyKnown } = cutOffs(ledger);
  const own = (asked: Asked) => {
    askLines(ledger, asked);
  };
  const duck = ({ cut }: Asked) => peers.duck.answer('lines', cut);
  const lines = 'balances of 36,000 lines, 1M entries';
  return [
    await race({
      name: `${lines}, latest known / DuckDB`,
      reach: '≤ 0.01',
      asked: latest,
      own,
      peer: duck,
    }),
    await race({
      name: `${lines}, random known / DuckDB`,
      reach: '≤ 0.05',
      asked: anyKnown,
      own,
      peer: duck,
    }),
    await race({
      name: `${lines}, latest known / SQLite`,
      reach: '',
      asked: latest.slice(0, 7),
      own,
      peer: ({ cut }) => peers.sqlite.rows('lines', cut),
    }),
    await race({
      name: `${lines}, latest known / a look at every entry`,
      reach: '',
      asked: latest,
      own,
      peer: (asked) => balancesByScan(ledger.entries, asked),
    }),
  ];
};

const raceViews = async (ledger: ViewLedger, { duck, sqlite }: Peers): Promise<Row[]> => {
  const { latest, anyKnown } = cutOffs(ledger);
  const rows: Row[] = [];
  for (const [known, asked] of [
    ['latest', latest],
    ['random', anyKnown],
  ] as const) {
    for (const view of ['byGroup', 'overall'] as const) {
      const own = (cutOff: Asked) => ours[view](ledger, cutOff);
      const peer = ({ cut }: Asked) => duck.answer(view, cut);
      const name = `${names[view]}, 1M entries, ${known} known`;
      rows.push(await race({ name: `${name} / DuckDB`, reach: '≤ 0.1', asked, own, peer }));
    }
  }
  const own = (cutOff: Asked) => ours.byGroup(ledger, cutOff);
  const peer = ({ cut }: Asked) => sqlite.rows('byGroup', cut);
  const name = `${names.byGroup}, 1M entries, latest known / SQLite`;
  return [...rows, await race({ name, reach: '', asked: latest.slice(0, 7), own, peer })];
};

const names = { byGroup: 'view by group', overall: 'view overall' } as const;

const raceActivities = async (ledger: ViewLedger, { duck, sqlite }: Peers): Promise<Row[]> => {
  const { latest } = cutOffs(ledger);
  const own = (cutOff: Asked) => ours.byActivity(ledger, cutOff);
  const view = 'view by activity as the API gives it, 1M entries';
  const against = (peer: Race['peer'], name: string, reach: string) =>
    race({ name: `${view} / ${name}`, reach, asked: latest.slice(0, 15), own, peer });
  const rowsOf =
    (question: Question) =>
    ({ cut }: Asked) =>
      duck.rows(question, cut);
  return [
    await against(rowsOf('byActivityAsShown'), 'DuckDB handing the same rows', '≤ 0.2'),
    await against(rowsOf('byActivity'), 'DuckDB handing the finest rows as numbers', ''),
    await against(
      ({ cut }) => sqlite.rows('byActivity', cut),
      'SQLite handing the finest rows as numbers',
      '',
    ),
  ];
};

interface Peers {
  readonly duck: DuckPeer;
  readonly sqlite: SqlitePeer;
}

const cutOffs = (ledger: ViewLedger) => ({
  latest: askedOf(ledger, 41, 'latest'),
  anyKnown: askedOf(ledger, 41, 'random'),
});

const peersOf = async ({ entries }: ViewLedger): Promise<Peers> => ({
  duck: await DuckPeer.of(entries),
  sqlite: new SqlitePeer(entries),
});

const agree = async (ledger: ViewLedger, peers: Peers): Promise<void> => {
  const { latest, anyKnown } = cutOffs(ledger);
  for (const asked of [...latest.slice(0, 2), ...anyKnown.slice(0, 3)]) {
    await assertAgreement(ledger, peers, asked);
  }
};

/** Days in any order: the worst that can be asked at a random revision. */
const raceShuffled = async (): Promise<Row[]> => {
  const ledger = viewLedger({ ...large, isShuffled: true });
  const peers = await peersOf(ledger);
  await agree(ledger, peers);
  const { latest, anyKnown } = cutOffs(ledger);
  const own = (asked: Asked) => {
    askLines(ledger, asked);
  };
  const peer = ({ cut }: Asked) => peers.duck.answer('lines', cut);
  const name = 'the same with days recorded in any order';
  const rows = [
    await race({ name: `${name}, latest known / DuckDB`, reach: '', asked: latest, own, peer }),
    await race({ name: `${name}, random known / DuckDB`, reach: '', asked: anyKnown, own, peer }),
  ];
  peers.duck.close();
  peers.sqlite.close();
  return rows;
};

/** Views against engines that group the same rows in memory; every answer is compared first. */
export const measureViews = async (): Promise<Row[]> => {
  const ledger = viewLedger(large);
  const peers = await peersOf(ledger);
  await agree(ledger, peers);
  const lines = await raceLines(ledger, peers);
  const views = await raceViews(ledger, peers);
  const activities = await raceActivities(ledger, peers);
  peers.duck.close();
  peers.sqlite.close();
  return [...lines, ...(await raceShuffled()), ...views, ...activities];
};
