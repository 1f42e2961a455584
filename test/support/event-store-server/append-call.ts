import { setImmediate as turn } from 'node:timers/promises';

import type { handleClientStreamingCall, ServerReadableStream } from '@grpc/grpc-js';
import type { AppendReq, AppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';

import type { ExpectedRevision } from './check-commit.ts';
import { type Engine, refusalOf, sizeOf } from './engine.ts';
import type { ProposedEvent } from './event-log.ts';
import { expectedIn, proposedIn, streamNameIn } from './messages.ts';
import { handlerThrew, maxAppendSizeExceeded, type RpcError, streamDeleted } from './rpc-errors.ts';
import { appendToLog, type Write, type WriteAnswer } from './write-log.ts';

type Call = ServerReadableStream<AppendReq, AppendResp>;

const writtenMessage = ({
  revision,
  position,
}: WriteAnswer & { outcome: 'written' }): AppendResp => {
  const success = new streams.AppendResp.Success();
  if (revision < 0n) success.setNoStream(new shared.Empty());
  else success.setCurrentRevision(String(revision));
  const place = new streams.AppendResp.Position();
  place.setCommitPosition(String(position));
  place.setPreparePosition(String(position));
  success.setPosition(place);
  const response = new streams.AppendResp();
  response.setSuccess(success);
  return response;
};

/** On this path a wrong revision is no error of the call but one of its answers. */
const wrongRevisionMessage = (expected: ExpectedRevision, current: bigint): AppendResp => {
  const wrong = new streams.AppendResp.WrongExpectedVersion();
  if (expected === 'any') wrong.setExpectedAny(new shared.Empty());
  else if (expected === 'no_stream') wrong.setExpectedNoStream(new shared.Empty());
  else if (expected === 'stream_exists') wrong.setExpectedStreamExists(new shared.Empty());
  else wrong.setExpectedRevision(String(expected));
  if (current < 0n) wrong.setCurrentNoStream(new shared.Empty());
  else wrong.setCurrentRevision(String(current));
  const response = new streams.AppendResp();
  response.setWrongExpectedVersion(wrong);
  return response;
};

/** Reads the events of a call to their end, or to the first that is refused. */
const eventsIn = async (
  messages: AsyncIterator<AppendReq>,
  maxAppendSize: number,
): Promise<readonly ProposedEvent[] | RpcError> => {
  const events: ProposedEvent[] = [];
  let size = 0;
  for (;;) {
    const next = await messages.next();
    if (next.done === true) return events;
    const message = next.value.getProposedMessage();
    const event = message === undefined ? 'no uuid' : proposedIn(message);
    if (event === 'no uuid') return handlerThrew();
    size += sizeOf(event);
    if (size > maxAppendSize) return maxAppendSizeExceeded(maxAppendSize);
    events.push(event);
  }
};

const answerOf = (
  engine: Engine,
  write: Write,
  events: readonly ProposedEvent[],
): AppendResp | RpcError | undefined => {
  if (engine.diesAt('before writing')) return undefined;
  const answer = appendToLog(engine.log, write, events, engine.now());
  if (engine.diesAt('after writing')) return undefined;
  if (answer.outcome === 'deleted') return streamDeleted(write.stream);
  return answer.outcome === 'written'
    ? writtenMessage(answer)
    : wrongRevisionMessage(write.expected, answer.current);
};

const handle = async (engine: Engine, call: Call): Promise<AppendResp | RpcError | undefined> => {
  const messages = (call as AsyncIterable<AppendReq>)[Symbol.asyncIterator]();
  const first = await messages.next();
  const options = first.done === true ? undefined : first.value.getOptions();
  if (options === undefined) return handlerThrew();
  const stream = streamNameIn(options.getStreamIdentifier());
  const refusal = refusalOf(engine, call.metadata, 'write', stream);
  if (refusal !== undefined) return refusal;

  const events = await eventsIn(messages, engine.maxAppendSize);
  if ('code' in events) return events;
  // a connection that is lost ends the messages too: an append of which a part is missing is none
  await turn();
  if (call.cancelled) return undefined;
  return answerOf(engine, { stream, expected: expectedIn(options, options.getRevision()) }, events);
};

/** The append of a call that gives its own credentials. */
export const appendCall =
  (engine: Engine): handleClientStreamingCall<AppendReq, AppendResp> =>
  (call, answer) => {
    handle(engine, call).then(
      (answered) => {
        if (answered === undefined) return;
        if ('code' in answered) answer(answered);
        else answer(null, answered);
      },
      () => {
        answer(handlerThrew());
      },
    );
  };
