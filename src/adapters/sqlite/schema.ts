import { Failure } from '../../catalogue/failure.ts';
import type { Connection } from './connection.ts';

/** "POAl" in ASCII: what the header of the file says of whose it is. */
export const applicationId = 0x504f416c;
const version = 1;

/**
 * A stream's row is written with its first record, so its number tells the order of beginning. The
 * position of a record is given inside the one write transaction: a later one is never seen before
 * an earlier one.
 */
export const schema = {
  statements: `
    PRAGMA application_id = ${String(applicationId)};
    PRAGMA user_version = ${String(version)};
    CREATE TABLE streams (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      category TEXT NOT NULL,
      id TEXT NOT NULL,
      UNIQUE (category, id)
    ) STRICT;
    CREATE TABLE records (
      position INTEGER PRIMARY KEY AUTOINCREMENT,
      stream INTEGER NOT NULL REFERENCES streams (number),
      revision INTEGER NOT NULL,
      id TEXT NOT NULL,
      root TEXT NOT NULL,
      text TEXT NOT NULL,
      UNIQUE (stream, revision)
    ) STRICT;
    CREATE TABLE files (sha256 TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
  `,

  /** @throws STORE_DAMAGED where the file is none of ours, STORE_FROM_NEWER_VERSION */
  check(connection: Connection, path: string): void {
    const damaged = (reason: string): Failure => new Failure('STORE_DAMAGED', { path, reason });
    if (connection.value('PRAGMA application_id') !== applicationId)
      throw damaged('el archivo no es de este programa');
    const found = Number(connection.value('PRAGMA user_version'));
    if (found > version) throw new Failure('STORE_FROM_NEWER_VERSION', { path, version: found });
    const tables = connection.value(
      `SELECT count(*) FROM sqlite_schema
        WHERE type = 'table' AND name IN ('streams', 'records', 'files')`,
    );
    if (found < version || tables !== 3) throw damaged('le faltan tablas');
  },
} as const;
