import { randomUUID } from 'node:crypto';
import type { Command, Query } from '@nestjs/cqrs';
import type { Command as Program } from 'commander';
import { type LedgerId, ledgerIdOf } from '../catalogue/codes.ts';
import { Failure, placed } from '../catalogue/failure.ts';
import type { CivilDate } from '../catalogue/civil-date.ts';
import type { Microseconds } from '../catalogue/instant.ts';
import type { Known } from '../catalogue/known.ts';
import type { FindingSaid } from '../bus/change-as-json.ts';
import {
  ChangeLedger,
  type CommandAnswer,
  type CommandPreview,
  type CommandRequest,
  type LedgerCommand,
  ListLedgers,
  PreviewChange,
} from '../bus/messages.ts';
import type { CutOff } from '../../projections/cut-off.ts';
import type { Access, Connection, Surroundings } from './connection.ts';
import type { Output } from './output.ts';
import { remoteConnection, tokenIn } from './remote-connection.ts';
import { serverAddress } from './server-address.ts';
import { printAnswer, printPreview } from './print-answer.ts';

/** The options that every command shares. */
export interface GlobalOptions {
  readonly store?: string;
  readonly server?: string;
  readonly ledger?: LedgerId;
  readonly cutoff?: CivilDate;
  readonly known?: Known;
  readonly json?: boolean;
  readonly actor?: string;
  readonly commandId?: string;
  readonly dryRun?: boolean;
}

/** What is sent, and what is asked instead where nothing shall be written. */
interface Order {
  readonly change: Command<CommandAnswer>;
  readonly preview: Query<CommandPreview>;
}

/** One run of the command line: its options, its store, and where it writes. */
export class Context implements Output {
  readonly options: GlobalOptions;
  readonly surroundings: Surroundings;
  store: string;

  constructor(program: Program, surroundings: Surroundings) {
    this.options = program.optsWithGlobals<GlobalOptions>();
    this.surroundings = surroundings;
    this.store = this.options.store ?? surroundings.environment.POA_STORE ?? './data';
  }

  /** The server that is asked instead of a store: what is said on the command line comes first. */
  get server(): string | undefined {
    const { server, store } = this.options;
    if (server !== undefined && store !== undefined) {
      throw new Failure('INVALID_COMMAND', { problem: 'use una de las dos: --store o --server' });
    }
    const { POA_SERVER = '' } = this.surroundings.environment;
    if (server !== undefined || store !== undefined || POA_SERVER === '') return server;
    return placed({ option: 'POA_SERVER' }, () => serverAddress(POA_SERVER));
  }

  /** Who gives commands. */
  get actor(): string {
    return this.options.actor ?? this.surroundings.environment.POA_ACTOR ?? 'local';
  }

  get isJson(): boolean {
    return this.options.json === true;
  }

  get cutOff(): CutOff {
    const { cutoff, known: until } = this.options;
    return {
      ...(cutoff !== undefined && { effective: cutoff }),
      ...(until !== undefined && { known: until }),
    };
  }

  /** Where a command that writes may be the first of its store. */
  get writing(): Access {
    return this.options.dryRun === true ? 'try' : 'first-write';
  }

  write(text: string): void {
    this.surroundings.write(`${text}\n`);
  }

  writeJson(value: unknown): void {
    this.write(JSON.stringify(value, null, 2));
  }

  warn(text: string): void {
    this.surroundings.warn(`${text}\n`);
  }

  /** What a server does as well asks a store, or a server. */
  async anywhere(
    work: (connection: Connection) => Promise<void>,
    access: Access = 'must-exist',
  ): Promise<void> {
    const { server } = this;
    if (server === undefined) await this.connected(work, access);
    else await work(remoteConnection(server, tokenIn(this.surroundings.environment)));
  }

  /** Connects, works and disconnects, whatever happens. @throws STORE_NEEDED */
  async connected<Result>(
    work: (connection: Connection) => Promise<Result>,
    access: Access = 'must-exist',
    now?: () => Microseconds,
  ): Promise<Result> {
    const { server } = this;
    if (server !== undefined) throw new Failure('STORE_NEEDED', { server });
    const connection = await this.surroundings.connect(this.store, access, now);
    try {
      return await work(connection);
    } finally {
      await connection.close();
    }
  }

  /** The ledger that was named, else the one that an opening names, else the only one there is. */
  async ledger({ queries }: Connection, command?: LedgerCommand): Promise<LedgerId> {
    if (this.options.ledger !== undefined) return this.options.ledger;
    if (command?.type === 'OpenLedger') {
      const { entity, area, fiscalYear } = command.data;
      return ledgerIdOf(entity.code, area.sigla, fiscalYear);
    }
    const ledgers = (await queries.execute(new ListLedgers())).map(({ ledger }) => ledger);
    const [only] = ledgers;
    if (only === undefined || ledgers.length > 1) {
      throw new Failure('LEDGER_NOT_CHOSEN', { known: ledgers });
    }
    return only;
  }

  /** A command with who gives it. */
  request(ledger: LedgerId, command: LedgerCommand): CommandRequest {
    const { commandId = randomUUID() } = this.options;
    return { ledger, command, commandId, actor: this.actor };
  }

  /** Sends a command, or shows what it would do. */
  async change(connection: Connection, ledger: LedgerId, command: LedgerCommand): Promise<void> {
    const request = this.request(ledger, command);
    const order = { change: new ChangeLedger(request), preview: new PreviewChange(request) };
    await this.send(connection, order);
  }

  /** Sends an order, or asks what it would do, and prints the answer with what a reader found before it. */
  async send(
    { commands, queries }: Connection,
    { change, preview }: Order,
    reading: readonly FindingSaid[] = [],
  ): Promise<void> {
    if (this.options.dryRun === true) {
      printPreview(this, await queries.execute(preview), reading);
    } else {
      printAnswer(this, await commands.execute(change), reading);
    }
  }
}
