import { decodeRecord } from '../catalogue/codec.ts';
import {
  type DocumentChains,
  foldDocumentChains,
  noDocumentChains,
} from '../../projections/document-chains.ts';
import { type EventStore, ledgerStream } from './ports/event-store.ts';
import type { Sight } from './sight.ts';

/**
 * The document chains of a ledger, read from its records: only they say what cells use. A ledger
 * whose control never changed has always refused what exceeds, and is not read.
 */
export const chainsWhereNeeded = async (
  store: EventStore,
  { book, cutOff }: Sight,
): Promise<DocumentChains | null> => {
  const { controls } = book.register.history;
  if (!controls.some(({ revision }) => revision <= cutOff.known.revision)) return null;
  const chains = noDocumentChains();
  for await (const page of store.read(ledgerStream(book.ledger), 0)) {
    const known = page.filter(({ revision }) => revision <= cutOff.known.revision);
    for (const { text } of known) foldDocumentChains(chains, decodeRecord(text));
    if (known.length < page.length) break;
  }
  return chains;
};
