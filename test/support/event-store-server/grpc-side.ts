import type { Server as GrpcServer } from '@grpc/grpc-js';
import { Server, ServerCredentials, type ServiceDefinition } from '@grpc/grpc-js';
import { GossipService } from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb.js';

import { appendCall } from './append-call.ts';
import { batchAppendCall } from './batch-append-call.ts';
import { deleteCall, tombstoneCall } from './delete-calls.ts';
import type { Engine } from './engine.ts';
import { gossipCall, supportedMethodsCall } from './node-calls.ts';
import { readCall } from './read-call.ts';

/** A message holds one event at the least, and an append may be raised to just under this. */
const bytesPerMessageMax = 16 * 1024 * 1024;

export interface Side {
  readonly port: number;
  readonly stop: () => void;
}

const services = [
  StreamsService,
  GossipService,
  ServerFeaturesService,
] as unknown as readonly ServiceDefinition[];

const serving = (engine: Engine): GrpcServer => {
  const server = new Server({
    'grpc.max_receive_message_length': bytesPerMessageMax,
    'grpc.max_send_message_length': -1,
  });
  server.addService(StreamsService, {
    read: readCall(engine),
    append: appendCall(engine),
    batchAppend: batchAppendCall(engine),
    delete: deleteCall(engine),
    tombstone: tombstoneCall(engine),
  });
  server.addService(GossipService, {
    read: gossipCall(engine),
  });
  server.addService(ServerFeaturesService, {
    getSupportedMethods: supportedMethodsCall(engine, services),
  });
  return server;
};

/** The server behind the front; TLS ends before it. */
export const startGrpcSide = async (engine: Engine): Promise<Side> => {
  const server = serving(engine);
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) => {
      if (error === null) resolve(bound);
      else reject(error);
    });
  });
  return {
    port,
    stop: () => {
      server.forceShutdown();
    },
  };
};
