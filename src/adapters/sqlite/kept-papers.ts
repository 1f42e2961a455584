import { randomUUID } from 'node:crypto';
import type { AppendOutcome, StreamId } from '../../application/ports/event-store.ts';
import type { PaperEntry } from '../../application/ports/paper-log.ts';
import type { Drawer } from '../../application/ports/papers.ts';
import { appendRecords } from './append-records.ts';
import type { Connection } from './connection.ts';
import { recordPage } from './record-page.ts';
import { streamHead } from './stream-head.ts';

const streamOf = (drawer: Drawer): StreamId => ({ category: 'papers', id: drawer });

/** Papers lie beside the records, in streams that no ledger has. */
export const keptPapers = {
  append(
    connection: Connection,
    drawer: Drawer,
    expected: number,
    texts: readonly string[],
  ): AppendOutcome {
    const records = texts.map((text, index) => ({
      revision: expected + 1 + index,
      id: randomUUID(),
      root: '',
      text,
    }));
    return appendRecords(connection, streamOf(drawer), expected, records);
  },

  read(connection: Connection, drawer: Drawer, from: number): PaperEntry[] {
    const stream = streamOf(drawer);
    const last = streamHead(connection, stream);
    const found: PaperEntry[] = [];
    for (let next = from; next <= last;) {
      const page = recordPage(connection, stream, next, last);
      const end = page.at(-1);
      if (end === undefined) break;
      for (const { revision, text } of page) found.push({ revision, text });
      next = end.revision + 1;
    }
    return found;
  },

  forget(connection: Connection, drawer: Drawer, before: number): void {
    connection
      .statement(
        `DELETE FROM records WHERE revision < ?
          AND stream = (SELECT number FROM streams WHERE category = ? AND id = ?)`,
      )
      .run(before, streamOf(drawer).category, drawer);
  },
} as const;
