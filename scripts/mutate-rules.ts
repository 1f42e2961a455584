/**
 * Changes the rules themselves and looks whether a test notices. All of catalogue, timeline, domain
 * and projections take hours; a sample of windows of lines, drawn by a seed, says about how many
 * changes are noticed:
 *
 *   npm run mutate:rules -- --windows 60 --seed 1
 *   npm run mutate:rules
 */
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { random } from '../test/support/random.ts';

const root = resolve(import.meta.dirname, '..');
const rooms = ['src/catalogue', 'src/timeline', 'src/domain', 'projections'];

const { values } = parseArgs({
  options: {
    windows: { type: 'string' },
    lines: { type: 'string', default: '8' },
    seed: { type: 'string', default: '1' },
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

const sample =
  values.windows === undefined
    ? []
    : drawn(windowsOf(Number(values.lines)), Number(values.windows), Number(values.seed));
const options = sample.length === 0 ? [] : ['--mutate', sample.join(',')];
const { status } = spawnSync('npx', ['stryker', 'run', ...options], {
  cwd: root,
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
