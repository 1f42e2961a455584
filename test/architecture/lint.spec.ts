import { describe, expect, it } from '@jest/globals';
import { inPlantedTree } from './support/planted-tree.ts';

const lines = (count: number, line: string): string => `${line}\n`.repeat(count);

const longFunction = (length: number): string =>
  `export const add = (start: number): number => {\n  let sum = start;\n${lines(length - 4, '  sum += 1;')}  return sum;\n};\n`;

const branches = (count: number): string =>
  `export const pick = (n: number): number => {\n${lines(count, '  if (n > 0) return n;')}  return 0;\n};\n`;

const nested = (depth: number): string =>
  `export const dig = (n: number): number => {\n${'if (n > 0) {'.repeat(depth)}return n;${'}'.repeat(depth)}\nreturn 0;\n};\n`;

const room = 'src/domain/area-ledger';

const offenders: readonly (readonly [title: string, folder: string, code: string, rule: string])[] =
  [
    ['reads the clock', room, 'export const now = Date.now();', 'no-restricted-properties'],
    ['reads the day', room, 'export const now = new Date();', 'no-restricted-syntax'],
    ['reads the day as text', room, 'export const now = Date();', 'no-restricted-syntax'],
    ['throws dice', 'projections', 'export const n = Math.random();', 'no-restricted-properties'],
    [
      'reads the environment',
      'src/reports',
      'export const e = process.env;',
      'no-restricted-globals',
    ],
    [
      'draws an id',
      'src/intake',
      'export const id = crypto.randomUUID();',
      'no-restricted-globals',
    ],
    ['waits', 'src/timeline', 'setTimeout(() => undefined, 1);', 'no-restricted-globals'],
    ['takes a way round', room, 'export const e = globalThis.process;', 'no-restricted-globals'],
    [
      'imports a Node builtin',
      'projections',
      "export { readFileSync } from 'node:fs';",
      'no-restricted-imports',
    ],
    [
      'imports one without node:',
      'src/catalogue',
      "export { readFile } from 'fs/promises';",
      'no-restricted-imports',
    ],
    ['imports a Node builtin', room, "export { arch } from 'node:os';", 'no-restricted-imports'],
    ['imports a builtin', 'src/timeline', "export { EOL } from 'os';", 'no-restricted-imports'],
    [
      'reads the clock',
      'src/catalogue',
      'export const n = Date.now();',
      'no-restricted-properties',
    ],
    ['imports .js', room, "export { own } from './own.js';", 'no-restricted-imports'],
    [
      'imports .js in a room that has Node',
      'src/cli',
      "export { own } from './own.js';",
      'no-restricted-imports',
    ],
    ['prints', 'src/application', "console.log('done');", 'no-console'],
    ['has a function of 41 lines', room, longFunction(41), 'max-lines-per-function'],
    ['has 201 lines', room, lines(201, 'export {};'), 'max-lines'],
    ['has 9 ways through a function', room, branches(8), 'complexity'],
    ['nests 4 deep', room, nested(4), 'max-depth'],
    [
      'takes 5 parameters',
      room,
      'export const f = (a = 1, b = 1, c = 1, d = 1, e = 1) => a + b + c + d + e;',
      'max-params',
    ],
    ['compares loosely', room, 'export const same = (a: number, b: number) => a == b;', 'eqeqeq'],
    [
      'uses any',
      room,
      'export const read = (text: string) => JSON.parse(text).a;',
      '@typescript-eslint/no-unsafe-member-access',
    ],
    [
      'forgets a promise',
      'src/application',
      'export const go = (work: () => Promise<void>) => { work(); };',
      '@typescript-eslint/no-floating-promises',
    ],
    [
      'prints centavos as they are',
      room,
      'export const show = (n: number) => `${n}`;',
      '@typescript-eslint/restrict-template-expressions',
    ],
    [
      'forgets a case',
      room,
      "export const f = (k: 'a' | 'b') => { switch (k) { case 'a': return 1; } return 2; };",
      '@typescript-eslint/switch-exhaustiveness-check',
    ],
    [
      'excuses what is no fault',
      room,
      '// eslint-disable-next-line eqeqeq\nexport const a = 1;',
      'unused directive',
    ],
  ];

const allowed: readonly (readonly [title: string, folder: string, code: string])[] = [
  ['a day that is given', room, "export const day = new Date('2020-12-31');"],
  ['the clock in an adapter', 'src/adapters/clock', 'export const now = Date.now();'],
  [
    'a Node builtin in an adapter',
    'src/adapters/sqlite',
    "export { readFileSync } from 'node:fs';",
  ],
  ['printing in the command line', 'src/cli', "console.log('done');"],
  ['a function of 40 lines', room, longFunction(40)],
  ['200 lines', room, lines(200, 'export {};')],
  ['8 ways through a function', room, branches(7)],
  ['3 deep', room, nested(3)],
  ['a long function in a test', 'test/unit', longFunction(60)],
  ['a number in the text of a test', 'test/unit', 'export const show = (n: number) => `${n}`;'],
];

interface Report {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string | null; readonly message: string }[];
}

/** @returns of every planted file, in order, the rules that its code breaks. */
const lint = (planted: readonly (readonly [folder: string, code: string])[]): string[][] => {
  const paths = planted.map(([folder], index) => `${folder}/planted-${index}.ts`);
  const files = planted.map(
    ([, code], index) => [paths[index] ?? '', `${code.trimEnd()}\n`] as const,
  );
  const own = Object.fromEntries(
    planted.map(([folder]) => [`${folder}/own.ts`, 'export const own = 1;\n']),
  );
  const { stdout } = inPlantedTree({ ...own, ...Object.fromEntries(files) }, (tree) =>
    tree.run('eslint', '--format', 'json', '.'),
  );
  const reports = JSON.parse(stdout) as Report[];
  return paths.map((path) =>
    (reports.find(({ filePath }) => filePath.endsWith(`/${path}`))?.messages ?? []).map(
      ({ ruleId, message }) =>
        ruleId ?? (message.startsWith('Unused eslint-disable') ? 'unused directive' : message),
    ),
  );
};

describe('code that breaks a house rule', () => {
  const found = lint(offenders.map(([, folder, code]) => [folder, code]));

  it.each(offenders.map(([title, folder, , rule], index) => ({ title, folder, rule, index })))(
    'is an error where it $title: $folder, $rule',
    ({ rule, index }) => {
      expect(found[index]).toContain(rule);
    },
  );
});

describe('code that keeps the house rules', () => {
  const found = lint(allowed.map(([, folder, code]) => [folder, code]));

  it.each(allowed.map(([title, folder], index) => ({ title, folder, index })))(
    'is let through: $title, $folder',
    ({ index }) => {
      expect(found[index]).toEqual([]);
    },
  );
});
