import { chmodSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, jest } from '@jest/globals';
import { poaHere } from './poa-in-process.ts';
import { samples } from './run-poa.ts';

export interface SampleStores {
  /** a store with the original budget and the form; tests only read it */
  readonly shared: () => string;
  /** a copy of it that a test may change */
  readonly copy: () => string;
  /** a folder without a store */
  readonly fresh: () => string;
}

/** A test may start several processes, on a machine that does other things as well. */
const processesMilliseconds = 40_000;

/** Takes both sample files into a store once for all tests of a file. Other users may look into it. */
export const sampleStores = (): SampleStores => {
  jest.setTimeout(processesMilliseconds);
  const base = mkdtempSync(join(tmpdir(), 'poa-e2e-'));
  chmodSync(base, 0o755);
  const original = join(base, 'original');
  let count = 0;
  const fresh = (): string => join(base, String((count += 1)));
  beforeAll(async () => {
    const law = ['--assume-source', 'TGN', '--approve', 'LEY:1267:2019-12-20'];
    await poaHere(original, ['import', samples.budget, ...law]);
    await poaHere(original, ['import', samples.form]);
  });
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
