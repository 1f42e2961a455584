import { randomUUID } from 'node:crypto';
import { closeSync, linkSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';

import type { CopyProgress, Draft } from '../../application/ports/upkeep.ts';
import { Failure } from '../../catalogue/failure.ts';
import { copyFailure } from './copy-failure.ts';
import type { DatabaseAccess } from './database-access.ts';
import { fileCode, syncFile, syncFolder } from './file-system.ts';
import { patiently, type Patience } from './patiently.ts';
import { schema } from './schema.ts';
import { isPassing } from './store-failure.ts';

export interface Copying {
  readonly source: DatabaseAccess;
  /** names the source in failures */
  readonly patience: Patience;
  /** the file that the copy becomes */
  readonly target: string;
  /** opens the copy to be read */
  readonly open: (file: string) => Promise<Draft['store']>;
  readonly onProgress: CopyProgress | undefined;
}

/**
 * Copies a database under another name beside its target. The copy is one state of the source,
 * however long it takes, and a copy that was cut off never has the target's name.
 * @throws COPY_NOT_WRITABLE, or what the source says; then nothing is left of it
 */
export const draftCopy = async (copying: Copying): Promise<Draft> => {
  const { target, open } = copying;
  const file = `${target}.${randomUUID()}.new`;
  const remove = (): void => {
    for (const rest of ['', '-journal']) rmSync(`${file}${rest}`, { force: true });
  };
  reserve(file, target);
  try {
    await copy(copying, file);
    const store = await open(file);
    return {
      store,
      publish: async () => {
        await store.close();
        giveName(file, target);
      },
      discard: async () => {
        await store.close();
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
};

const reserve = (file: string, target: string): void => {
  try {
    closeSync(openSync(file, 'wx'));
  } catch (error) {
    throw copyFailure(error, target);
  }
};

const copy = async (
  { source, patience, target, onProgress }: Copying,
  file: string,
): Promise<void> => {
  await patiently(patience, () =>
    source.hold(async (connection) => {
      schema.check(connection, patience.path);
      try {
        await connection.backup(file, onProgress);
      } catch (error) {
        throw isPassing(error) ? error : copyFailure(error, target);
      }
    }),
  );
};

const giveName = (file: string, target: string): void => {
  try {
    syncFile(file);
    renameToFree(file, target);
    syncFolder(dirname(target));
  } catch (error) {
    throw copyFailure(error, target);
  }
};

/** Renaming alone would replace what is there; some systems of files have no second names. */
const renameToFree = (file: string, target: string): void => {
  try {
    linkSync(file, target);
    rmSync(file);
  } catch (error) {
    if (fileCode(error) === 'EEXIST') throw targetExists(target);
    claim(target);
    renameSync(file, target);
  }
};

const claim = (target: string): void => {
  try {
    closeSync(openSync(target, 'wx'));
  } catch (error) {
    throw fileCode(error) === 'EEXIST' ? targetExists(target) : error;
  }
};

const targetExists = (path: string): Failure =>
  new Failure('TARGET_EXISTS', { path, found: 'ya existe' });
