import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach } from '@jest/globals';

/** Folders for one test, gone after it. Other users may look into them. */
export const temporaryFolders = (): (() => string) => {
  const made: string[] = [];
  afterEach(() => {
    for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
  });
  return () => {
    const folder = mkdtempSync(join(tmpdir(), 'poa-'));
    chmodSync(folder, 0o755);
    made.push(folder);
    return folder;
  };
};
