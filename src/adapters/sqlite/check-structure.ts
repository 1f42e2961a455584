import { Failure } from '../../catalogue/failure.ts';
import type { Connection } from './connection.ts';

/**
 * A record that an index does not name is not read, and nobody misses it: what is around the
 * records is checked by the database itself.
 * @throws STORE_DAMAGED
 */
export const checkStructure = (connection: Connection, path: string): void => {
  const said = String(connection.value('PRAGMA integrity_check(1)'));
  const found = said === 'ok' ? undefined : said.replaceAll(/\s+/g, ' ');
  const orphan = connection.value('PRAGMA foreign_key_check');
  const reason = found ?? (orphan === undefined ? undefined : 'hay registros que no son de nadie');
  if (reason !== undefined) throw new Failure('STORE_DAMAGED', { path, reason });
};
