import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Changes the database behind the store's back. */
export const changeDatabase = (folder: string, sql: string): void => {
  const database = new DatabaseSync(join(folder, 'poa.sqlite'));
  database.exec(sql);
  database.close();
};
