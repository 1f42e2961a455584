import type { Code } from '@eventstore/db-client/generated/code_pb.js';
import codes from '@eventstore/db-client/generated/code_pb.js';
import type { BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import statusMessages from '@eventstore/db-client/generated/status_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import anyMessages from 'google-protobuf/google/protobuf/any_pb.js';
import emptyMessages from 'google-protobuf/google/protobuf/empty_pb.js';

import type { ExpectedRevision } from './check-commit.ts';
import { streamIdentifier } from './messages.ts';

/** What an append of the shared call comes to; a server that has just died says nothing. */
export type Result = BatchAppendResp | 'nobody answers';

interface Details {
  serializeBinary(): Uint8Array;
}

/** The client knows an error by the name of the message in its details. */
const failed = (name: string, code: Code, details: Details): BatchAppendResp => {
  const any = new anyMessages.Any();
  any.pack(details.serializeBinary(), `event_store.client.${name}`);
  const error = new statusMessages.Status();
  error.setCode(code);
  error.setMessage(name);
  error.setDetails(any);
  const response = new streams.BatchAppendResp();
  response.setError(error);
  return response;
};

export const batchAccessDenied = (): BatchAppendResp =>
  failed('AccessDenied', codes.Code.PERMISSION_DENIED, new shared.AccessDenied());

export const batchTimeout = (): BatchAppendResp =>
  failed('Timeout', codes.Code.DEADLINE_EXCEEDED, new shared.Timeout());

export const badRequest = (): BatchAppendResp =>
  failed('BadRequest', codes.Code.INVALID_ARGUMENT, new shared.BadRequest());

export const batchTooLarge = (maxAppendSize: number): BatchAppendResp => {
  const details = new shared.MaximumAppendSizeExceeded();
  details.setMaxappendsize(maxAppendSize);
  return failed('MaximumAppendSizeExceeded', codes.Code.INVALID_ARGUMENT, details);
};

export const batchDeleted = (stream: string): BatchAppendResp => {
  const details = new shared.StreamDeleted();
  details.setStreamIdentifier(streamIdentifier(stream));
  return failed('StreamDeleted', codes.Code.NOT_FOUND, details);
};

export const batchWrongRevision = (
  expected: ExpectedRevision,
  current: bigint,
): BatchAppendResp => {
  const details = new shared.WrongExpectedVersion();
  if (current < 0n) details.setCurrentNoStream(new emptyMessages.Empty());
  else details.setCurrentStreamRevision(String(current));
  if (expected === 'any') details.setExpectedAny(new emptyMessages.Empty());
  else if (expected === 'no_stream') details.setExpectedNoStream(new emptyMessages.Empty());
  else if (expected === 'stream_exists') details.setExpectedStreamExists(new emptyMessages.Empty());
  else details.setExpectedStreamPosition(String(expected));
  return failed('WrongExpectedVersion', codes.Code.ALREADY_EXISTS, details);
};

export const batchWritten = (revision: bigint, position: bigint): BatchAppendResp => {
  const place = new shared.AllStreamPosition();
  place.setCommitPosition(String(position));
  place.setPreparePosition(String(position));
  const success = new streams.BatchAppendResp.Success();
  success.setPosition(place);
  if (revision < 0n) success.setNoStream(new emptyMessages.Empty());
  else success.setCurrentRevision(String(revision));
  const response = new streams.BatchAppendResp();
  response.setSuccess(success);
  return response;
};
