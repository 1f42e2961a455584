import { createHash } from 'node:crypto';

import { Failure } from '../../catalogue/failure.ts';
import type { Connection } from './connection.ts';

/** Files under the SHA-256 of their bytes. */
export const keptFiles = {
  hashOf: (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex'),

  has: (connection: Connection, sha256: string): boolean =>
    connection.value('SELECT 1 FROM files WHERE sha256 = ?', sha256) === 1,

  keep(connection: Connection, sha256: string, bytes: Uint8Array): void {
    connection
      .statement('INSERT OR IGNORE INTO files (sha256, bytes) VALUES (?, ?)')
      .run(sha256, bytes);
  },

  /** Read from the table itself: an index that was damaged would hide what it does not name. */
  hashes: (connection: Connection): readonly string[] =>
    connection
      .statement('SELECT sha256 FROM files NOT INDEXED')
      .all()
      .map(({ sha256 }) => String(sha256)),

  /**
   * The name of a file is its hash: bytes that do not have it are not the file that was taken in.
   * @throws STORE_DAMAGED
   */
  find(connection: Connection, sha256: string, path: string): Uint8Array | null {
    const bytes = connection.value('SELECT bytes FROM files WHERE sha256 = ?', sha256);
    if (!(bytes instanceof Uint8Array)) return null;
    if (keptFiles.hashOf(bytes) !== sha256)
      throw new Failure('STORE_DAMAGED', { path, reason: `el archivo ${sha256} fue cambiado` });
    return bytes;
  },
} as const;
