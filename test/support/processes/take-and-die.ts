/**
 * Takes the sample files and some additional money into a store and dies: the first file is in the
 * database, all that came after it in the log of the database, in several commits.
 */
import { openSqliteStore } from '../../../src/adapters/sqlite/open-sqlite-store.ts';
import { amount } from '../../../src/catalogue/amount.ts';
import { civilDate } from '../../../src/catalogue/civil-date.ts';
import type { LedgerId, ObjectCode, Source } from '../../../src/catalogue/codes.ts';
import { serviceOver } from '../service-over.ts';
import { takeSample } from '../take-sample.ts';

const [folder = ''] = process.argv.slice(2);
const first = await openSqliteStore(folder);
await takeSample(first, 'budget');
await first.close();

const store = await openSqliteStore(folder);
await takeSample(store, 'form');
const { ledgers } = serviceOver(store);
for (const month of ['07', '08', '09', '10']) {
  await ledgers.change({
    ledger: '41-SENAVEX-2020' as LedgerId,
    command: {
      type: 'AdjustBudget',
      effectiveOn: civilDate(`2020-${month}-15`),
      data: {
        name: `ADICIONAL ${month}`,
        kind: 'additional',
        instrument: { kind: 'RA', number: month, date: civilDate(`2020-${month}-10`) },
        lines: [
          {
            activity: null,
            object: '20000' as ObjectCode,
            source: 'TGN' as Source,
            amount: amount('1000.00'),
          },
        ],
        forms: { beyond: null },
      },
    },
    commandId: `adicional-${month}`,
    actor: 'u1',
  });
}
process.kill(process.pid, 'SIGKILL');
