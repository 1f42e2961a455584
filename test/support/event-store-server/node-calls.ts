import { randomUUID } from 'node:crypto';

import type { handleUnaryCall, ServiceDefinition } from '@grpc/grpc-js';
import type { ClusterInfo, MemberInfo } from '@eventstore/db-client/generated/gossip_pb.js';
import type { SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb.js';
import type { Empty } from '@eventstore/db-client/generated/shared_pb.js';
import gossip from '@eventstore/db-client/generated/gossip_pb.js';
import features from '@eventstore/db-client/generated/serverfeatures_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';

import type { Endpoint, Engine } from './engine.ts';
import { unimplemented } from './rpc-errors.ts';

/** Says what the server can do. A server that is too old does not even know the question. */
export const supportedMethodsCall =
  (
    { standing, version }: Engine,
    services: readonly ServiceDefinition[],
  ): handleUnaryCall<Empty, SupportedMethods> =>
  (_, answer) => {
    if (standing().as === 'too old') {
      answer(unimplemented());
      return;
    }
    const response = new features.SupportedMethods();
    response.setEventStoreServerVersion(version());
    for (const { path } of services.flatMap((service) => Object.values(service))) {
      const [, service = '', name = ''] = path.toLowerCase().split('/');
      const method = new features.SupportedMethod();
      method.setServiceName(service);
      method.setMethodName(name);
      response.addMethods(method);
    }
    answer(null, response);
  };

const member = ({ address, port }: Endpoint, state: MemberInfo.VNodeState): MemberInfo => {
  const id = new shared.UUID();
  id.setString(randomUUID());
  const endpoint = new gossip.EndPoint();
  endpoint.setAddress(address);
  endpoint.setPort(port);
  const info = new gossip.MemberInfo();
  info.setInstanceId(id);
  info.setTimeStamp(String(Date.now() * 10_000));
  info.setState(state);
  info.setIsAlive(true);
  info.setHttpEndPoint(endpoint);
  return info;
};

/** Who is in the cluster, as far as this server knows: itself and the leader that it names. */
export const gossipCall =
  ({ standing, self }: Engine): handleUnaryCall<Empty, ClusterInfo> =>
  (_, answer) => {
    const { VNodeState } = gossip.MemberInfo;
    const now = standing();
    const cluster = new gossip.ClusterInfo();
    if ('leader' in now) {
      const isFollower = now.as === 'not-leader';
      cluster.addMembers(member(now.leader, VNodeState.LEADER));
      cluster.addMembers(
        member(self(), isFollower ? VNodeState.FOLLOWER : VNodeState.READONLYREPLICA),
      );
    } else {
      cluster.addMembers(
        member(self(), now.as === 'not ready' ? VNodeState.UNKNOWN : VNodeState.LEADER),
      );
    }
    answer(null, cluster);
  };
