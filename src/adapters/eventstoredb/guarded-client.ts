import { EventStoreDBClient } from '@eventstore/db-client';

import type { StoreAddress } from './store-address.ts';

type Settings = ConstructorParameters<typeof EventStoreDBClient>[0];

const settingsOf = (address: StoreAddress, deadline: number): Settings => {
  const { hosts, isDiscovered, nodePreference, connectionName, numbers } = address;
  const [first] = hosts;
  const common = {
    throwOnAppendFailure: true,
    defaultDeadline: deadline,
    ...numbers,
    ...(nodePreference && { nodePreference }),
    ...(connectionName !== undefined && { connectionName }),
  };
  if (isDiscovered) return { discover: first, ...common } as unknown as Settings;
  // its types know the three kinds of settings in as many signatures, never as one union
  if (hosts.length > 1) return { endpoints: [...hosts], ...common } as unknown as Settings;
  return { endpoint: first, ...common };
};

/** The part of a gRPC stream that is used here. */
interface Cancellable {
  cancel(): void;
  resume(): unknown;
}

const isCancellable = (stream: unknown): stream is Cancellable =>
  typeof stream === 'object' && stream !== null && 'cancel' in stream && 'resume' in stream;

/** A stream that nobody reads to its end never ends, and its client keeps it for ever. */
const drainOnCancel = (stream: unknown): void => {
  if (!isCancellable(stream)) return;
  const cancel = stream.cancel.bind(stream);
  stream.cancel = () => {
    cancel();
    stream.resume();
  };
};

/**
 * The client as it comes ends the process where turning to another server fails while it is being
 * told of an error (nobody awaits that promise), waits for ever when it is disposed of after a
 * reading that was not read to its end, and has no way to close its channel.
 */
export class GuardedClient extends EventStoreDBClient {
  #channel: { close(): void } | undefined;

  /** @param deadline milliseconds */
  constructor(address: StoreAddress, deadline: number) {
    const { isSecure, authority, credentials } = address;
    super(
      settingsOf(address, deadline),
      isSecure ? { ...(authority && { rootCertificate: authority }) } : { insecure: true },
      credentials && { ...credentials },
    );
    const { handleError, getChannel, GRPCStreamCreator: creatorOf } = this;
    this.handleError = async (client, error) => {
      await handleError(client, error).catch(() => undefined);
    };
    this.GRPCStreamCreator = (...creating) => {
      const create = creatorOf(...creating);
      return async () => {
        const stream = await create();
        drainOnCancel(stream);
        return stream;
      };
    };
    this.getChannel = async () => {
      const channel = await getChannel();
      this.#channel = channel;
      return channel;
    };
  }

  /** Calls under way come to their end, later ones are refused. */
  leave(): void {
    this.#channel?.close();
    this.#channel = undefined;
  }

  /** Ends readings and subscriptions too. */
  async end(): Promise<void> {
    await this.dispose();
    this.leave();
  }
}
