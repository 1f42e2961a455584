import { DatabaseSync } from 'node:sqlite';

/** Changes a database behind the program's back, and leaves it in one file. */
export const changeFile = (file: string, sql: string): void => {
  const database = new DatabaseSync(file);
  database.exec(`PRAGMA journal_mode = DELETE; ${sql}`);
  database.close();
};
