import { accessOf, openAccess } from './access.ts';
import type { Engine } from './engine.ts';
import { EventLog } from './event-log.ts';
import { Faults } from './faults.ts';
import { type Certificate, type Front, startFront } from './front.ts';
import { type Side, startGrpcSide } from './grpc-side.ts';
import { startHttpSide } from './http-side.ts';
import { type User, Users } from './users.ts';

export interface ServerOptions {
  /** bytes, 1 MiB unless said */
  readonly maxAppendSize?: number;
  /** whom the server knows beside its administrator (`admin`, `changeit`); nobody is asked without */
  readonly users?: readonly User[];
  readonly isSecure?: Certificate;
  readonly version?: string;
  /** the log of another server, for two nodes of one cluster */
  readonly log?: EventLog;
}

export interface EventStoreServer {
  /** with what makes a client of this server, its users and its certificate apart */
  readonly connectionString: string;
  readonly address: '127.0.0.1';
  readonly port: number;
  /** of the HTTP/1.1 side */
  readonly url: string;
  readonly log: EventLog;
  readonly faults: Faults;
  readonly stop: () => Promise<void>;
}

interface Process {
  readonly front: Front;
  readonly sides: readonly Side[];
}

const versionOfOldServer = '20.10.5';

const startProcess = async (
  engine: Engine,
  users: Users | undefined,
  certificate: Certificate | undefined,
): Promise<Process> => {
  const [grpc, http] = await Promise.all([startGrpcSide(engine), startHttpSide(engine, users)]);
  const ports = { grpc: grpc.port, http: http.port };
  const front = await startFront(ports, certificate, engine.self().port);
  return { front, sides: [grpc, http] };
};

/** Without TLS by number; with TLS by name, because nobody may ask a number for its certificate. */
const namesOf = (port: number, isSecure: boolean): { connectionString: string; url: string } =>
  isSecure
    ? { connectionString: `esdb://localhost:${port}?tls=true`, url: `https://localhost:${port}` }
    : { connectionString: `esdb://127.0.0.1:${port}?tls=false`, url: `http://127.0.0.1:${port}` };

/**
 * A stand-in for an EventStoreDB: it speaks the real protocol to the real client, on a port of this
 * machine, and keeps its log in memory.
 */
export const startEventStoreServer = async (
  options: ServerOptions = {},
): Promise<EventStoreServer> => {
  const { log = new EventLog(), isSecure, version = '23.10.8' } = options;
  const users = options.users && new Users(options.users);
  let running: Process | undefined;
  let port = 0;

  const kill = async (): Promise<void> => {
    const killed = running;
    running = undefined;
    await killed?.front.stop();
    for (const side of killed?.sides ?? []) side.stop();
  };
  const restart = async (): Promise<void> => {
    running ??= await startProcess(engine, users, isSecure);
    port = running.front.port;
  };
  const now = (): number => Date.now() + faults.clockMoved();
  const faults = new Faults({ log, now, front: () => running?.front, kill, restart });
  const engine: Engine = {
    log,
    maxAppendSize: options.maxAppendSize ?? 1_048_576,
    access: users === undefined ? openAccess : accessOf(log, users),
    now,
    self: () => ({ address: '127.0.0.1', port }),
    standing: () => faults.standing(),
    version: () => (faults.standing().as === 'too old' ? versionOfOldServer : version),
    diesAt: (moment) => faults.diesAt(moment),
  };
  await restart();

  return {
    ...namesOf(port, isSecure !== undefined),
    address: '127.0.0.1',
    port,
    log,
    faults,
    stop: kill,
  };
};
