import { Failure } from '../../catalogue/failure.ts';
import type { Connection } from './connection.ts';
import { tombstoned } from './stream-damage.ts';
import { streamIdOf } from './stream-name.ts';
import { tracesIn } from './standing.ts';

/**
 * Records that are hidden, now or later, are missed by nobody who reads what is left.
 * @throws STORE_DAMAGED, LEDGER_DAMAGED
 */
export const checkStreams = async (connection: Connection): Promise<void> => {
  for (const { name, isDeleted, hiding } of await tracesIn(connection)) {
    if (isDeleted) throw tombstoned(streamIdOf(name));
    if (hiding === null) continue;
    throw new Failure('STORE_DAMAGED', {
      path: connection.address.shown,
      reason: `los metadatos de ${name} ocultan registros, o lo harán (${hiding}): un administrador debe quitarlos`,
    });
  }
};
