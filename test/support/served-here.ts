import { MemoryStore } from '../../src/adapters/memory/memory-store.ts';
import { serve } from '../../src/serve.ts';
import { takeTwoLedgers } from './two-ledgers.ts';

export interface Served {
  readonly url: string;
  readonly store: MemoryStore;
  readonly close: () => Promise<void>;
}

/** The sample ledger and another one that was only opened, served by this process. */
export const servedHere = async (): Promise<Served> => {
  const store = new MemoryStore();
  await takeTwoLedgers(store);
  return { ...(await serve({ store }, { port: 0 })), store };
};
