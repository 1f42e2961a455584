import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const project = resolve(import.meta.dirname, '../../..');
const houseRules =
  'package.json tsconfig.json eslint.config.js .dependency-cruiser.cjs knip.json'.split(' ');

const tools = {
  depcruise: 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
  eslint: 'node_modules/eslint/bin/eslint.js',
  knip: 'node_modules/knip/bin/knip.js',
};

export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
}

/** A folder under the project's own house rules. */
export interface Tree {
  readonly run: (tool: keyof typeof tools, ...options: string[]) => Outcome;
}

const treeIn = (folder: string): Tree => ({
  run: (tool, ...options) => {
    const { status, stdout, stderr, error } = spawnSync(
      process.execPath,
      [join(project, tools[tool]), ...options],
      { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 28 },
    );
    if (error) throw error;
    if (stdout === '') throw new Error(`${tool} printed nothing: ${stderr}`);
    return { status, stdout };
  },
});

export const realTree: Tree = treeIn(project);

/**
 * Looks at a small fake project of these files, which is gone afterwards: offenders never stand in
 * the real tree, so no check has to pass over them.
 */
export const inPlantedTree = <Seen>(
  files: Readonly<Record<string, string>>,
  look: (tree: Tree) => Seen,
): Seen => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'planted-')));
  try {
    symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'), 'dir');
    for (const name of houseRules) cpSync(join(project, name), join(folder, name));
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return look(treeIn(folder));
  } finally {
    rmSync(folder, { recursive: true });
  }
};
