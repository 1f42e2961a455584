import { once } from 'node:events';

import type { handleServerStreamingCall, ServerWritableStream } from '@grpc/grpc-js';
import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';

import { type Engine, refusalOf } from './engine.ts';
import type { RecordedEvent } from './event-log.ts';
import { streamNameIn } from './messages.ts';
import { readAll, readStream } from './read-log.ts';
import { eventMessage, streamNotFoundMessage } from './read-messages.ts';
import { handlerThrew, type RpcError, streamDeleted } from './rpc-errors.ts';
import { subscribe, type Told } from './subscription.ts';

type Call = ServerWritableStream<ReadReq, ReadResp>;

/** Speaks no faster than the other side listens. */
const speakingTo = (call: Call): Told => {
  const gone = new AbortController();
  call.on('cancelled', () => {
    gone.abort();
  });
  return {
    signal: gone.signal,
    say: async (message) => {
      if (gone.signal.aborted || call.write(message)) return;
      await once(call, 'drain', { signal: gone.signal }).catch(() => undefined);
    },
  };
};

const sayEach = async ({ say, signal }: Told, events: readonly RecordedEvent[]): Promise<void> => {
  for (const event of events) {
    if (signal.aborted) return;
    await say(eventMessage(event));
  }
};

const askedFor = (options: ReadReq.Options): string =>
  options.hasAll() ? '$all' : streamNameIn(options.getStream()?.getStreamIdentifier());

const handle = async (engine: Engine, call: Call): Promise<RpcError | undefined> => {
  const options = call.request.getOptions();
  if (options === undefined) return handlerThrew();
  const stream = askedFor(options);
  const refusal = refusalOf(engine, call.metadata, 'read', stream);
  if (refusal !== undefined) return refusal;

  const told = speakingTo(call);
  if (options.hasSubscription()) return subscribe(engine, options, told);
  const events = options.hasAll() ? readAll(engine, options) : readStream(engine, options);
  if (events === 'deleted') return streamDeleted(stream);
  if (events === 'missing') await told.say(streamNotFoundMessage(stream));
  else await sayEach(told, events);
  return undefined;
};

export const readCall =
  (engine: Engine): handleServerStreamingCall<ReadReq, ReadResp> =>
  (call) => {
    const end = (error: RpcError | undefined): void => {
      if (call.cancelled) return;
      if (error === undefined) call.end();
      else call.emit('error', error);
    };
    handle(engine, call).then(end, () => {
      end(handlerThrew());
    });
  };
