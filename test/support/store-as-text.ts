import type { WholeStore } from '../../src/application/verify-store.ts';

/** What people come and go with, which is nothing that is kept of anything. */
const lasting = ['people', 'invitations', 'drafts'] as const;

/** All that a store keeps but sessions and who read what. */
export const contentOf = async (store: WholeStore): Promise<readonly unknown[]> => {
  const ledgers = await store.streams('poaLedger');
  const access = await store.streams('poaAccess');
  const heads: unknown[] = [];
  for (const stream of [...ledgers, ...access]) heads.push([stream, await store.head(stream)]);
  for (const drawer of lasting) heads.push([drawer, await store.readPapers(drawer, 0)]);
  return [...heads, await store.keptFiles()];
};
