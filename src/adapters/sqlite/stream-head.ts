import type { StreamId } from '../../application/ports/event-store.ts';
import type { Connection } from './connection.ts';

/** The revision of a stream's last record, -1 where there is none. */
export const streamHead = (connection: Connection, { category, id }: StreamId): number => {
  const head = connection.value(
    `SELECT max(revision) FROM records
      WHERE stream = (SELECT number FROM streams WHERE category = ? AND id = ?)`,
    category,
    id,
  );
  return typeof head === 'number' ? head : -1;
};
