import { randomUUID } from 'node:crypto';

import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';

import type { Engine } from './engine.ts';
import type { EventLog, RecordedEvent } from './event-log.ts';
import { streamNameIn } from './messages.ts';
import { checkpointInterval, filterIn } from './read-filter.ts';
import {
  caughtUpMessage,
  checkpointMessage,
  confirmationMessage,
  eventMessage,
} from './read-messages.ts';
import { type RpcError, streamDeleted } from './rpc-errors.ts';
import { hiddenBefore, isGone, visibleEvents } from './stream-rules.ts';

/** What one subscription is told of the log. */
interface Scope {
  readonly passes: (event: RecordedEvent) => boolean;
  /** whether a record stands before the place from which on is followed */
  readonly isBefore: (event: RecordedEvent) => boolean;
  /** a missing stream is waited for, and nobody is caught up with it before it begins */
  readonly isThere: () => boolean;
  readonly checkpointInterval: number;
  readonly stream: string | undefined;
}

const scopeOfAll = (log: EventLog, options: ReadReq.Options): Scope => {
  const place = options.getAll();
  const position = place?.getPosition();
  const from =
    place?.hasEnd() === true ? log.end - 1n : BigInt(position?.getCommitPosition() ?? -1);
  return {
    passes: filterIn(options.getFilter()),
    isBefore: (event) => event.position <= from,
    isThere: () => true,
    checkpointInterval: checkpointInterval(options.getFilter()),
    stream: undefined,
  };
};

const scopeOfStream = ({ log, now }: Engine, options: ReadReq.Options): Scope => {
  const place = options.getStream();
  const stream = streamNameIn(place?.getStreamIdentifier());
  const named = place?.hasRevision() === true ? BigInt(place.getRevision()) : -1n;
  const from = place?.hasEnd() === true ? log.lastRevision(stream) : named;
  return {
    passes: (event) => event.stream === stream && event.revision >= hiddenBefore(log, stream),
    isBefore: ({ revision }) => revision <= from,
    isThere: () => place?.hasEnd() === true || visibleEvents(log, stream, now()) !== 'missing',
    checkpointInterval: Infinity,
    stream,
  };
};

export interface Told {
  readonly say: (message: ReadResp) => Promise<void>;
  readonly signal: AbortSignal;
}

/** A tombstone is one record among others in `$all`, and the end of a subscription to its stream. */
const endsIt = ({ stream }: Scope, { type }: RecordedEvent): boolean =>
  stream !== undefined && type === '$streamDeleted';

/** Waits behind the last record; the first time it says that there is no more. */
const atTheEnd = (engine: Engine, scope: Scope, { say, signal }: Told) => {
  let isCaughtUp = engine.standing().as === 'too old';
  return async (count: number): Promise<void> => {
    if (!isCaughtUp && scope.isThere()) {
      isCaughtUp = true;
      await say(caughtUpMessage());
    }
    await engine.log.growsBeyond(count, signal);
  };
};

/** Tells what there is, that it was all, and then what comes, until who listens goes. */
const tell = async (engine: Engine, scope: Scope, told: Told): Promise<RpcError | undefined> => {
  const waitAtTheEnd = atTheEnd(engine, scope, told);
  let considered = 0;
  for (let next = 0; !told.signal.aborted;) {
    const event = engine.log.records[next];
    if (event === undefined) {
      await waitAtTheEnd(next);
      continue;
    }
    next += 1;
    if (scope.isBefore(event)) continue;
    const passes = scope.passes(event);
    if (passes && endsIt(scope, event)) return streamDeleted(event.stream);
    if (passes) await told.say(eventMessage(event));
    considered += 1;
    if (considered % scope.checkpointInterval === 0)
      await told.say(checkpointMessage(event.position));
  }
  return undefined;
};

/** @returns why it ended, where the server ended it */
export const subscribe = async (
  engine: Engine,
  options: ReadReq.Options,
  told: Told,
): Promise<RpcError | undefined> => {
  const scope = options.hasStream()
    ? scopeOfStream(engine, options)
    : scopeOfAll(engine.log, options);
  if (scope.stream !== undefined && isGone(engine.log, scope.stream))
    return streamDeleted(scope.stream);
  await told.say(confirmationMessage(randomUUID()));
  return tell(engine, scope, told);
};
