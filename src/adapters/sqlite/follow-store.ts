import { setImmediate as turn } from 'node:timers/promises';

import type { FollowedRecord, Position } from '../../application/ports/event-store.ts';
import type { Connection } from './connection.ts';
import { followedPage } from './followed-page.ts';
import type { Tail } from './tail.ts';

type Read = <T>(work: (connection: Connection) => T) => Promise<T>;

/** Everything after a position, then what comes, until the signal or the store's end. */
export async function* followStore(
  read: Read,
  tail: Tail,
  from: Position | null,
  signal: AbortSignal,
): AsyncGenerator<FollowedRecord, void> {
  const isOver = (): boolean => signal.aborted || tail.isClosed;
  let after = from === null ? 0 : numberOf(from);
  while (!isOver()) {
    const start = after;
    const page = await read((connection) => followedPage(connection, start));
    for (const followed of page) {
      if (isOver()) return;
      after = numberOf(followed.position);
      yield followed;
    }
    if (page.length === 0) await tail.beyond(after, signal);
    else await turn();
  }
}

const numberOf = (position: Position): number => {
  if (!/^\d{1,15}$/.test(position)) throw new TypeError(`no position of this store: ${position}`);
  return Number(position);
};
