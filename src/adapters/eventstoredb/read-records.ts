import type { KeptRecord, StreamId } from '../../application/ports/event-store.ts';
import type { Connection } from './connection.ts';
import { lastEvent, pageOf } from './read-events.ts';
import { type CanonicalText, recordOf } from './recorded-event.ts';
import { assertNeverWas, assertNoGap, damaged, orTombstone } from './stream-damage.ts';
import { streamName } from './stream-name.ts';

/**
 * The revision of a stream's last record, -1 where there never was one.
 * @throws LEDGER_DAMAGED where the stream was deleted
 */
export const headOf = async (connection: Connection, stream: StreamId): Promise<number> => {
  const event = await orTombstone(stream, lastEvent(connection, streamName(stream)));
  if (event === null) {
    await assertNeverWas(connection, stream);
    return -1;
  }
  if (event === undefined) throw damaged(stream, 0, 'el servidor oculta todos los registros');
  return Number(event.revision);
};

/**
 * Reading from further on would not notice that the beginning is hidden.
 * @throws LEDGER_DAMAGED
 */
export const assertBeginning = async (connection: Connection, stream: StreamId): Promise<void> => {
  const page = pageOf(connection, streamName(stream), { from: 0, countMax: 1 }, (event) => ({
    item: { revision: Number(event.revision) },
    size: 0,
  }));
  assertNoGap(stream, 0, await orTombstone(stream, page));
};

/**
 * The next records of a stream from a revision on, up to the last one: at least one.
 * @throws LEDGER_DAMAGED
 */
export const recordPage = async (
  connection: Connection,
  canonicalText: CanonicalText,
  stream: StreamId,
  { from, last }: { readonly from: number; readonly last: number },
): Promise<readonly KeptRecord[]> => {
  const range = { from, countMax: last + 1 - from };
  const page = pageOf(connection, streamName(stream), range, (event) => {
    const item = recordOf(canonicalText, stream, event);
    return { item, size: item.text.length };
  });
  const records = await orTombstone(stream, page);
  assertNoGap(stream, from, records);
  return records;
};
