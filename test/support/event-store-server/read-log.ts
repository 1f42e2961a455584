import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';

import type { Engine } from './engine.ts';
import type { RecordedEvent } from './event-log.ts';
import { streamNameIn } from './messages.ts';
import { filterIn } from './read-filter.ts';
import { visibleEvents } from './stream-rules.ts';

const isBackwards = (options: ReadReq.Options): boolean =>
  options.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS;

/** Where a read begins: at one of the ends, or at a number. */
type Place = bigint | 'start' | 'end';

interface Ends {
  hasStart(): boolean;
  hasEnd(): boolean;
}

const placeIn = (ends: Ends | undefined, named: string | undefined): Place => {
  if (ends?.hasEnd() === true) return 'end';
  return ends?.hasStart() === true ? 'start' : BigInt(named ?? 0);
};

/**
 * Forwards, what stands at the place comes with it. Backwards it does so in a stream, but in
 * `$all` a position stands between two records.
 */
const readFrom = (
  events: readonly RecordedEvent[],
  options: ReadReq.Options,
  place: Place,
  numberOf: (event: RecordedEvent) => bigint,
): readonly RecordedEvent[] => {
  const count = Number(options.getCount());
  if (isBackwards(options)) {
    const isBefore = (event: RecordedEvent): boolean =>
      place === 'end' || (place !== 'start' && numberOf(event) <= place);
    return events.filter(isBefore).reverse().slice(0, count);
  }
  const isBehind = (event: RecordedEvent): boolean =>
    place === 'start' || (place !== 'end' && numberOf(event) >= place);
  return events.filter(isBehind).slice(0, count);
};

export const readStream = (
  engine: Engine,
  options: ReadReq.Options,
): readonly RecordedEvent[] | 'missing' | 'deleted' => {
  const asked = options.getStream();
  const stream = streamNameIn(asked?.getStreamIdentifier());
  const events = visibleEvents(engine.log, stream, engine.now());
  if (typeof events === 'string') return events;
  const place = placeIn(asked, asked?.getRevision());
  const isFirstAlone = place === 'start' && isBackwards(options);
  return readFrom(events, options, isFirstAlone ? 0n : place, ({ revision }) => revision);
};

/** Nothing is hidden in `$all` until the server scavenges, not even what was deleted. */
export const readAll = ({ log }: Engine, options: ReadReq.Options): readonly RecordedEvent[] => {
  const asked = options.getAll();
  const named = placeIn(asked, asked?.getPosition()?.getCommitPosition());
  const isNumber = typeof named === 'bigint';
  const place = isNumber && isBackwards(options) ? named - 1n : named;
  const events = log.records.filter(filterIn(options.getFilter()));
  return readFrom(events, options, place, ({ position }) => position);
};
