/** What a user may do with a store: read it, append to it, follow it until so many records have come. */
import { writeSync } from 'node:fs';

import { openSqliteStore } from '../../../src/adapters/sqlite/open-sqlite-store.ts';
import { Failure } from '../../../src/catalogue/failure.ts';
import { followUntil, readAll } from '../collecting.ts';
import { keptRecords } from '../kept-records.ts';

const [folder = '', awaited = '0'] = process.argv.slice(2);
const stream = { category: 'poaLedger', id: '41-SENAVEX-2020' };

const said = async (attempt: () => Promise<unknown>): Promise<unknown> => {
  try {
    return await attempt();
  } catch (error) {
    return error instanceof Failure ? error.code : String(error);
  }
};

const tell = (what: unknown): void => {
  writeSync(1, `${JSON.stringify(what)}\n`);
};

const use = async (): Promise<unknown> => {
  const store = await openSqliteStore(folder, { waitMillisecondsMax: 300 });
  const head = await store.head(stream);
  const read = (await readAll(store, stream)).map(({ revision }) => revision);
  const append = await said(() => store.append(stream, head, keptRecords(stream, head, 1)));
  const keep = await said(() => store.keep(Uint8Array.of(1)));
  tell({ read, append, keep });
  const followed =
    Number(awaited) === 0 ? [] : await followUntil(store, 'poaLedger', Number(awaited));
  await store.close();
  return followed.map(({ record }) => record.revision);
};

// waiting for what others append does not keep a process alive
const staying = setInterval(() => undefined, 1_000);
tell(await said(use));
clearInterval(staying);
