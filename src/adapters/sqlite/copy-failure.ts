import { Failure, isFailure } from '../../catalogue/failure.ts';
import { fileCode } from './file-system.ts';
import { storeFailure } from './store-failure.ts';

const reasons = new Map<unknown, string>([
  ['ENOENT', 'no existe la carpeta'],
  ['ENOTDIR', 'no es una carpeta'],
  ['EACCES', 'este usuario no puede escribir ahí'],
  ['EPERM', 'este usuario no puede escribir ahí'],
  ['EROFS', 'este usuario no puede escribir ahí'],
  ['ENOSPC', 'no hay espacio'],
  ['EDQUOT', 'no hay espacio'],
]);

/** What went wrong with a copy: its source was opened before, so whatever cannot be written is the copy. */
export const copyFailure = (error: unknown, path: string): unknown => {
  const reason = reasons.get(fileCode(error));
  if (reason !== undefined) return new Failure('COPY_NOT_WRITABLE', { path, reason });
  const failure = storeFailure(error, path, 'writing');
  if (!isFailure(failure)) return failure;
  switch (failure.code) {
    case 'STORE_FULL':
      return new Failure('COPY_NOT_WRITABLE', { path, reason: 'no hay espacio' });
    case 'STORE_NOT_WRITABLE':
      return new Failure('COPY_NOT_WRITABLE', {
        path,
        reason: 'este usuario no puede escribir ahí',
      });
    default:
      return failure;
  }
};
