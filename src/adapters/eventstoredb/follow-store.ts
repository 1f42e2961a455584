import { type Position as ServerPosition, streamNameFilter } from '@eventstore/db-client';

import type { FollowedRecord, Position } from '../../application/ports/event-store.ts';
import { Failure } from '../../catalogue/failure.ts';
import type { Connection } from './connection.ts';
import type { ServerEvent } from './read-events.ts';
import { type CanonicalText, recordOf } from './recorded-event.ts';
import { isAccessDenied, isPassing, isStalled } from './server-error.ts';
import { tombstoned } from './stream-damage.ts';
import { recordPrefix, streamIdOf } from './stream-name.ts';
import { subscribed } from './subscribed.ts';

const positionOf = (text: Position): ServerPosition => {
  const [, commit, prepare] = /^(\d{1,20})\/(\d{1,20})$/.exec(text) ?? [];
  if (commit === undefined || prepare === undefined) {
    throw new TypeError(`no position of this store: ${text}`);
  }
  return { commit: BigInt(commit), prepare: BigInt(prepare) };
};

const textOf = ({ commit, prepare }: ServerPosition): Position =>
  `${commit.toString()}/${prepare.toString()}`;

const isAfter = (one: ServerPosition, other: ServerPosition | null): boolean =>
  other === null ||
  one.commit > other.commit ||
  (one.commit === other.commit && one.prepare > other.prepare);

/** null for what the server itself wrote. @throws LEDGER_DAMAGED */
const followedOf = (
  canonicalText: CanonicalText,
  event: ServerEvent,
  position: ServerPosition,
): FollowedRecord | null => {
  const stream = streamIdOf(event.streamId);
  if (event.type === '$streamDeleted') throw tombstoned(stream);
  if (event.type.startsWith('$') && event.type !== '$>') return null;
  return { stream, record: recordOf(canonicalText, stream, event), position: textOf(position) };
};

const filter = streamNameFilter({ prefixes: [recordPrefix] });

const notFollowable = ({ address }: Connection): Failure =>
  new Failure('STORE_NOT_FOLLOWABLE', {
    store: address.shown,
    account: address.credentials?.username ?? '',
  });

export interface Following {
  readonly connection: Connection;
  readonly canonicalText: CanonicalText;
  readonly signal: AbortSignal;
}

/** Where a follower is. It outlives the subscriptions that end with their server. */
class Place {
  /** tries since the server last said anything */
  turn = 0;
  #after: ServerPosition | null;

  constructor(from: Position | null) {
    this.#after = from === null ? null : positionOf(from);
  }

  get after(): ServerPosition | null {
    return this.#after;
  }

  /** Whether this is new: a server may say again what it said before it was lost. */
  reach(position: ServerPosition): boolean {
    if (!isAfter(position, this.#after)) return false;
    this.#after = position;
    return true;
  }
}

/** Ends with an error where the server is lost. */
async function* followOnce(
  { connection, canonicalText, signal }: Following,
  place: Place,
): AsyncGenerator<FollowedRecord, void> {
  const subscribing = { after: place.after, filter, signal, isOpenEnded: true };
  for await (const item of subscribed(connection, subscribing)) {
    place.turn = 0;
    if (signal.aborted) return;
    if (!('position' in item) || !place.reach(item.position) || item.kind !== 'event') continue;
    const followed = followedOf(canonicalText, item.event, item.position);
    if (followed !== null) yield followed;
  }
}

/**
 * Everything after a position, then what comes, until the signal. A subscription that is lost is
 * taken up again from the last position: its client would be silent for ever.
 * @throws LEDGER_DAMAGED, STORE_NOT_FOLLOWABLE
 */
export async function* followStore(
  following: Following,
  from: Position | null,
): AsyncGenerator<FollowedRecord, void> {
  const { connection, signal } = following;
  const place = new Place(from);
  const isOver = (): boolean => signal.aborted;
  while (!isOver()) {
    try {
      yield* followOnce(following, place);
    } catch (error) {
      if (isAccessDenied(error)) throw notFollowable(connection);
      if (!isPassing(error) && !isStalled(error)) throw connection.failure(error);
    }
    if (!isOver()) await connection.pause(place.turn, signal);
    place.turn += 1;
  }
}
