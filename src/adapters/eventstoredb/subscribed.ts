import {
  type AllStreamResolvedEvent,
  type AllStreamSubscription,
  type Filter,
  type Position as ServerPosition,
  START,
} from '@eventstore/db-client';

import type { Connection } from './connection.ts';
import type { ServerEvent } from './read-events.ts';
import { isStalled } from './server-error.ts';
import { streamItems } from './stream-items.ts';

/** A subscription as one sequence: events, and what the server says between them. */
export type SubscriptionItem =
  | { readonly kind: 'event'; readonly event: ServerEvent; readonly position: ServerPosition }
  /** so far the server has looked, also where nothing matched */
  | { readonly kind: 'position'; readonly position: ServerPosition }
  | { readonly kind: 'confirmation' }
  | { readonly kind: 'caughtUp' };

/** How many events the server looks at before it says how far it is. */
const searchWindow = 1000;

export interface Subscribing {
  readonly after: ServerPosition | null;
  readonly filter: Filter;
  readonly signal?: AbortSignal;
  /** whether to wait as long as it takes once the server has confirmed */
  readonly isOpenEnded: boolean;
}

const itemOf = (resolved: AllStreamResolvedEvent | SubscriptionItem): SubscriptionItem | null => {
  if ('kind' in resolved) return resolved;
  const { event } = resolved;
  return event === undefined ? null : { kind: 'event', event, position: event.position };
};

/** Marks are put between the events, since the client tells of them beside the order. */
const subscription = (
  { client }: Connection,
  { after, filter }: Subscribing,
): AllStreamSubscription => {
  const mark = (item: SubscriptionItem): void => {
    stream.push(item);
  };
  const stream = client.subscribeToAll({
    fromPosition: after ?? START,
    requiresLeader: true,
    filter: {
      ...filter,
      maxSearchWindow: searchWindow,
      checkpointInterval: 1,
      checkpointReached: (_, position) => {
        mark({ kind: 'position', position });
      },
    },
  });
  stream.on('confirmation', () => {
    mark({ kind: 'confirmation' });
  });
  stream.on('caughtUp', () => {
    mark({ kind: 'caughtUp' });
  });
  return stream;
};

/**
 * Everything of the store after a position that passes the filter, then what comes. It does not
 * resume by itself: a lost server ends it with an error.
 */
export async function* subscribed(
  connection: Connection,
  subscribing: Subscribing,
): AsyncGenerator<SubscriptionItem, void> {
  const { client } = connection;
  const { signal, isOpenEnded } = subscribing;
  const stream = subscription(connection, subscribing);
  const { millisecondsMax } = connection.patience;
  try {
    for await (const each of streamItems<AllStreamResolvedEvent | SubscriptionItem>(stream, {
      cancel: () => stream.unsubscribe(),
      millisecondsMax: (count) => (isOpenEnded && count > 0 ? undefined : millisecondsMax),
      ...(signal && { signal }),
    })) {
      const item = itemOf(each);
      if (item !== null) yield item;
    }
  } catch (error) {
    if (isStalled(error)) connection.leave(client);
    throw error;
  }
}

/** Hands over what the store has of a filter after a position, and says how far it looked. */
export const scan = async (
  connection: Connection,
  { after, filter }: Pick<Subscribing, 'after' | 'filter'>,
  take: (event: ServerEvent) => void,
): Promise<ServerPosition | null> => {
  let reached = after;
  await connection.patiently(async () => {
    const subscribing = { after: reached, filter, isOpenEnded: false };
    for await (const item of subscribed(connection, subscribing)) {
      if (item.kind === 'caughtUp') return;
      if (item.kind === 'event') take(item.event);
      if ('position' in item) reached = item.position;
    }
  });
  return reached;
};
