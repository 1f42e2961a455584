import { Readable } from 'node:stream';
import type { EventRow } from '../bus/live-messages.ts';

/** How a feed is kept alive, and when a reader is cut who does not read. */
export interface Pace {
  /** between two comment lines, in milliseconds */
  readonly heartbeat: number;
  /** how long the buffer may stay full, in milliseconds */
  readonly patience: number;
  /** of the buffer of one reader */
  readonly bytesMax: number;
}

/** One event as a reader of a stream takes it. @see HTML, section Server-sent events */
const eventText = (row: EventRow): string =>
  `id: ${String(row.revision)}\nevent: ${row.type}\ndata: ${JSON.stringify(row)}\n\n`;

/** A reader who was away comes back after so many milliseconds. */
const opening = 'retry: 2000\n\n';

/**
 * Events as a stream of text. It holds at most a buffer and one event for its reader; who leaves it
 * full for too long is cut, and goes on later from the last event that arrived.
 */
export class EventFeed extends Readable {
  readonly #pace: Pace;
  readonly #beat: NodeJS.Timeout;
  #wanted: (() => void) | null = null;
  #isFull = false;

  /** @param ending told when nobody reads any more */
  constructor(rows: AsyncIterable<EventRow>, ending: AbortController, pace: Pace) {
    super({ highWaterMark: pace.bytesMax });
    this.#pace = pace;
    this.#beat = setInterval(() => {
      if (!this.#isFull) this.#write(':\n\n');
    }, pace.heartbeat);
    this.once('close', () => {
      clearInterval(this.#beat);
      this.#wanted?.();
      ending.abort();
    });
    void this.#pump(rows);
  }

  override _read(): void {
    this.#isFull = false;
    this.#wanted?.();
    this.#wanted = null;
  }

  #write(text: string): void {
    this.#isFull = !this.push(text);
  }

  async #pump(rows: AsyncIterable<EventRow>): Promise<void> {
    try {
      this.#write(opening);
      for await (const row of rows) {
        if (this.#isFull && !(await this.#room())) this.destroy();
        if (this.destroyed) return;
        this.#write(eventText(row));
      }
      clearInterval(this.#beat);
      this.push(null);
    } catch (error) {
      this.destroy(error instanceof Error ? error : new Error(String(error)));
    }
  }

  /** Whether there is room again before patience ends. */
  #room(): Promise<boolean> {
    return new Promise((resolve) => {
      const cut = setTimeout(() => {
        this.#wanted = null;
        resolve(false);
      }, this.#pace.patience);
      this.#wanted = () => {
        clearTimeout(cut);
        resolve(true);
      };
    });
  }
}
