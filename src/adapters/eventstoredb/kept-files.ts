import { createHash } from 'node:crypto';

import { binaryEvent, type EventData, jsonEvent } from '@eventstore/db-client';

import { Failure } from '../../catalogue/failure.ts';
import { appendEvents } from './append-records.ts';
import type { Connection } from './connection.ts';
import { isObject, lastEvent, metadataOf, pageOf, type ServerEvent } from './read-events.ts';
import { isStreamDeleted } from './server-error.ts';
import { fileCategory, fileStream } from './stream-name.ts';

/** Two of them are less than what every server takes at once. */
const chunkMax = 512 * 1024;

const chunkType = 'FileChunk';
/** The last event of a file that is kept whole: a broken keeping lacks it. Listing looks for it. */
const keptType = `${fileCategory}:FileKept`;

const hashOf = (...parts: readonly Uint8Array[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
};

/** The same for the same part of the same file, so that what is sent twice is there once. */
const idOf = (sha256: string, index: number): string => {
  const hash = hashOf(Buffer.from(`${sha256} ${String(index)}`));
  const [time, mid, last, node] = [
    hash.slice(0, 8),
    hash.slice(8, 12),
    hash.slice(12, 15),
    hash.slice(15, 27),
  ];
  return `${time}-${mid}-8${last}-8${hash.slice(27, 30)}-${node}`;
};

/** The events of a file, one append each but the last two: what was appended tells how far it is. */
const appendsOf = (sha256: string, bytes: Uint8Array): EventData[][] => {
  const count = Math.ceil(bytes.length / chunkMax);
  const facts = { size: bytes.length, chunks: count };
  const chunks = Array.from({ length: count }, (_, index) =>
    binaryEvent({
      id: idOf(sha256, index),
      type: chunkType,
      data: bytes.subarray(index * chunkMax, (index + 1) * chunkMax),
      metadata: facts,
    }),
  );
  const kept = jsonEvent({ id: idOf(sha256, count), type: keptType, data: facts });
  const last = chunks.at(-1);
  return [...chunks.slice(0, -1).map((chunk) => [chunk]), last ? [last, kept] : [kept]];
};

const damagedFile = (file: string): Failure => new Failure('KEPT_FILE_DAMAGED', { file });

/** The last event of a file's stream, null where there is none. @throws KEPT_FILE_DAMAGED where it was deleted */
const lastOf = async (connection: Connection, sha256: string): Promise<ServerEvent | null> => {
  const name = fileStream(sha256);
  try {
    const last = await lastEvent(connection, name);
    if (last !== null && last !== undefined) return last;
    if (last === null && (await metadataOf(connection, name)) === null) return null;
  } catch (error) {
    if (!isStreamDeleted(error)) throw error;
  }
  throw damagedFile(sha256);
};

const isWhole = ({ type }: ServerEvent): boolean => type === keptType;

/**
 * Keeps the bytes. A keeping that broke off is taken up where it ended, by whoever keeps them next.
 * @throws KEPT_FILE_DAMAGED, STORE_UNREACHABLE
 */
export const keepFile = async (connection: Connection, bytes: Uint8Array): Promise<string> => {
  const sha256 = hashOf(bytes);
  const name = fileStream(sha256);
  const appends = appendsOf(sha256, bytes);
  let unknowns = 0;
  for (;;) {
    const last = await lastOf(connection, sha256);
    if (last !== null && isWhole(last)) return sha256;
    const expected = last === null ? -1 : Number(last.revision);
    const events = appends[expected + 1];
    if (events === undefined) throw damagedFile(sha256);
    const { outcome } = await appendEvents(connection, { name, expected, events });
    if (outcome === 'unknown') unknowns += 1;
    if (unknowns > 3) throw unreachable(connection);
  }
};

const unreachable = ({ address }: Connection): Failure =>
  new Failure('STORE_UNREACHABLE', { store: address.shown, reason: 'corta cada escritura' });

const chunksOf = async (
  connection: Connection,
  sha256: string,
  count: number,
): Promise<Uint8Array[]> => {
  const chunks: Uint8Array[] = [];
  while (chunks.length < count) {
    const range = { from: chunks.length, countMax: count - chunks.length };
    const page = await pageOf(connection, fileStream(sha256), range, ({ data, type, revision }) => {
      const isChunk = data instanceof Uint8Array && type === chunkType;
      if (!isChunk) throw damagedFile(sha256);
      return { item: { revision, data }, size: data.length };
    });
    const isInOrder = page.every(({ revision }, at) => Number(revision) === range.from + at);
    if (page.length === 0 || !isInOrder) throw damagedFile(sha256);
    chunks.push(...page.map(({ data }) => data));
  }
  return chunks;
};

/**
 * The bytes under a hash, null where they are not there as a whole.
 * @throws KEPT_FILE_DAMAGED where they do not have that hash any more
 */
export const findFile = async (
  connection: Connection,
  sha256: string,
): Promise<Uint8Array | null> => {
  const last = await lastOf(connection, sha256);
  if (last === null || !isWhole(last)) return null;
  const chunks = await chunksOf(connection, sha256, Number(last.revision));
  const size = isObject(last.data) ? last.data.size : undefined;
  const bytes = Buffer.concat(chunks);
  if (bytes.length !== size || hashOf(bytes) !== sha256) throw damagedFile(sha256);
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
};
