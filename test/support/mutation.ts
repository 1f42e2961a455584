/** What can happen to the bytes of a file. */
export type MutationKind = 'change' | 'cut' | 'swap';

export interface Mutation {
  readonly kind: MutationKind;
  readonly description: string;
  readonly bytes: Buffer;
}

type Next = () => number;

const below = (next: Next, end: number): number => Math.floor(next() * end);

/** One to eight bytes, in one place or scattered, each another one than before. */
const change = (bytes: Buffer, next: Next): Mutation => {
  const changed = Buffer.from(bytes);
  const count = 1 + below(next, 8);
  // every fourth where the description of the tables is
  const start = below(next, next() < 0.25 ? Math.min(bytes.length, 4096) : bytes.length);
  const isRun = next() < 0.5;
  const places = Array.from({ length: count }, (_, index) =>
    isRun ? Math.min(start + index, bytes.length - 1) : below(next, bytes.length),
  );
  for (const place of places) {
    const mask = next() < 0.5 ? 1 << below(next, 8) : 1 + below(next, 255);
    changed[place] = (changed[place] ?? 0) ^ mask;
  }
  return { kind: 'change', description: `bytes at ${places.join(', ')}`, bytes: changed };
};

/** The end is gone, or a piece in the middle, or a piece was never written. */
const cut = (bytes: Buffer, next: Next): Mutation => {
  const start = below(next, bytes.length);
  const end = Math.min(bytes.length, start + 1 + below(next, 8192));
  const [how, cutBytes] = [
    () => ['end from', bytes.subarray(0, start)] as const,
    () => ['piece', Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)])] as const,
    () => ['zeros', Buffer.from(bytes).fill(0, start, end)] as const,
  ][below(next, 3)]?.() ?? ['', bytes];
  return { kind: 'cut', description: `${how} ${start} to ${end}`, bytes: Buffer.from(cutBytes) };
};

/** Two pieces of one length change places: whole pages, or any. */
const swap = (bytes: Buffer, next: Next): Mutation => {
  const isOfPages = next() < 0.5 && bytes.length >= 8192;
  const unit = isOfPages ? 4096 : 1;
  const length = isOfPages ? 4096 : Math.min(1 + below(next, 1000), Math.floor(bytes.length / 2));
  const places = Math.floor((bytes.length - length) / unit) + 1;
  const [one, other] = [below(next, places) * unit, below(next, places) * unit];
  const swapped = Buffer.from(bytes);
  bytes.copy(swapped, one, other, other + length);
  bytes.copy(swapped, other, one, one + length);
  return { kind: 'swap', description: `${length} at ${one} and ${other}`, bytes: swapped };
};

const mutations = [change, change, cut, swap];

/** One mutation; the same for the same numbers. */
export const mutate = (bytes: Buffer, next: Next): Mutation =>
  (mutations[below(next, mutations.length)] ?? change)(bytes, next);
