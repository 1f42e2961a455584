import { ledgerStream } from '../../src/application/ports/event-store.ts';
import { posting } from './posting.ts';
import { openedStore, served } from './served.ts';
import { contended } from './spending.ts';

/** What is sent to spend, of a ledger that has 1000.00 to spend. */
export const spent = (number: string, amount = '1.00') => ({
  effectiveOn: '2020-02-01',
  document: { kind: 'C31', number, sequence: 1 },
  lines: [{ activity: null, object: '20000', source: '10', amount }],
});

/** A service over a ledger of two records, and what is spent from it. */
export const spendingOverHttp = async () => {
  const store = await openedStore();
  const { ask, account, url, views } = await served(store);
  const { command } = posting(ask, contended);
  const head = () => store.head(ledgerStream(contended));
  return {
    store,
    ask,
    account,
    url,
    views,
    head,
    execute: command.bind(null, 'execute-budget'),
    command,
  };
};
