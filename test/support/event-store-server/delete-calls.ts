import type { handleUnaryCall, Metadata } from '@grpc/grpc-js';
import type {
  DeleteReq,
  DeleteResp,
  TombstoneReq,
  TombstoneResp,
} from '@eventstore/db-client/generated/streams_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';

import { type Engine, refusalOf } from './engine.ts';
import type { EventLog } from './event-log.ts';
import { expectedIn, streamNameIn } from './messages.ts';
import { handlerThrew, type RpcError, streamDeleted, wrongExpectedVersion } from './rpc-errors.ts';
import { deleteFromLog, tombstoneInLog, type Write, type WriteAnswer } from './write-log.ts';

type Deletion = (log: EventLog, write: Write, now: number) => WriteAnswer;
type Options = DeleteReq.Options | TombstoneReq.Options;

/** @returns the position of the deletion in the log */
const deleted = (
  engine: Engine,
  deletion: Deletion,
  headers: Metadata,
  options: Options | undefined,
): bigint | RpcError => {
  if (options === undefined) return handlerThrew();
  const stream = streamNameIn(options.getStreamIdentifier());
  const expected = expectedIn(options, options.getRevision());
  const refusal = refusalOf(engine, headers, 'delete', stream);
  if (refusal !== undefined) return refusal;
  const answer = deletion(engine.log, { stream, expected }, engine.now());
  if (answer.outcome === 'deleted') return streamDeleted(stream);
  return answer.outcome === 'written'
    ? answer.position
    : wrongExpectedVersion(stream, expected, answer.current);
};

export const deleteCall =
  (engine: Engine): handleUnaryCall<DeleteReq, DeleteResp> =>
  ({ request, metadata }, answer) => {
    const result = deleted(engine, deleteFromLog, metadata, request.getOptions());
    if (typeof result === 'object') {
      answer(result);
      return;
    }
    const position = new streams.DeleteResp.Position();
    position.setCommitPosition(String(result));
    position.setPreparePosition(String(result));
    const response = new streams.DeleteResp();
    response.setPosition(position);
    answer(null, response);
  };

export const tombstoneCall =
  (engine: Engine): handleUnaryCall<TombstoneReq, TombstoneResp> =>
  ({ request, metadata }, answer) => {
    const result = deleted(engine, tombstoneInLog, metadata, request.getOptions());
    if (typeof result === 'object') {
      answer(result);
      return;
    }
    const position = new streams.TombstoneResp.Position();
    position.setCommitPosition(String(result));
    position.setPreparePosition(String(result));
    const response = new streams.TombstoneResp();
    response.setPosition(position);
    answer(null, response);
  };
