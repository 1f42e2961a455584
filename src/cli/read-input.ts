import { readFile } from 'node:fs/promises';
import { Failure } from '../catalogue/failure.ts';

/** A file that somebody named. @throws FILE_NOT_FOUND */
export const readInput = async (path: string): Promise<Buffer> => {
  try {
    return await readFile(path);
  } catch {
    throw new Failure('FILE_NOT_FOUND', { path });
  }
};
