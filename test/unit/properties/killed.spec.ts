import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { openSqliteStore } from '../../../src/adapters/sqlite/open-sqlite-store.ts';
import { ledgerStream } from '../../../src/application/ports/event-store.ts';
import { verifyLedger } from '../../../src/application/verify-ledger.ts';
import type { CivilDate } from '../../../src/catalogue/civil-date.ts';
import { decodeRecord } from '../../../src/catalogue/codec.ts';
import { Failure } from '../../../src/catalogue/failure.ts';
import { byHand, recipes, startedWith, starts } from '../../support/arbitraries.ts';
import { runChild } from '../../support/child.ts';
import { readAll } from '../../support/collecting.ts';
import { balancesByLine } from '../../support/oracle.ts';
import { keepBy } from '../../support/recipes.ts';
import { ledgerOfTests, type RecordedLedger } from '../../support/recorded-ledger.ts';
import { propertyTimeout, runs } from '../../support/runs.ts';
import { Projected, sorted } from '../../support/views-of.ts';

const stream = ledgerStream(ledgerOfTests);

const cameOf = ({ answer }: RecordedLedger['tried'][number]): string =>
  answer instanceof Failure ? answer.code : String(answer.length);

/**
 * Submits everything by processes that are killed after so many answers; the next one begins with
 * the command whose answer nobody saw.
 */
const submitKilled = async (folder: string, ledger: RecordedLedger, kills: readonly number[]) => {
  const file = join(folder, 'commands.json');
  await writeFile(file, JSON.stringify(ledger.tried.map(({ command }) => command)));
  const answers: string[] = [];
  for (const answered of [...kills, Infinity]) {
    const child = runChild('submit.ts', [folder, file, String(answers.length)]);
    await child.printed(Math.min(answered, ledger.attempted - answers.length));
    if (answered !== Infinity) child.process.kill('SIGKILL');
    answers.push(...(await child.ended));
  }
  return answers;
};

const expectMoneyOf = async (ledger: RecordedLedger, folder: string): Promise<void> => {
  const store = await openSqliteStore(folder);
  await verifyLedger(store, ledgerOfTests);
  const records = (await readAll(store, stream)).map(({ text }) => decodeRecord(text));
  await store.close();
  expect(records).toHaveLength(ledger.records.length);
  const projected = new Projected(records);
  for (const day of ['2020-03-31', '2020-12-31'] as CivilDate[]) {
    const cut = { day, revision: ledger.revision };
    expect(sorted(projected.byLine(cut))).toEqual(sorted(balancesByLine(ledger.records, cut)));
  }
};

it(
  'a sequence of commands through processes that are killed gives the balances of the oracle',
  async () => {
    const sequence = fc.tuple(
      starts(),
      recipes([...byHand, 'form', 'control'], { min: 12, max: 20 }),
      fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 2, maxLength: 3 }),
    );
    await fc.assert(
      fc.asyncProperty(sequence, async ([start, steps, kills]) => {
        const ledger = keepBy(startedWith(start), steps);
        const folder = await mkdtemp(join(tmpdir(), 'poa-killed-'));
        const answers = await submitKilled(folder, ledger, kills);
        expect(answers).toEqual(ledger.tried.map(cameOf));
        await expectMoneyOf(ledger, folder);
        await rm(folder, { recursive: true });
      }),
      runs(4),
    );
  },
  propertyTimeout,
);
