import { tmpdir } from 'node:os';

/** What is different in every run, and what stands for it. */
const passing: readonly (readonly [RegExp, string])[] = [
  [/\b\d+\.txt/g, 'archivo.txt'],
  [new RegExp(`(${tmpdir()}|${encodeURIComponent(tmpdir())})(/|%2F)[\\w-]+(/\\d+)?`, 'g'), '$2poa'],
  [/(127\.0\.0\.1:|puerto )\d{2,}/g, '$1‹puerto›'],
  [/espere \d+ s/g, 'espere ‹segundos› s'],
  [/\b[0-9a-f]{64}\b/g, '‹SHA-256›'],
];

/** A sentence without the folders, ports and hashes of one run. */
export const stable = (sentence: string): string =>
  passing.reduce((text, [found, put]) => text.replaceAll(found, put), sentence);
