/**
 * Changes the rules themselves and looks whether a test notices, room by room; what is known of a
 * room whose files and specs are as they were is not worked out again (`--anew` does). A sample of
 * windows of lines, drawn by a seed, says in minutes about how many changes are noticed:
 *
 *   npm run mutate:rules
 *   npm run mutate:rules -- --room src/timeline
 *   npm run mutate:rules -- --windows 60 --seed 1
 *
 * Properties run few cases, since every one of them is shown to every change that its own examples
 * reach; POA_PROPERTY_RUNS says otherwise.
 */
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { random } from '../test/support/random.ts';

const root = resolve(import.meta.dirname, '..');

/** Nothing but sentences, which docs/findings.md holds word by word. */
const sentences = 'src/catalogue/store-findings.ts';
const rooms = ['src/catalogue', 'src/timeline', 'src/domain', 'projections'];

const { values } = parseArgs({
  options: {
    windows: { type: 'string' },
    lines: { type: 'string', default: '8' },
    seed: { type: 'string', default: '1' },
    room: { type: 'string', multiple: true, default: rooms },
    anew: { type: 'boolean', default: false },
  },
});

/** Every window of so many lines, in a fixed order. */
const windowsOf = (lines: number): string[] =>
  rooms
    .flatMap((room) => globSync(`${room}/**/*.ts`, { cwd: root }))
    .sort()
    .flatMap((file) => {
      const count = readFileSync(resolve(root, file), 'utf8').split('\n').length;
      return Array.from({ length: Math.ceil(count / lines) }, (_, index) => {
        const first = index * lines + 1;
        return `${file}:${first}-${first + lines - 1}`;
      });
    });

const drawn = (all: readonly string[], count: number, seed: number): string[] => {
  const chance = random(seed);
  const left = [...all];
  const draw = (): string[] => left.splice(Math.floor(chance() * left.length), 1);
  return Array.from({ length: Math.min(count, all.length) }, draw).flat();
};

/** @returns whether enough changes were noticed */
const stryker = (changed: string, ...options: readonly string[]): boolean => {
  const { status } = spawnSync('npx', ['stryker', 'run', '--mutate', changed, ...options], {
    cwd: root,
    stdio: 'inherit',
    env: { POA_PROPERTY_RUNS: '5', ...process.env },
  });
  return status === 0;
};

const changeRoom = (room: string): boolean =>
  stryker(
    `${room}/**/*.ts,!${sentences}`,
    '--incremental',
    ...['--incrementalFile', `.stryker-tmp/${room.replace('/', '-')}.json`],
    ...(values.anew ? ['--force'] : []),
  );

const changeSample = (windows: number): boolean =>
  stryker(drawn(windowsOf(Number(values.lines)), windows, Number(values.seed)).join(','));

const results =
  values.windows === undefined
    ? values.room.map(changeRoom)
    : [changeSample(Number(values.windows))];
process.exitCode = results.every(Boolean) ? 0 : 1;
