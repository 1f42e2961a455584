import type { StreamId } from '../../application/ports/event-store.ts';
import type { Connection } from './connection.ts';
import { UnreadableRow } from './store-failure.ts';

/** The revision of a stream's last record, -1 where there is none. */
export const streamHead = (connection: Connection, { category, id }: StreamId): number => {
  const head = connection.value(
    `SELECT max(revision) FROM records
      WHERE stream = (SELECT number FROM streams WHERE category = ? AND id = ?)`,
    category,
    id,
  );
  if (typeof head === 'number') return head;
  if (head === null) return -1;
  throw new UnreadableRow('un registro tiene un número que nadie escribió');
};
