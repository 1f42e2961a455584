import {
  type EventStoreServer,
  startEventStoreServer,
} from './event-store-server/start-event-store-server.ts';
import type { StoreContent } from './shown-content.ts';

/** Started before they are asked for: a test names a new store without waiting. */
const idleCount = 12;
/** As the service files set it. */
const maxAppendSize = 16_000_000;

const named = new Map<string, EventStoreServer>();
const idle: EventStoreServer[] = [];

/** Servers for one file of tests, each an empty store. */
export const storesOnServers = {
  async prepare(): Promise<void> {
    const missing = Array.from({ length: idleCount - idle.length });
    idle.push(...(await Promise.all(missing.map(() => startEventStoreServer({ maxAppendSize })))));
  },

  fresh(): string {
    const server = idle.pop();
    if (server === undefined) throw new Error('a test names more stores than were started');
    named.set(server.connectionString, server);
    return server.connectionString;
  },

  copy(of: string): string {
    const address = this.fresh();
    for (const record of named.get(of)?.log.records ?? [])
      named.get(address)?.log.append(record.stream, [record], record.created);
    return address;
  },

  async stop(): Promise<void> {
    await Promise.all([...idle.splice(0), ...named.values()].map((server) => server.stop()));
    named.clear();
  },
};

interface Envelope {
  readonly root: string;
}

/** What a store on a server of this file shows of having been written to, null for nothing. */
export const contentOnServer = (address: string): StoreContent | null => {
  const records = named.get(address)?.log.records ?? [];
  if (records.length === 0) return null;
  const ledger = /^poaLedger-(.*)$/;
  const ofLedgers = records.filter(({ stream }) => ledger.test(stream));
  const heads = Map.groupBy(ofLedgers, ({ stream }) => ledger.exec(stream)?.[1] ?? '');
  const files = records.flatMap(
    ({ stream }) => /^keptFile-([0-9a-f]{64})$/.exec(stream)?.[1] ?? [],
  );
  return {
    heads: [...heads]
      .map(([id, events]) => {
        const last = events.at(-1);
        const { root } = JSON.parse(Buffer.from(last?.metadata ?? '').toString()) as Envelope;
        return `${id} ${String(last?.revision)}:${root}`;
      })
      .sort(),
    records: ofLedgers.length,
    files: [...new Set(files)].sort(),
  };
};
