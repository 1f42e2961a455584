import type { KeptRecord, StreamId } from '../../application/ports/event-store.ts';
import type { Connection } from './connection.ts';
import { paged } from './paged.ts';

type Row = [revision: number, id: string, root: string, text: string];

/** The next records of a stream from a revision on, up to a last one. */
export const recordPage = (
  connection: Connection,
  { category, id }: StreamId,
  from: number,
  last: number,
): KeptRecord[] => {
  const statement = connection.statement(
    `SELECT revision, id, root, text FROM records
      WHERE stream = (SELECT number FROM streams WHERE category = ? AND id = ?)
        AND revision BETWEEN ? AND ?
      ORDER BY revision`,
  );
  statement.setReturnArrays(true);
  const rows = statement.iterate(category, id, from, last) as Iterable<unknown> as Iterable<Row>;
  return paged(rows, ([revision, recordId, root, text]) => ({
    size: text.length,
    item: { revision, id: recordId, root, text },
  }));
};
