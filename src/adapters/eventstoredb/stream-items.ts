import { inTime } from './in-time.ts';

const nothing = (): void => undefined;

/** The part of the client's streams that is used here: its types do not fit those of Node. */
interface ItemStream<Item> {
  on(event: 'error', listener: (error: Error) => void): unknown;
  destroy(): unknown;
  /** what has come already, null where one has to wait */
  read(): Item | null;
  [Symbol.asyncIterator](): AsyncIterator<Item>;
}

export interface Watching {
  /** cancels the call behind the stream, which goes on where only the stream is let go */
  readonly cancel: () => Promise<void>;
  /** how long to wait for the next item after those that came; undefined: as long as it takes */
  readonly millisecondsMax: (count: number) => number | undefined;
  readonly signal?: AbortSignal;
}

/**
 * What a call streams, in order and no faster than it is taken.
 * @throws Stalled where nothing came in time, and what the stream says
 */
export async function* streamItems<Item>(
  stream: ItemStream<Item>,
  { cancel, millisecondsMax, signal }: Watching,
): AsyncGenerator<Item, void> {
  // errors that come when nobody listens any more would end the process
  stream.on('error', nothing);
  const items = stream[Symbol.asyncIterator]();
  try {
    for (let count = 0; ; count += 1) {
      const ready = signal?.aborted === true ? null : stream.read();
      if (ready !== null) {
        yield ready;
        continue;
      }
      const bounds = { millisecondsMax: millisecondsMax(count), ...(signal && { signal }) };
      const next = await inTime(items.next(), bounds);
      if (next === null || next.done === true) return;
      yield next.value;
    }
  } finally {
    stream.destroy();
    void cancel().catch(nothing);
  }
}
