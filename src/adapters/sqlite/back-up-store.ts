import { existsSync } from 'node:fs';

import type { Draft } from '../../application/ports/upkeep.ts';
import { Failure } from '../../catalogue/failure.ts';
import { type Copying, draftCopy } from './draft-copy.ts';

/** @throws TARGET_EXISTS before anything is copied, COPY_NOT_WRITABLE, STORE_DAMAGED */
export const backUpStore = async (copying: Copying): Promise<Draft> => {
  const { target } = copying;
  if (existsSync(target)) throw new Failure('TARGET_EXISTS', { path: target, found: 'ya existe' });
  return draftCopy(copying);
};
