import type { AppendOutcome, KeptRecord, StreamId } from '../../application/ports/event-store.ts';
import type { Connection } from './connection.ts';
import { streamHead } from './stream-head.ts';

/** Inside a write transaction, so that between looking at the head and writing nobody else writes. */
export const appendRecords = (
  connection: Connection,
  stream: StreamId,
  expected: number,
  records: readonly KeptRecord[],
): AppendOutcome => {
  const actual = streamHead(connection, stream);
  if (actual !== expected) return { outcome: 'conflict', actual };

  const { category, id } = stream;
  if (actual === -1)
    connection
      .statement('INSERT OR IGNORE INTO streams (category, id) VALUES (?, ?)')
      .run(category, id);
  const number = Number(
    connection.value('SELECT number FROM streams WHERE category = ? AND id = ?', category, id),
  );
  const insertion = connection.statement(
    'INSERT INTO records (stream, revision, id, root, text) VALUES (?, ?, ?, ?, ?)',
  );
  for (const record of records)
    insertion.run(number, record.revision, record.id, record.root, record.text);
  return { outcome: 'appended' };
};
