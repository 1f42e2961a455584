export interface ProposedEvent {
  readonly id: string;
  readonly type: string;
  readonly isJson: boolean;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

export interface RecordedEvent extends ProposedEvent {
  readonly stream: string;
  readonly revision: bigint;
  /** where it begins in the log: its commit position and its prepare position alike */
  readonly position: bigint;
  /** milliseconds since 1970 by the server's own clock */
  readonly created: number;
}

/** The revision of the record that ends a tombstoned stream, and what a soft deletion truncates before. */
export const endOfDeletedStream = 2n ** 63n - 1n;

const bytesAroundARecord = 64;

/** What the server has on its disk: it outlives the process that is killed. */
export class EventLog {
  readonly #records: RecordedEvent[] = [];
  readonly #streams = new Map<string, RecordedEvent[]>();
  readonly #lastUseOfId = new Map<string, RecordedEvent>();
  readonly #tombstoned = new Set<string>();
  readonly #waiting = new Set<() => void>();
  #end = 0n;

  /** The position after the last record. */
  get end(): bigint {
    return this.#end;
  }

  /** All records in the order in which they were written. */
  get records(): readonly RecordedEvent[] {
    return this.#records;
  }

  /** All events of a stream from revision 0 on, hidden ones too. */
  eventsOf(stream: string): readonly RecordedEvent[] {
    return this.#streams.get(stream) ?? [];
  }

  /** @returns -1n for a stream that never had an event */
  lastRevision(stream: string): bigint {
    return BigInt(this.eventsOf(stream).length) - 1n;
  }

  isTombstoned(stream: string): boolean {
    return this.#tombstoned.has(stream);
  }

  /** The event that was written last under an id. */
  withId(id: string): RecordedEvent | undefined {
    return this.#lastUseOfId.get(id);
  }

  /** @returns the position of the last record; an append of nothing leaves one that no reader sees */
  append(stream: string, proposed: readonly ProposedEvent[], created: number): bigint {
    const events = this.#streams.get(stream) ?? [];
    let position = this.#end;
    for (const event of proposed) {
      position = this.#end;
      const record = { ...event, stream, revision: BigInt(events.length), position, created };
      events.push(record);
      this.#lastUseOfId.set(event.id, record);
      this.#write(record);
    }
    if (proposed.length === 0) this.#end += BigInt(bytesAroundARecord);
    else this.#streams.set(stream, events);
    this.#wake();
    return position;
  }

  tombstone(stream: string, id: string, created: number): void {
    const nothing = new Uint8Array();
    this.#tombstoned.add(stream);
    this.#write({
      ...{ id, type: '$streamDeleted', isJson: false, data: nothing, metadata: nothing },
      ...{ stream, revision: endOfDeletedStream, position: this.#end, created },
    });
    this.#wake();
  }

  /** Resolves when there are more records than so many, or when who asks gives up. */
  async growsBeyond(count: number, signal: AbortSignal): Promise<void> {
    while (this.#records.length <= count && !signal.aborted) {
      const { promise, resolve } = Promise.withResolvers<undefined>();
      const wake = (): void => {
        resolve(undefined);
      };
      this.#waiting.add(wake);
      signal.addEventListener('abort', wake, { once: true });
      await promise;
      signal.removeEventListener('abort', wake);
      this.#waiting.delete(wake);
    }
  }

  #write(record: RecordedEvent): void {
    this.#records.push(record);
    const { data, metadata, type } = record;
    this.#end += BigInt(bytesAroundARecord + data.length + metadata.length + type.length);
  }

  #wake(): void {
    for (const wake of this.#waiting) wake();
  }
}
