import { Failure } from '../catalogue/failure.ts';

/**
 * The text of a file without its byte order mark. A NUL never stands in a printed form: it is what
 * UTF-16 and binary files show when they happen to be valid UTF-8.
 *
 * @throws FILE_NOT_TEXT
 */
export const decodeText = (bytes: Uint8Array): string => {
  const text = decode(bytes);
  if (text.includes('\0')) throw new Failure('FILE_NOT_TEXT', {});
  return text;
};

const decode = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Failure('FILE_NOT_TEXT', {});
  }
};
