import type { LedgerId } from '../catalogue/codes.ts';
import { Failure } from '../catalogue/failure.ts';
import { emptyFrontier, grow, type Hash, leafHash, rootOf } from '../integrity/merkle.ts';
import { consistencyPath, inclusionPath } from '../integrity/proofs.ts';
import { type EventStore, ledgerStream } from './ports/event-store.ts';
import {
  type ConsistencyProof,
  type InclusionProof,
  proofAlgorithm as algorithm,
  type TreeHead,
} from './proof.ts';

/** Some records of a ledger, from the first one on. */
interface Tree {
  readonly leaves: readonly Hash[];
  /** of the one record that was asked for */
  readonly text: string;
}

const treeOf = async (
  store: EventStore,
  ledger: LedgerId,
  size: number,
  revision?: number,
): Promise<Tree> => {
  const leaves: Hash[] = [];
  let text = '';
  for await (const page of store.read(ledgerStream(ledger), 0)) {
    for (const kept of page) {
      if (leaves.length === size) return { leaves, text };
      leaves.push(leafHash(kept.text));
      if (kept.revision === revision) text = kept.text;
    }
  }
  return { leaves, text };
};

const headOf = (leaves: readonly Hash[]): TreeHead => ({
  size: leaves.length,
  root: rootOf(leaves.reduce(grow, emptyFrontier)),
});

const assertSize = (name: string, size: number, records: number): void => {
  if (size >= 1 && size <= records) return;
  throw new Failure('TREE_SIZE_INVALID', { name, size, records });
};

export interface AskedInclusion {
  readonly revision: number;
  /** of the tree, all that is known where it is not said */
  readonly size?: number;
}

/**
 * @param records how many there are
 * @throws TREE_SIZE_INVALID, REVISION_NOT_FOUND
 */
export const proveInclusion = async (
  store: EventStore,
  { ledger, records }: { readonly ledger: LedgerId; readonly records: number },
  { revision, size = records }: AskedInclusion,
): Promise<InclusionProof> => {
  assertSize('size', size, records);
  if (revision >= size) throw new Failure('REVISION_NOT_FOUND', { revision, last: size - 1 });
  const { leaves, text } = await treeOf(store, ledger, size, revision);
  const event = { revision, text, leaf: leafHash(text) };
  const path = inclusionPath(leaves, revision);
  return { proof: 'inclusion', algorithm, ledger, ...headOf(leaves), event, path };
};

export interface AskedConsistency {
  readonly from: number;
  readonly to?: number;
}

/** @throws TREE_SIZE_INVALID */
export const proveConsistency = async (
  store: EventStore,
  { ledger, records }: { readonly ledger: LedgerId; readonly records: number },
  { from, to = records }: AskedConsistency,
): Promise<ConsistencyProof> => {
  assertSize('to', to, records);
  assertSize('from', from, to);
  const { leaves } = await treeOf(store, ledger, to);
  return {
    ...{ proof: 'consistency', algorithm, ledger },
    from: headOf(leaves.slice(0, from)),
    to: headOf(leaves),
    path: consistencyPath(leaves, from),
  };
};
