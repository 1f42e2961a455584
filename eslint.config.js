import { builtinModules } from 'node:module';
import eslint from '@eslint/js';
import prettier from 'eslint-config-prettier';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const pureRooms = ['src/{catalogue,timeline,domain,intake,reports}/**/*.ts', 'projections/**/*.ts'];
const roomsWithoutNode = ['src/{catalogue,timeline,domain}/**/*.ts', 'projections/**/*.ts'];

const impure = 'a pure room is given the time, chance and environment as values';

/** The product runs as written, without a build, only while own imports name the file that exists. */
const ownImportsEndInTs = {
  regex: String.raw`^\.{1,2}/.*(?<!\.ts)$`,
  message: 'own imports end in .ts',
};

/** Named without `node:` too, with their subpaths (fs, fs/promises). */
const nodeBuiltins = {
  regex: `^(node:.*|(${builtinModules.filter((name) => !name.includes('/')).join('|')})(/.*)?)$`,
  message: 'this room is the same in every environment: no Node builtin',
};

export default defineConfig(
  { ignores: ['dist/', 'coverage/', 'data/', 'src/client/api.ts'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' } },
  eslint.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_+$' }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      'no-restricted-imports': ['error', { patterns: [ownImportsEndInTs] }],
    },
  },
  {
    rules: {
      complexity: ['error', 8],
      eqeqeq: 'error',
      'max-depth': ['error', 3],
      'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 4],
      'no-console': 'error',
    },
  },
  {
    files: pureRooms,
    rules: {
      'no-restricted-globals': [
        'error',
        ...[
          ...['process', 'crypto', 'performance', 'globalThis', 'global', 'fetch'],
          ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'],
        ].map((name) => ({ name, message: impure })),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: impure },
        { object: 'Math', property: 'random', message: impure },
        { object: 'Temporal', property: 'Now', message: impure },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: impure },
        { selector: "CallExpression[callee.name='Date']", message: impure },
      ],
    },
  },
  {
    files: roomsWithoutNode,
    rules: { 'no-restricted-imports': ['error', { patterns: [ownImportsEndInTs, nodeBuiltins] }] },
  },
  {
    files: ['src/main.ts', 'src/cli.ts', 'src/cli/**/*.ts', 'scripts/**/*.ts', 'bench/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    // A number printed as it is may be centavos: the product formats it, these only report.
    files: ['test/**/*.ts', 'scripts/**/*.ts', 'bench/**/*.ts'],
    rules: { '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }] },
  },
  { files: ['test/**/*.ts'], rules: { 'max-lines-per-function': 'off' } },
  {
    files: ['*.js', '*.cjs', '.*.cjs'],
    languageOptions: { globals: { module: 'writable' } },
  },
  prettier,
);
