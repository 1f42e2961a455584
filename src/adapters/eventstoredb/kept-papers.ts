import { jsonEvent } from '@eventstore/db-client';
import type { AppendOutcome } from '../../application/ports/event-store.ts';
import type { PaperEntry } from '../../application/ports/paper-log.ts';
import type { Drawer } from '../../application/ports/papers.ts';
import { appendEvents } from './append-records.ts';
import type { Connection } from './connection.ts';
import { isObject, metadataOf, pageOf } from './read-events.ts';
import { paperStream } from './stream-name.ts';

const textIn = (data: unknown): string =>
  isObject(data) && typeof data.text === 'string' ? data.text : '';

export const appendPapers = (
  connection: Connection,
  drawer: Drawer,
  expected: number,
  texts: readonly string[],
): Promise<AppendOutcome> => {
  const events = texts.map((text) => jsonEvent({ type: 'PaperChanged', data: { text } }));
  const appending = { name: paperStream(drawer), expected, events };
  return appendEvents(connection, appending).then(({ revision: _, ...outcome }) => outcome);
};

export const readPapers = async (
  connection: Connection,
  drawer: Drawer,
  from: number,
): Promise<readonly PaperEntry[]> => {
  const found: PaperEntry[] = [];
  for (;;) {
    const next = (found.at(-1)?.revision ?? from - 1) + 1;
    const range = { from: next, countMax: Number.MAX_SAFE_INTEGER };
    const page = await pageOf(connection, paperStream(drawer), range, ({ data, revision }) => {
      const text = textIn(data);
      return { item: { revision: Number(revision), text }, size: text.length };
    });
    if (page.length === 0) return found;
    found.push(...page);
  }
};

/**
 * The server hides at once what comes before, and throws it away when it is scavenged. It may be
 * said twice.
 */
export const forgetPapers = async (
  connection: Connection,
  drawer: Drawer,
  before: number,
): Promise<void> => {
  const name = paperStream(drawer);
  const rules = (await metadataOf(connection, name)) ?? {};
  const data = { ...rules, $tb: before };
  await connection.patiently((client) =>
    client.appendToStream(`$$${name}`, jsonEvent({ type: '$metadata', data }), connection.writing),
  );
};
