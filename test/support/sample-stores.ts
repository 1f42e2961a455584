import { chmodSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, jest } from '@jest/globals';
import { poaHere } from './poa-in-process.ts';
import { samples } from './run-poa.ts';
import { storesOnServers } from './stores-on-servers.ts';

/** `POA_TEST_STORE=eventstoredb` keeps the stores of the tests on servers instead of in folders. */
const areOnServers = process.env.POA_TEST_STORE === 'eventstoredb';

/** Tests that put their hand into the files of the embedded store. */
export const describeInFolders = areOnServers ? describe.skip : describe;

export interface SampleStores {
  /** a store with the original budget and the form; tests only read it */
  readonly shared: () => string;
  /** a copy of it that a test may change */
  readonly copy: () => string;
  /** where nothing was written yet */
  readonly fresh: () => string;
}

/** A test may start several processes, on a machine that does other things as well. */
const processesMilliseconds = 40_000;

/** Takes both sample files into a store once for all tests of a file. Other users may look into it. */
export const sampleStores = (): SampleStores => {
  jest.setTimeout(processesMilliseconds);
  return areOnServers ? samplesOnServers() : samplesInFolders();
};

const takeSamples = async (store: string): Promise<void> => {
  const law = ['--assume-source', 'TGN', '--approve', 'LEY:1267:2019-12-20'];
  await poaHere(store, ['import', samples.budget, ...law]);
  await poaHere(store, ['import', samples.form]);
};

const samplesOnServers = (): SampleStores => {
  let shared = '';
  beforeAll(async () => {
    await storesOnServers.prepare();
    shared = storesOnServers.fresh();
    await takeSamples(shared);
  });
  beforeEach(() => storesOnServers.prepare());
  afterAll(() => storesOnServers.stop());
  return {
    shared: () => shared,
    copy: () => storesOnServers.copy(shared),
    fresh: () => storesOnServers.fresh(),
  };
};

const samplesInFolders = (): SampleStores => {
  const base = mkdtempSync(join(tmpdir(), 'poa-e2e-'));
  chmodSync(base, 0o755);
  const original = join(base, 'original');
  let count = 0;
  const fresh = (): string => join(base, String((count += 1)));
  beforeAll(() => takeSamples(original));
  afterAll(() => {
    rmSync(base, { recursive: true, force: true });
  });
  return {
    shared: () => original,
    copy: () => {
      const folder = fresh();
      cpSync(original, folder, { recursive: true });
      return folder;
    },
    fresh,
  };
};
