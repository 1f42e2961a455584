/** One event as it came over a stream. */
interface Streamed {
  readonly id: number;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

const streamedIn = (block: string): Streamed[] => {
  const field = (name: string): string | undefined =>
    block
      .split('\n')
      .find((line) => line.startsWith(`${name}: `))
      ?.slice(name.length + 2);
  const [id, type, data] = [field('id'), field('event'), field('data')];
  if (id === undefined || type === undefined || data === undefined) return [];
  return [{ id: Number(id), type, data: JSON.parse(data) as Streamed['data'] }];
};

/** A reader of Server-Sent Events, which can be closed and opened again. */
export class StreamReader {
  readonly events: Streamed[] = [];
  readonly #closing = new AbortController();
  readonly ended: Promise<'ended' | 'closed'>;

  private constructor(body: ReadableStream<Uint8Array>) {
    this.ended = this.#read(body);
  }

  static async open(
    url: string,
    asking: Readonly<Record<string, string>>,
    lastEventId?: number,
  ): Promise<StreamReader> {
    const headers: Record<string, string> = { ...asking };
    if (lastEventId !== undefined) headers['last-event-id'] = String(lastEventId);
    const { body, status } = await fetch(url, { headers });
    if (body === null || status !== 200) throw new Error(`no stream: ${status}`);
    return new StreamReader(body);
  }

  /** Waits until so many events came. */
  async until(count: number): Promise<void> {
    const deadline = Date.now() + 20_000;
    while (this.events.length < count) {
      if (Date.now() > deadline) throw new Error(`${this.events.length} of ${count} events`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.ended;
  }

  async #read(body: ReadableStream<Uint8Array>): Promise<'ended' | 'closed'> {
    const reader = body.getReader();
    const decoder = new TextDecoder();
    this.#closing.signal.addEventListener('abort', () => void reader.cancel());
    let rest = '';
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return this.#closing.signal.aborted ? 'closed' : 'ended';
      const blocks = (rest + decoder.decode(value, { stream: true })).split('\n\n');
      rest = blocks.pop() ?? '';
      this.events.push(...blocks.flatMap(streamedIn));
    }
  }
}
