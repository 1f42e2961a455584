import type { FollowedRecord } from '../../application/ports/event-store.ts';
import type { Connection } from './connection.ts';
import { paged } from './paged.ts';
import { keptRecordOf } from './record-page.ts';

type Row = readonly [position: unknown, category: unknown, stream: unknown, ...record: unknown[]];

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
  return paged(rows, ([position, category, stream, ...row]) => {
    const record = keptRecordOf(row);
    const size = record.text.length;
    const id = String(stream);
    return {
      size,
      item: { stream: { category: String(category), id }, record, position: String(position) },
    };
  });
};
