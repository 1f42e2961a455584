import type { Connection } from './connection.ts';

/** Works inside one reading transaction of a connection that is closed afterwards. */
export const held = async <T>(
  connection: Connection,
  work: (connection: Connection) => Promise<T>,
): Promise<T> => {
  try {
    connection.execute('BEGIN');
    // a transaction sees the database as it is at its first reading
    connection.value('SELECT count(*) FROM sqlite_schema');
    return await work(connection);
  } finally {
    connection.close();
  }
};
