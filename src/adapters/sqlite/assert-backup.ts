import { closeSync, openSync, readSync } from 'node:fs';

import { Failure } from '../../catalogue/failure.ts';
import { applicationId } from './schema.ts';

/** Where the header of a database says whose it is. @see https://sqlite.org/fileformat.html */
const magic = 'SQLite format 3\0';
const applicationIdAt = 68;
const headerSize = 100;

const headerOf = (file: string): Buffer => {
  const header = Buffer.alloc(headerSize);
  const descriptor = openSync(file, 'r');
  try {
    return header.subarray(0, readSync(descriptor, header));
  } finally {
    closeSync(descriptor);
  }
};

const readHeader = (path: string): Buffer => {
  try {
    return headerOf(path);
  } catch {
    throw new Failure('FILE_NOT_FOUND', { path });
  }
};

/**
 * Tells a file of something else from a backup that was damaged. No connection of this process may
 * have it open.
 * @throws FILE_NOT_FOUND, BACKUP_NOT_RECOGNISED
 */
export const assertBackup = (path: string): void => {
  const header = readHeader(path);
  const notRecognised = (reason: string): Failure =>
    new Failure('BACKUP_NOT_RECOGNISED', { path, reason });
  if (header.length < headerSize || header.toString('latin1', 0, magic.length) !== magic) {
    throw notRecognised('no tiene su formato');
  }
  if (header.readUInt32BE(applicationIdAt) !== applicationId) {
    throw notRecognised('es de otro programa');
  }
};
