import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A ratio to a peer measured in the same run; absolute times are only noted. */
export interface Row {
  readonly name: string;
  readonly ratio: number;
  readonly reach: string;
  readonly note: string;
}

/** A reach is written as it is read: "≤ 0.1", "≥ 3"; none is empty. */
export const isReached = ({ ratio, reach }: Row): boolean => {
  const limit = Number(reach.slice(2));
  return reach.startsWith('≤') ? ratio <= limit : ratio >= limit;
};

/** So many places that a small ratio is told from a smaller one. */
export const printRatio = (ratio: number): string => ratio.toFixed(ratio < 0.1 ? 4 : 2);

export const seconds = async (work: () => unknown): Promise<number> => {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
};

export const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;

export const folderFor = (name: string): Promise<string> =>
  mkdtemp(join(tmpdir(), `poa-bench-${name}-`));
