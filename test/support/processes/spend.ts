/** Many writers on one ledger: prints how each of their commands ended. */
import { openSqliteStore } from '../../../src/adapters/sqlite/open-sqlite-store.ts';
import { isFailure } from '../../../src/catalogue/failure.ts';
import { serviceOver } from '../service-over.ts';
import { spending } from '../spending.ts';

const [folder = '', name = '', writers = '', times = ''] = process.argv.slice(2);
const store = await openSqliteStore(folder);
const { ledgers } = serviceOver(store);

const spend = async (writer: number): Promise<void> => {
  for (let time = 0; time < Number(times); time += 1) {
    const id = `${name}-${writer}-${time}`;
    try {
      const { revision } = await ledgers.change(spending(id, '1.00'));
      process.stdout.write(`${id} ${revision}\n`);
    } catch (error) {
      process.stdout.write(`${id} ${isFailure(error) ? error.code : String(error)}\n`);
    }
  }
};

await Promise.all(Array.from({ length: Number(writers) }, (_, writer) => spend(writer)));
await store.close();
