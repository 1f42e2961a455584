import type { Command, Query } from '@nestjs/cqrs';
import type { Microseconds } from '../catalogue/instant.ts';
import type { Keyboard } from './keyboard.ts';

/** A store, or a server over HTTP, with what leads to it. */
export interface Connection {
  readonly commands: { execute: <Result>(command: Command<Result>) => Promise<Result> };
  readonly queries: { execute: <Result>(query: Query<Result>) => Promise<Result> };
  readonly close: () => Promise<void>;
}

/** What to do where there is no store: refuse, create it with the first write, or go on with an empty one that leaves no trace; `none` leaves what is there alone. */
export type Access = 'must-exist' | 'first-write' | 'try' | 'none';

/** What the composition root lends to the command line. */
export interface Surroundings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** with the machine's clock, unless another one says what time it is */
  readonly connect: (
    store: string,
    access: Access,
    now?: () => Microseconds,
  ) => Promise<Connection>;
  /** serves the read API of a store until it is stopped; answers with where */
  readonly serve: (store: string) => Promise<{ url: string; close: () => Promise<void> }>;
  /** a person who presses keys and sees the answer, where there is one */
  readonly keyboard?: Keyboard | undefined;
  readonly write: (text: string) => void;
  readonly warn: (text: string) => void;
}
