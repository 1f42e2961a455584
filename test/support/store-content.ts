import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

export interface StoreContent {
  /** the last record of each ledger with its root */
  readonly heads: readonly string[];
  readonly records: number;
  readonly files: readonly string[];
}

/** All that a store could show of having been written to; null where there is none. */
export const storeContent = (folder: string): StoreContent | null => {
  const path = join(folder, 'poa.sqlite');
  if (!existsSync(path)) return null;
  const database = new DatabaseSync(path);
  try {
    const values = (sql: string): string[] =>
      database
        .prepare(sql)
        .all()
        .map((row) => String(Object.values(row)[0]));
    return {
      heads: values(
        `SELECT streams.id || ' ' || max(revision) || ':' || root
          FROM records JOIN streams ON streams.number = records.stream
          GROUP BY streams.id ORDER BY streams.id`,
      ),
      records: Number(values('SELECT count(*) FROM records')[0]),
      files: values('SELECT sha256 FROM files ORDER BY sha256'),
    };
  } finally {
    database.close();
  }
};
