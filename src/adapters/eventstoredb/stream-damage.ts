import type { StreamId } from '../../application/ports/event-store.ts';
import { Failure } from '../../catalogue/failure.ts';
import type { Connection } from './connection.ts';
import { metadataOf } from './read-events.ts';
import { isStreamDeleted } from './server-error.ts';
import { streamName } from './stream-name.ts';

export const damaged = ({ id }: StreamId, revision: number, reason: string): Failure =>
  new Failure('LEDGER_DAMAGED', { ledger: id, revision, reason });

/** What a stream's metadata say of hiding its records, by the server's own names. */
const hidingKeys = ['$tb', '$maxCount', '$maxAge'];

/** null where nothing of a stream is hidden or ever will be. */
export const hidingIn = (metadata: Readonly<Record<string, unknown>>): string | null => {
  const found = hidingKeys.filter((key) => metadata[key] !== undefined && metadata[key] !== 0);
  return found.length === 0 ? null : found.join(', ');
};

export const tombstoned = (stream: StreamId): Failure =>
  damaged(
    stream,
    0,
    'el libro entero fue borrado del servidor para siempre; recupérelo de una copia',
  );

/** Says of a tombstone what it is; anything else is handed on. */
export const orTombstone = async <T>(stream: StreamId, reading: Promise<T>): Promise<T> => {
  try {
    return await reading;
  } catch (error) {
    throw isStreamDeleted(error) ? tombstoned(stream) : error;
  }
};

/**
 * A stream that reads as missing was deleted where it has metadata: a new one has none.
 * @throws LEDGER_DAMAGED
 */
export const assertNeverWas = async (connection: Connection, stream: StreamId): Promise<void> => {
  const metadata = await orTombstone(stream, metadataOf(connection, streamName(stream)));
  if (metadata === null) return;
  throw damaged(
    stream,
    0,
    'el libro entero fue borrado del servidor; quite $tb de sus metadatos, o recupérelo de una copia',
  );
};

/** @throws LEDGER_DAMAGED where a page does not begin where it must, or leaves one out */
export const assertNoGap = (
  stream: StreamId,
  from: number,
  records: readonly { readonly revision: number }[],
): void => {
  const at = records.findIndex(({ revision }, index) => revision !== from + index);
  const found = records[at];
  if (found === undefined) {
    if (records.length === 0) throw damaged(stream, from, 'falta, y con él el final');
    return;
  }
  const next = String(found.revision);
  const reason =
    from + at === 0
      ? `el servidor oculta o perdió el comienzo: sigue el ${next}; revise $tb, $maxCount y $maxAge en los metadatos del libro`
      : `falta; sigue el ${next}`;
  throw damaged(stream, from + at, reason);
};
