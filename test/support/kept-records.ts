import { createHash, randomUUID } from 'node:crypto';

import canonicalize from 'canonicalize';

import type { KeptRecord, StreamId } from '../../src/application/ports/event-store.ts';

const canonical = (value: unknown): string => {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('no JSON');
  return text;
};

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A record as the application hands it to a store: canonical JSON with a text of its own in it. */
export const keptRecord = (stream: StreamId, revision: number, note = 'nota'): KeptRecord => {
  const text = canonical({
    actor: 'ana',
    commandHash: sha256(note),
    commandId: sha256(`${String(revision)} ${note}`).slice(0, 32),
    correlationId: 'c-1',
    data: { note },
    effectiveOn: '2020-01-31',
    ledger: stream.id,
    recordedAt: `2020-02-01T12:00:00.${String(revision % 1_000_000).padStart(6, '0')}Z`,
    revision,
    type: 'ProgressReported',
    version: 1,
  });
  return { revision, id: randomUUID(), root: sha256(text), text };
};

/** As many records as asked for, the first of them after a revision. */
export const keptRecords = (
  stream: StreamId,
  after: number,
  count: number,
  note = 'nota',
): readonly KeptRecord[] =>
  Array.from({ length: count }, (_, index) => keptRecord(stream, after + 1 + index, note));

export const noteOf = (record: KeptRecord): string =>
  (JSON.parse(record.text) as { data: { note: string } }).data.note;
