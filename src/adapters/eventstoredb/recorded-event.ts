import { type EventData, jsonEvent } from '@eventstore/db-client';

import type { KeptRecord, StreamId } from '../../application/ports/event-store.ts';
import { Failure } from '../../catalogue/failure.ts';
import { isObject, type ServerEvent } from './read-events.ts';
import { streamName } from './stream-name.ts';

/** The one text of a plain value, which the server does not give back as it was. */
export type CanonicalText = (value: unknown) => string;

const typePrefix = ({ category }: StreamId): string => `${category}:`;

/** The first event of a stream names its category, so that the server can list streams by it. */
const typeAt = (stream: StreamId, revision: number, type: string): string =>
  revision === 0 ? `${typePrefix(stream)}${type}` : type;

/** The event types with which the streams of a category begin. */
export const firstTypes = (category: string): string => typePrefix({ category, id: '' });

/** A text is made sooner of what stands in its order. */
const inOrder = (value: Readonly<Record<string, unknown>>): Record<string, unknown> => {
  const ordered: Record<string, unknown> = {};
  for (const key of Object.keys(value).sort()) ordered[key] = value[key];
  return ordered;
};

const rebuilt = (
  canonicalText: CanonicalText,
  type: string,
  data: unknown,
  metadata: Readonly<Record<string, unknown>>,
): string => canonicalText(inOrder({ ...metadata, type, data }));

/**
 * The record as the server shows it in its own pages: its data, and all else in the metadata.
 * @throws TypeError where its text is not the canonical one: it could not be made again
 */
export const eventOf = (
  canonicalText: CanonicalText,
  stream: StreamId,
  { revision, id, root, text }: KeptRecord,
): EventData => {
  const { type, data, ...metadata } = JSON.parse(text) as Record<string, unknown>;
  const isWhole = typeof type === 'string' && isObject(data) && !('root' in metadata);
  if (!isWhole || rebuilt(canonicalText, type, data, metadata) !== text) {
    throw new TypeError(`record ${String(revision)} is no canonical record`);
  }
  return jsonEvent({
    id,
    type: typeAt(stream, revision, type),
    data,
    metadata: { ...metadata, root },
  });
};

const notOurs = ({ id }: StreamId, revision: number, reason: string): Failure =>
  new Failure('LEDGER_DAMAGED', { ledger: id, revision, reason });

const plainTypeOf = (stream: StreamId, { type }: ServerEvent, revision: number): string => {
  if (revision > 0) return type;
  const prefix = typePrefix(stream);
  if (!type.startsWith(prefix)) throw notOurs(stream, 0, `su tipo ${type} no es el de un libro`);
  return type.slice(prefix.length);
};

/** @throws LEDGER_DAMAGED where another program wrote the event */
export const recordOf = (
  canonicalText: CanonicalText,
  stream: StreamId,
  event: ServerEvent,
): KeptRecord => {
  const revision = Number(event.revision);
  const { metadata, data, isJson, id } = event;
  if (event.streamId !== streamName(stream)) {
    throw notOurs(stream, revision, `es de ${event.streamId}`);
  }
  const type = plainTypeOf(stream, event, revision);
  if (!isJson || !isObject(metadata) || typeof metadata.root !== 'string') {
    throw notOurs(stream, revision, `lo escribió otro programa (${event.type})`);
  }
  const { root, ...rest } = metadata;
  try {
    return { revision, id, root, text: rebuilt(canonicalText, type, data, rest) };
  } catch {
    throw notOurs(stream, revision, 'su contenido no tiene texto canónico');
  }
};
