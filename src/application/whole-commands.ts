import type { KeptRecord } from './ports/event-store.ts';

/** What one append carries unless a single command is larger: records, and characters of their texts. */
const recordsMax = 500;
const charactersMax = 200_000;

const commandOf = ({ text }: KeptRecord): unknown =>
  (JSON.parse(text) as { commandId?: unknown }).commandId;

/** Splits records, in order, between commands: nobody may ever see half of one. */
async function* commandsOf(
  records: AsyncIterable<KeptRecord>,
): AsyncGenerator<readonly KeptRecord[], void> {
  let current: KeptRecord[] = [];
  let command: unknown;
  for await (const record of records) {
    const next = commandOf(record);
    if (current.length > 0 && next !== command) {
      yield current;
      current = [];
    }
    command = next;
    current.push(record);
  }
  if (current.length > 0) yield current;
}

const sizeOf = (records: readonly KeptRecord[]): number =>
  records.reduce((sum, { text }) => sum + text.length, 0);

/** Records in batches of whole commands, each for one append. */
export async function* batchesOf(
  records: AsyncIterable<KeptRecord>,
): AsyncGenerator<readonly KeptRecord[], void> {
  let batch: readonly KeptRecord[] = [];
  for await (const command of commandsOf(records)) {
    const joined = [...batch, ...command];
    const isTooMuch = joined.length > recordsMax || sizeOf(joined) > charactersMax;
    if (batch.length > 0 && isTooMuch) {
      yield batch;
      batch = command;
    } else batch = joined;
  }
  if (batch.length > 0) yield batch;
}
