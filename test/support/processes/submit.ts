/** Submits the commands of a file one after another, from a number on, and prints what each came to. */
import { readFileSync } from 'node:fs';
import { openSqliteStore } from '../../../src/adapters/sqlite/open-sqlite-store.ts';
import { isFailure } from '../../../src/catalogue/failure.ts';
import type { Command } from '../../../src/domain/area-ledger/index.ts';
import { ledgerOfTests } from '../recorded-ledger.ts';
import { serviceOver } from '../service-over.ts';

const [folder = '', file = '', from = ''] = process.argv.slice(2);
const commands = JSON.parse(readFileSync(file, 'utf8')) as readonly Command[];
const store = await openSqliteStore(folder);
/** In January 2021, as the oracle records. */
let now = 1_609_800_000_000_000 + Number(from) * 1_000_000_000;
const clock = { now: () => (now += 1_000_000), pause: () => Promise.resolve() };
const { ledgers } = serviceOver(store, clock);

for (const [index, command] of commands.slice(Number(from)).entries()) {
  const request = { ledger: ledgerOfTests, command, actor: 'ana' };
  const commandId = `c-${Number(from) + index}`;
  const came = await ledgers.change({ ...request, commandId }).then(
    ({ events }) => String(events),
    (error: unknown) => (isFailure(error) ? error.code : String(error)),
  );
  process.stdout.write(`${came}\n`);
}
await store.close();
