import { type Metadata, status } from '@grpc/grpc-js';

import type { Access, Action } from './access.ts';
import type { EventLog, ProposedEvent } from './event-log.ts';
import { notLeader, type RpcError, rpcError } from './rpc-errors.ts';

export interface Endpoint {
  readonly address: string;
  readonly port: number;
}

/** As what the server answers; who is not the leader says who is. */
export type Standing =
  | { readonly as: 'leader' | 'too old' | 'not ready' }
  | { readonly as: 'not-leader' | 'read-only-replica'; readonly leader: Endpoint };

export type Moment = 'before writing' | 'after writing';

/** What all calls of a server share. */
export interface Engine {
  readonly log: EventLog;
  readonly maxAppendSize: number;
  readonly access: Access;
  readonly now: () => number;
  /** where clients reach it */
  readonly self: () => Endpoint;
  readonly standing: () => Standing;
  readonly version: () => string;
  /** Whether the server has just died at this moment of an append, so that nobody is answered. */
  readonly diesAt: (moment: Moment) => boolean;
}

const headerOf = (headers: Metadata, name: string): string | undefined =>
  headers.get(name).at(0)?.toString();

const standingRefuses = (
  standing: Standing,
  headers: Metadata,
  action: Action,
): RpcError | undefined => {
  if (standing.as === 'not ready') return rpcError(status.UNAVAILABLE, 'Server Is Not Ready');
  if (!('leader' in standing)) return undefined;
  // a follower hands on to the leader what may be handed on; a read-only replica hands on nothing
  const isHandedOn = action === 'read' || standing.as === 'not-leader';
  const isForLeader = headerOf(headers, 'requires-leader') === 'true';
  return isHandedOn && !isForLeader ? undefined : notLeader(standing.leader);
};

export const refusalOf = (
  { access, standing }: Engine,
  headers: Metadata,
  action: Action,
  stream: string,
): RpcError | undefined =>
  access(headerOf(headers, 'authorization'), action, stream) ??
  standingRefuses(standing(), headers, action);

/** What an event counts for against the largest append: two bytes for each letter of its type. */
export const sizeOf = ({ type, data, metadata }: ProposedEvent): number =>
  data.length + metadata.length + 2 * type.length;
