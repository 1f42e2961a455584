import type { CommandBus, QueryBus } from '@nestjs/cqrs';

/** A store with the buses that lead to it. */
export interface Connection {
  readonly commands: CommandBus;
  readonly queries: QueryBus;
  readonly close: () => Promise<void>;
}

/** What to do where there is no store: refuse, create it with the first write, or go on with an empty one that leaves no trace. */
export type Access = 'must-exist' | 'first-write' | 'try';

/** What the composition root lends to the command line. */
export interface Surroundings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly connect: (store: string, access: Access) => Promise<Connection>;
  /** serves the read API of a store until it is stopped; answers with where */
  readonly serve: (store: string) => Promise<{ url: string; close: () => Promise<void> }>;
  readonly write: (text: string) => void;
  readonly warn: (text: string) => void;
}
