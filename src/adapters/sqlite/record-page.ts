import type { KeptRecord, StreamId } from '../../application/ports/event-store.ts';
import type { Connection } from './connection.ts';
import { paged } from './paged.ts';
import { UnreadableRow } from './store-failure.ts';

type Row = readonly unknown[];

/** Damage can leave any value in any place. @throws UnreadableRow */
export const keptRecordOf = ([revision, id, root, text]: Row): KeptRecord => {
  if (
    typeof revision === 'number' &&
    typeof id === 'string' &&
    typeof root === 'string' &&
    typeof text === 'string'
  )
    return { revision, id, root, text };
  throw new UnreadableRow('un registro tiene valores que nadie escribió');
};

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
  return paged(rows, (row) => {
    const item = keptRecordOf(row);
    return { size: item.text.length, item };
  });
};
