import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { isOnServers } from '../../src/catalogue/store-address.ts';
import type { StoreContent } from './shown-content.ts';
import { contentOnServer } from './stores-on-servers.ts';

const contentInFolder = (folder: string): StoreContent | null => {
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

/** All that a store could show of having been written to; null where there is none. */
export const storeContent = (store: string): StoreContent | null =>
  isOnServers(store) ? contentOnServer(store) : contentInFolder(store);
