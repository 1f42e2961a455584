import { Failure } from '../../catalogue/failure.ts';
import { AppendLimit } from './append-limit.ts';
import { assertUsable } from './assert-usable.ts';
import { Connection } from './connection.ts';
import { EventStoreDbStore } from './eventstoredb-store.ts';
import type { CanonicalText } from './recorded-event.ts';
import { parseStoreAddress } from './store-address.ts';

export interface EventStoreDbOptions {
  /** the one text of a plain value: the server keeps values, and the text is made again */
  readonly canonicalText: CanonicalText;
  /** bytes, where it is known how the server is set; else it is asked */
  readonly appendSizeMax?: number;
  /** how long a call may go without progress, and for how long a lost server is asked again */
  readonly waitMillisecondsMax?: number;
  /** the pauses between askings double from the first to the last */
  readonly pauseMilliseconds?: number;
  readonly pauseMillisecondsMax?: number;
}

/**
 * Opens the store on the servers that an address names, once they were seen to be of use.
 * @param address `esdb://account:password@host:2113?…` or `esdb+discover://…`
 * @throws STORE_ADDRESS_INVALID, STORE_UNREACHABLE, STORE_ACCESS_DENIED, STORE_CERTIFICATE_REFUSED,
 *   STORE_TOO_OLD, STORE_IS_READ_ONLY, STORE_NOT_FOLLOWABLE
 */
export const openEventStoreDb = async (
  address: string,
  options: EventStoreDbOptions,
): Promise<EventStoreDbStore> => {
  const { canonicalText, appendSizeMax } = options;
  if (appendSizeMax !== undefined && !(appendSizeMax > 0)) {
    throw new Failure('STORE_ADDRESS_INVALID', {
      store: parseStoreAddress(address).shown,
      reason: 'el tamaño máximo de una escritura es un número mayor que cero',
    });
  }
  const connection = connect(address, options);
  try {
    const version = await assertUsable(connection);
    const limit = new AppendLimit(connection, appendSizeMax);
    return new EventStoreDbStore({ connection, canonicalText, limit, version });
  } catch (error) {
    await connection.close();
    throw connection.failure(error);
  }
};

/** @throws STORE_ADDRESS_INVALID */
export const connect = (
  address: string,
  options: Omit<EventStoreDbOptions, 'canonicalText'>,
): Connection => {
  const { waitMillisecondsMax = 10_000 } = options;
  const { pauseMilliseconds = 50, pauseMillisecondsMax = 5000 } = options;
  return new Connection(parseStoreAddress(address), {
    millisecondsMax: waitMillisecondsMax,
    pauseMilliseconds,
    pauseMillisecondsMax,
  });
};
