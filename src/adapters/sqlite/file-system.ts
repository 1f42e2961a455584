import { closeSync, fsyncSync, openSync } from 'node:fs';

/** What the file system calls an error, such as ENOENT. */
export const fileCode = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;

const sync = (path: string, flags: string): void => {
  const descriptor = openSync(path, flags);
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
};

/** Only for a file that no connection of this process has open. */
export const syncFile = (path: string): void => {
  sync(path, 'r+');
};

/** Where a system cannot sync a folder, the name of a new file is as durable as that system makes it. */
export const syncFolder = (path: string): void => {
  try {
    sync(path, 'r');
  } catch {
    return;
  }
};
