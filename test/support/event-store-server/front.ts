import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { type Duplex, Transform } from 'node:stream';
import { createSecureContext, TLSSocket } from 'node:tls';

import { type Direction, Traffic } from './traffic.ts';

export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

export interface Sides {
  /** the ports behind the front */
  readonly grpc: number;
  readonly http: number;
}

export interface Front {
  readonly port: number;
  readonly traffic: Traffic;
  readonly cut: () => void;
  readonly stop: () => Promise<void>;
}

const secured = (socket: Socket, { cert, key }: Certificate): Duplex =>
  new TLSSocket(socket, {
    isServer: true,
    secureContext: createSecureContext({ cert, key }),
    ALPNProtocols: ['h2', 'http/1.1'],
  });

/** Every connection over HTTP/2 begins with these letters, and no verb of HTTP/1.1 does. */
const beginningOfHttp2 = 'PRI';

const beginningOf = async (socket: Duplex): Promise<string> => {
  for (;;) {
    const chunk = socket.read(beginningOfHttp2.length) as Buffer | null;
    if (chunk !== null) {
      socket.unshift(chunk);
      return chunk.toString('latin1');
    }
    if (socket.readableEnded || socket.destroyed) return '';
    await new Promise<void>((resolve) => {
      for (const event of ['readable', 'end', 'close']) socket.once(event, resolve);
    });
  }
};

/** Lets through what the traffic lets through, and breaks off where it says so. */
const gate = (
  traffic: Traffic,
  direction: Direction,
  raw: Socket,
  breakOff: () => void,
): Transform =>
  new Transform({
    transform(chunk: Buffer, _, done) {
      const pass = (): void => {
        // what a connection still held when it was cut reaches nobody
        if (raw.destroyed) return;
        const { passed, isCut } = traffic.pass(direction, chunk);
        done(null, passed);
        if (isCut) setImmediate(breakOff);
      };
      if (traffic.isFrozen) void traffic.flows().then(pass);
      else pass();
    },
  });

const relay = (client: Duplex, server: Socket, traffic: Traffic, raw: Socket): void => {
  const breakOff = (): void => {
    server.destroySoon();
    raw.destroySoon();
  };
  client.pipe(gate(traffic, 'towards the server', raw, breakOff)).pipe(server);
  server.pipe(gate(traffic, 'towards the client', raw, breakOff)).pipe(client);
  for (const socket of [client, server, raw]) {
    socket.on('error', () => undefined);
    socket.on('close', () => {
      server.destroy();
      raw.destroy();
    });
  }
};

/** One port for both protocols, as the real one has, and the place where connections suffer. */
export const startFront = async (
  sides: Sides,
  certificate: Certificate | undefined,
  wantedPort: number,
): Promise<Front> => {
  const traffic = new Traffic();
  const sockets = new Set<Socket>();
  const admit = async (raw: Socket): Promise<void> => {
    await traffic.flows();
    const client = certificate === undefined ? raw : secured(raw, certificate);
    client.on('error', () => raw.destroy());
    const beginning = await beginningOf(client);
    if (beginning === '') {
      raw.destroy();
      return;
    }
    const port = beginning === beginningOfHttp2 ? sides.grpc : sides.http;
    relay(client, connect({ port, host: '127.0.0.1', noDelay: true }), traffic, raw);
  };
  const listener = createServer({ noDelay: true }, (raw) => {
    sockets.add(raw);
    raw.on('error', () => undefined);
    raw.on('close', () => sockets.delete(raw));
    admit(raw).catch(() => raw.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    listener.once('error', reject);
    listener.listen(wantedPort, '127.0.0.1', resolve);
  });
  const cut = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: (listener.address() as AddressInfo).port,
    traffic,
    cut,
    stop: async () => {
      const closed = new Promise<void>((resolve) =>
        listener.close(() => {
          resolve();
        }),
      );
      cut();
      await closed;
    },
  };
};
