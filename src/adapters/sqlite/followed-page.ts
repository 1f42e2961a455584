import type { FollowedRecord } from '../../application/ports/event-store.ts';
import type { Connection } from './connection.ts';
import { paged } from './paged.ts';

type Row = [
  position: number,
  category: string,
  stream: string,
  revision: number,
  id: string,
  root: string,
  text: string,
];

/** The next records of the whole store after a position. */
export const followedPage = (connection: Connection, after: number): FollowedRecord[] => {
  const statement = connection.statement(
    `SELECT position, category, streams.id, revision, records.id, root, text
      FROM records JOIN streams ON streams.number = records.stream
      WHERE position > ?
      ORDER BY position`,
  );
  statement.setReturnArrays(true);
  const rows = statement.iterate(after) as Iterable<unknown> as Iterable<Row>;
  return paged(rows, ([position, category, stream, revision, id, root, text]) => ({
    size: text.length,
    item: {
      stream: { category, id: stream },
      record: { revision, id, root, text },
      position: String(position),
    },
  }));
};
