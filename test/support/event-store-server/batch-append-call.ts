import type { handleBidiStreamingCall, ServerDuplexStream } from '@grpc/grpc-js';
import type {
  BatchAppendReq,
  BatchAppendResp,
} from '@eventstore/db-client/generated/streams_pb.js';

import {
  badRequest,
  batchAccessDenied,
  batchDeleted,
  batchTimeout,
  batchTooLarge,
  batchWritten,
  batchWrongRevision,
  type Result,
} from './batch-messages.ts';
import { type Engine, refusalOf, sizeOf } from './engine.ts';
import type { ProposedEvent } from './event-log.ts';
import { expectedIn, proposedIn, streamIdentifier, streamNameIn } from './messages.ts';
import type { RpcError } from './rpc-errors.ts';
import { appendToLog, type Write } from './write-log.ts';

type Call = ServerDuplexStream<BatchAppendReq, BatchAppendResp>;

/** An append that comes in parts of up to 3 MiB, each a request of the one shared call. */
interface Pending {
  readonly write: Write;
  readonly deadline: number;
  readonly events: (ProposedEvent | 'no uuid')[];
  parts: number;
}

const begun = (options: BatchAppendReq.Options): Pending => ({
  write: {
    stream: streamNameIn(options.getStreamIdentifier()),
    expected: expectedIn(options, options.getStreamPosition()),
  },
  deadline: options.getDeadline()?.toDate().getTime() ?? Infinity,
  events: [],
  parts: 0,
});

const written = (engine: Engine, write: Write, events: readonly ProposedEvent[]): Result => {
  if (engine.diesAt('before writing')) return 'nobody answers';
  const answer = appendToLog(engine.log, write, events, engine.now());
  if (engine.diesAt('after writing')) return 'nobody answers';
  if (answer.outcome === 'deleted') return batchDeleted(write.stream);
  return answer.outcome === 'written'
    ? batchWritten(answer.revision, answer.position)
    : batchWrongRevision(write.expected, answer.current);
};

const resultOf = (engine: Engine, call: Call, pending: Pending): Result | RpcError => {
  const { write, events: proposed, deadline } = pending;
  const refusal = refusalOf(engine, call.metadata, 'write', write.stream);
  if (refusal !== undefined)
    return refusal.metadata.get('exception').includes('access-denied')
      ? batchAccessDenied()
      : refusal;
  if (deadline <= Date.now()) return batchTimeout();
  const events = proposed.filter((event) => event !== 'no uuid');
  if (events.length < proposed.length) return badRequest();
  const size = events.reduce((sum, event) => sum + sizeOf(event), 0);
  if (size > engine.maxAppendSize) return batchTooLarge(engine.maxAppendSize);
  return written(engine, write, events);
};

/** The server was seen to answer these twice, which the client does not survive. */
const isAnsweredTwice = (result: BatchAppendResp, { parts }: Pending): boolean =>
  result.getError()?.getMessage() === 'StreamDeleted' || (result.hasError() && parts > 1);

const answer = (call: Call, request: BatchAppendReq, pending: Pending, result: Result): void => {
  if (result === 'nobody answers') return;
  result.setCorrelationId(request.getCorrelationId());
  result.setStreamIdentifier(streamIdentifier(pending.write.stream));
  call.write(result);
  if (isAnsweredTwice(result, pending)) call.write(result);
};

/** The append of a client that gives no credentials with the call: one call for all its appends. */
export const batchAppendCall =
  (engine: Engine): handleBidiStreamingCall<BatchAppendReq, BatchAppendResp> =>
  (call) => {
    const pendings = new Map<string, Pending>();
    call.on('data', (request: BatchAppendReq) => {
      const id = request.getCorrelationId()?.getString() ?? '';
      const options = request.getOptions();
      const pending = options === undefined ? pendings.get(id) : begun(options);
      if (pending === undefined) return;
      pendings.set(id, pending);
      pending.parts += 1;
      pending.events.push(...request.getProposedMessagesList().map(proposedIn));
      if (!request.getIsFinal()) return;

      pendings.delete(id);
      const result = resultOf(engine, call, pending);
      // an error of the shared call ends it for all appends that wait
      if (typeof result === 'object' && 'code' in result) call.emit('error', result);
      else answer(call, request, pending, result);
    });
    call.on('end', () => {
      call.end();
    });
  };
