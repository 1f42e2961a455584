import { MemoryStore } from '../../src/adapters/memory/memory-store.ts';
import { serve } from '../../src/serve.ts';
import { auditor } from './admitted.ts';
import { takeTwoLedgers } from './two-ledgers.ts';

export interface Served {
  readonly url: string;
  readonly store: MemoryStore;
  /** of one who may read everything */
  readonly headers: { readonly authorization: string };
  readonly close: () => Promise<void>;
}

/** The sample ledger and another one that was only opened, served by this process. */
export const servedHere = async (): Promise<Served> => {
  const store = new MemoryStore();
  await takeTwoLedgers(store);
  const headers = await auditor(store);
  return { ...(await serve({ store }, { port: 0 })), store, headers };
};
