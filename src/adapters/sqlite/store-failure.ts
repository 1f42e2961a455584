import { Failure } from '../../catalogue/failure.ts';

/** Primary result codes. @see https://sqlite.org/rescode.html */
const result = {
  error: 1,
  permission: 3,
  busy: 5,
  locked: 6,
  readOnly: 8,
  ioError: 10,
  corrupt: 11,
  full: 13,
  cannotOpen: 14,
  protocol: 15,
  constraint: 19,
  notADatabase: 26,
} as const;

/** Extended codes of an I/O error that say that the bytes read are not those of a database. */
const unreadableBytes: readonly number[] = [266, 522, 8458];
/** Extended code of an I/O error: no room for the index of the log, which readers make too. */
const noRoomForIndex = 4874;

/**
 * The files changed under a reader that holds no lock: what it read is thrown away and read again.
 * The cause is what to report where it never comes to rest.
 */
export class StoreInMotion extends Error {
  override readonly name = 'StoreInMotion';
}

/** A row has values that this program never wrote there. */
export class UnreadableRow extends Error {
  override readonly name = 'UnreadableRow';
}

/** By its field and not by its class, which a test's sandbox has a second time. */
const codeOf = (error: unknown): number | undefined =>
  typeof error === 'object' &&
  error !== null &&
  'errcode' in error &&
  typeof error.errcode === 'number'
    ? error.errcode
    : undefined;

const messageOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'message' in error
    ? String(error.message)
    : String(error);

const primaryOf = (error: unknown): number | undefined => {
  const code = codeOf(error);
  return code === undefined ? undefined : code & 0xff;
};

/** Somebody else is at it: trying again a moment later may do. */
export const isPassing = (error: unknown): boolean =>
  error instanceof StoreInMotion ||
  [result.busy, result.locked, result.protocol].some((code) => code === primaryOf(error));

/** The files that a connection needs are not there and cannot be made. */
export const isRefused = (error: unknown): boolean =>
  [result.readOnly, result.cannotOpen].some((code) => code === primaryOf(error));

/**
 * Whether a COMMIT that failed with this surely wrote nothing. After an I/O error the last page may
 * be in the log although its fsync failed, and a crash before the next append would bring it back.
 */
export const isSurelyUnwritten = (error: unknown): boolean =>
  [result.busy, result.readOnly, result.full, result.constraint].some(
    (code) => code === primaryOf(error),
  );

type Translation = (path: string, reason: string, error: unknown) => Failure;

const locked: Translation = (path) => new Failure('STORE_LOCKED', { path });
const full: Translation = (path) => new Failure('STORE_FULL', { path });
const damaged: Translation = (path, reason) => new Failure('STORE_DAMAGED', { path, reason });
const notReadable: Translation = (path, reason) =>
  new Failure('STORE_NOT_READABLE', { path, reason });
const notWritable: Translation = (path) => new Failure('STORE_NOT_WRITABLE', { path });

const always = new Map<number, Translation>([
  [result.busy, locked],
  [result.locked, locked],
  [result.protocol, locked],
  // what is asked is always the same: where it cannot be understood the tables are not ours
  [result.error, damaged],
  [result.corrupt, damaged],
  [result.notADatabase, damaged],
  [result.full, full],
]);

const whileReading = new Map<number, Translation>([
  ...always,
  [result.permission, notReadable],
  [result.readOnly, notReadable],
  [result.cannotOpen, notReadable],
  [
    result.ioError,
    (path, reason, error) =>
      (codeOf(error) === noRoomForIndex ? full : damaged)(path, reason, error),
  ],
]);

const whileWriting = new Map<number, Translation>([
  ...always,
  [result.permission, notWritable],
  [result.readOnly, notWritable],
  [result.cannotOpen, notWritable],
  [
    result.ioError,
    (path, reason, error) =>
      (unreadableBytes.includes(codeOf(error) ?? 0) ? damaged : full)(path, reason, error),
  ],
]);

const translations = { reading: whileReading, writing: whileWriting };

/** What the database said in the words of the port; anything that it did not say is handed on as it is. */
export const storeFailure = (
  error: unknown,
  path: string,
  doing: keyof typeof translations,
): unknown => {
  if (error instanceof StoreInMotion)
    return error.cause === undefined
      ? locked(path, '', error)
      : storeFailure(error.cause, path, doing);
  if (error instanceof UnreadableRow) return damaged(path, error.message, error);
  const translation = translations[doing].get(primaryOf(error) ?? 0);
  return translation?.(path, messageOf(error), error) ?? error;
};
