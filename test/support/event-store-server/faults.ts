import { randomUUID } from 'node:crypto';

import type { Endpoint, Moment, Standing } from './engine.ts';
import type { Front } from './front.ts';
import type { EventLog } from './event-log.ts';
import type { Direction } from './traffic.ts';
import { appendToLog, deleteFromLog, tombstoneInLog } from './write-log.ts';
import { metastreamOf, type StreamRules } from './stream-rules.ts';

/** The part of a running server that its faults reach. */
export interface Running {
  readonly log: EventLog;
  readonly now: () => number;
  readonly front: () => Front | undefined;
  readonly kill: () => Promise<void>;
  readonly restart: () => Promise<void>;
}

/** The hand on the server: what may befall it, and what somebody with rights may do to its log. */
export class Faults {
  readonly #running: Running;
  #standing: Standing = { as: 'leader' };
  #clockMoved = 0;
  #deathAt: Moment | undefined;
  #dying: Promise<void> = Promise.resolve();

  constructor(running: Running) {
    this.#running = running;
  }

  /** Takes what comes and answers nothing, like a process that is stopped. */
  freeze(): void {
    this.#running.front()?.traffic.freeze();
  }

  thaw(): void {
    this.#running.front()?.traffic.thaw();
  }

  cutConnections(): void {
    this.#running.front()?.cut();
  }

  /** Once so many bytes more have passed, the connection over which they passed is cut. */
  cutAfterBytes(bytes: number, direction: Direction = 'towards the server'): void {
    this.#running.front()?.traffic.cutAfter(bytes, direction);
  }

  /** The process is gone, its log is not. */
  async kill(): Promise<void> {
    await this.#running.kill();
  }

  /** On the same port with the same log; waits for a death under way. */
  async restart(): Promise<void> {
    await this.#dying;
    await this.#running.restart();
  }

  /** The next append kills the server, so that whoever appends learns nothing. */
  dieInNextAppend(moment: Moment): void {
    this.#deathAt = moment;
  }

  diesAt(moment: Moment): boolean {
    if (this.#deathAt !== moment) return false;
    this.#deathAt = undefined;
    this.#dying = this.#running.kill();
    return true;
  }

  refuseAs(part: 'not-leader' | 'read-only-replica', leader: Endpoint): void;
  refuseAs(part: 'too old' | 'not ready'): void;
  refuseAs(part: Standing['as'], leader?: Endpoint): void {
    this.#standing = (leader === undefined ? { as: part } : { as: part, leader }) as Standing;
  }

  /** Takes back what `refuseAs` said. */
  refuseNobody(): void {
    this.#standing = { as: 'leader' };
  }

  standing(): Standing {
    return this.#standing;
  }

  /** Forwards, or with a negative number backwards. */
  moveClock(milliseconds: number): void {
    this.#clockMoved += milliseconds;
  }

  clockMoved(): number {
    return this.#clockMoved;
  }

  deleteStream(stream: string): void {
    const { log, now } = this.#running;
    deleteFromLog(log, { stream, expected: 'any' }, now());
  }

  tombstone(stream: string): void {
    const { log, now } = this.#running;
    tombstoneInLog(log, { stream, expected: 'any' }, now());
  }

  /** Hides all that stands before a revision. */
  truncate(stream: string, before: number): void {
    this.setRules(stream, { $tb: before });
  }

  /** The whole metadata of a stream, by the names under which the server stores it. */
  setRules(stream: string, rules: StreamRules): void {
    const { log, now } = this.#running;
    const data = Buffer.from(JSON.stringify(rules));
    const event = { id: randomUUID(), type: '$metadata', isJson: true, data };
    const write = { stream: metastreamOf(stream), expected: 'any' } as const;
    appendToLog(log, write, [{ ...event, metadata: new Uint8Array() }], now());
  }
}
