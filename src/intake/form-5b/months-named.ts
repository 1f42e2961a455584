import { plainText } from '../plain-text.ts';

const months: readonly RegExp[] = [
  /\bENERO\b/,
  /\bFEBRERO\b/,
  /\bMARZO\b/,
  /\bABRIL\b/,
  /\bMAYO\b/,
  /\bJUNIO\b/,
  /\bJULIO\b/,
  /\bAGOSTO\b/,
  /\bSEP?TIEMBRE\b/,
  /\bOCTUBRE\b/,
  /\bNOVIEMBRE\b/,
  /\bDICIEMBRE\b/,
];

/** @returns the months that a text names, 1 for January */
export const monthsNamed = (text: string): number[] => {
  const plain = plainText(text);
  return months.flatMap((month, index) => (month.test(plain) ? [index + 1] : []));
};
