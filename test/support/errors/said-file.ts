import { readFileSync, writeFileSync } from 'node:fs';
import type { Group } from './case.ts';

interface Shown {
  readonly how: string;
  readonly said: string;
}

interface ShownGroup {
  readonly heading: string;
  readonly codes: Readonly<Record<string, Shown>>;
}

/** What docs/errors.md is made of. */
const path = new URL('../../errors/said.json', import.meta.url);

export const readSaid = (): readonly ShownGroup[] =>
  JSON.parse(readFileSync(path, 'utf8')) as ShownGroup[];

export const writeSaid = (said: readonly ShownGroup[]): void => {
  writeFileSync(path, `${JSON.stringify(said, null, 2)}\n`);
};

/** What is to be shown: the cases with what they said, and last those codes that have none. */
export const shownOf = (
  groups: readonly Group[],
  reasons: Readonly<Record<string, string>>,
  said: ReadonlyMap<string, string>,
): readonly ShownGroup[] => {
  const withCases = groups.map(({ heading, cases }) => ({
    heading,
    codes: Object.fromEntries(
      Object.entries(cases).map(([code, { how }]) => [code, { how, said: said.get(code) ?? '' }]),
    ),
  }));
  const without = Object.entries(reasons).map(([code, how]) => [code, { how, said: '' }] as const);
  return without.length === 0
    ? withCases
    : [...withCases, { heading: 'Sin caso', codes: Object.fromEntries(without) }];
};
