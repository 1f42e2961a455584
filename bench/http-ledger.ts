import { openSqliteStore } from '../src/adapters/sqlite/open-sqlite-store.ts';
import { ledgerStream } from '../src/application/ports/event-store.ts';
import type { Sealed } from '../src/integrity/seal.ts';
import { admit } from '../test/support/admitted.ts';
import { random } from '../test/support/random.ts';
import { activityOf, benchLedger, opened, sealedOf, type Told } from './ledger-of.ts';
import { dayOf } from './view-ledger.ts';

/** 200 activities × 9 groups × 2 sources. */
const activities = 200;
const groups = Array.from({ length: 9 }, (_, group) => `${group + 1}0000`);
const sources = ['10', '41'];
const chunk = 1_000;

const told = (type: Told['type'], day: string, data: object): Told =>
  ({ type, effectiveOn: day, data }) as Told;

function* plan(): Generator<Told> {
  yield told('LedgerOpened', '2020-01-01', opened);
  for (let number = 0; number < activities; number += 1) {
    const activity = activityOf(number);
    const named = { activity, code: activity, name: `Actividad ${number}`, operation: null };
    const rest = { start: null, end: null, indicator: null, position: number + 1 };
    yield told('ActivityRegistered', '2020-01-01', { ...named, ...rest });
    const amounts = groups.flatMap((group) =>
      sources.map((source) => [group, source, '250000.00']),
    );
    yield told('BudgetProgrammed', '2020-01-01', { lines: [{ activity, amounts }] });
  }
}

/** Its plan, then documents of one line each, on their day or up to sixty days before. */
function* year(entries: number): Generator<Told> {
  yield* plan();
  const chance = random(20201231);
  const pick = (count: number): number => Math.floor(chance() * count);
  const documents = entries - activities * groups.length * sources.length;
  for (let number = 0; number < documents; number += 1) {
    const today = Math.floor((number * 366) / documents);
    const day = dayOf(Math.max(0, today - (chance() < 0.1 ? pick(60) : 0)));
    const money = `${pick(500)}.${String(pick(100)).padStart(2, '0')}`;
    const amounts = [[groups[pick(9)], sources[pick(2)], money]];
    const document = { kind: 'C31', number: String(number), sequence: 1 };
    const lines = [{ activity: activityOf(pick(activities)), amounts }];
    yield told('BudgetExecuted', day, { document, lines });
  }
}

export interface HttpLedger {
  /** the last record */
  readonly revision: number;
  /** of one who may read and spend */
  readonly headers: Readonly<Record<string, string>>;
}

/** A store with a ledger of so many entries, and one who comes in. */
export const fillForHttp = async (folder: string, entries: number): Promise<HttpLedger> => {
  const store = await openSqliteStore(folder);
  let revision = -1;
  const append = async (records: readonly Sealed[]): Promise<void> => {
    await store.append(ledgerStream(benchLedger), revision, records);
    revision += records.length;
  };
  let waiting: Sealed[] = [];
  for (const record of sealedOf(year(entries))) {
    waiting.push(record);
    if (waiting.length < chunk) continue;
    await append(waiting);
    waiting = [];
  }
  await append(waiting);
  const { authorization } = await admit(store, ['finance']);
  await store.close();
  return { revision, headers: { authorization } };
};
