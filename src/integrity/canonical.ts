import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';

const isOrderedObject = (value: Readonly<Record<string, unknown>>): boolean => {
  let last: string | undefined;
  for (const key of Object.keys(value)) {
    if (last !== undefined && key < last) return false;
    if (!isOrdered(value[key])) return false;
    last = key;
  }
  return true;
};

const isOrderedList = (values: readonly unknown[]): boolean => {
  for (const each of values) if (!isOrdered(each)) return false;
  return true;
};

/** Whether all keys stand in their order already and all values are plain, as they are in what was kept. */
const isOrdered = (value: unknown): boolean => {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return true;
  if (typeof value !== 'object') return Number.isFinite(value);
  return Array.isArray(value)
    ? isOrderedList(value)
    : isOrderedObject(value as Readonly<Record<string, unknown>>);
};

/** The one text of a plain value: object keys in order, no blanks. @see RFC 8785 */
export const canonicalText = (value: unknown): string => {
  // three times as fast, and most of what is read back is ordered
  if (isOrdered(value)) return JSON.stringify(value);
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('only plain values have a canonical text');
  return text;
};

/** SHA-256 of the canonical text, in hexadecimal. */
export const contentHash = (value: unknown): string => hash('sha256', canonicalText(value), 'hex');
