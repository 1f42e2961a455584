import type { UUID, StreamIdentifier } from '@eventstore/db-client/generated/shared_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import type { Map as WireMap } from 'google-protobuf';

import type { ExpectedRevision } from './check-commit.ts';
import type { ProposedEvent } from './event-log.ts';

interface Expectation {
  hasAny(): boolean;
  hasNoStream(): boolean;
  hasStreamExists(): boolean;
}

/** @param revision as the request says it, where it names one */
export const expectedIn = (options: Expectation, revision: string): ExpectedRevision => {
  if (options.hasAny()) return 'any';
  if (options.hasNoStream()) return 'no_stream';
  if (options.hasStreamExists()) return 'stream_exists';
  return BigInt(revision);
};

export const streamNameIn = (identifier: StreamIdentifier | undefined): string =>
  Buffer.from(identifier?.getStreamName_asU8() ?? []).toString('utf8');

export const streamIdentifier = (stream: string): StreamIdentifier => {
  const identifier = new shared.StreamIdentifier();
  identifier.setStreamName(Buffer.from(stream).toString('base64'));
  return identifier;
};

interface ProposedMessage {
  getId(): UUID | undefined;
  getMetadataMap(): WireMap<string, string>;
  getData_asU8(): Uint8Array;
  getCustomMetadata_asU8(): Uint8Array;
}

const uuid = /^\{?[0-9a-f]{8}(-?)[0-9a-f]{4}\1[0-9a-f]{4}\1[0-9a-f]{4}\1[0-9a-f]{12}\}?$/i;

/** @returns 'no uuid' for an event whose id the server cannot keep */
export const proposedIn = (message: ProposedMessage): ProposedEvent | 'no uuid' => {
  const id = message.getId()?.getString() ?? '';
  if (!uuid.test(id)) return 'no uuid';
  const described = message.getMetadataMap();
  return {
    id: id.toLowerCase(),
    type: described.get('type') ?? '',
    isJson: described.get('content-type') === 'application/json',
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
};
