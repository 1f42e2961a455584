import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** The one text of a plain value: object keys in order, no blanks. @see RFC 8785 */
export const canonicalText = (value: unknown): string => {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('only plain values have a canonical text');
  return text;
};

/** SHA-256 of the canonical text, in hexadecimal. */
export const contentHash = (value: unknown): string => hash('sha256', canonicalText(value), 'hex');
