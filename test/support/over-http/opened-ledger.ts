import { openParts } from '../../../src/composition/open-parts.ts';
import type { WholeStore } from '../../../src/application/verify-store.ts';
import { admit } from '../admitted.ts';
import { serviceOver } from '../service-over.ts';
import { type FreshLedger, freshLedger } from '../under-faults/fresh-ledger.ts';
import type { Headers } from './spend.ts';

/** The store with an address while something is done with it, beside whoever has it open. */
export const withStore = async <Done>(
  address: string,
  work: (store: WholeStore) => Promise<Done>,
): Promise<Done> => {
  const { store } = await openParts(address, 'create');
  try {
    return await work(store);
  } finally {
    await store.close();
  }
};

export interface OpenedLedger {
  readonly fresh: FreshLedger;
  /** of one who may spend */
  readonly headers: Headers;
}

/** A store with a ledger to spend from, and one who may. */
export const openedLedger = (address: string, budget?: string): Promise<OpenedLedger> =>
  withStore(address, async (store) => {
    const fresh = freshLedger(budget);
    const { ledgers } = serviceOver(store);
    for (const request of fresh.opening) await ledgers.change(request);
    const { authorization } = await admit(store, ['finance']);
    return { fresh, headers: { authorization } };
  });
