import { describe, expect, it } from '@jest/globals';
import { inPlantedTree } from './support/planted-tree.ts';

describe('dead code', () => {
  const files = {
    'src/main.ts': "import { used } from './catalogue/planted.ts';\nconsole.log(used);\n",
    'src/cli.ts': 'console.log(1);\n', // an entry by package.json's bin
    'src/catalogue/planted.ts': 'export const used = 1;\nexport const forgotten = 2;\n',
    'projections/alone.ts': 'export const alone = 1;\n',
  };
  const { status, stdout } = inPlantedTree(files, (tree) =>
    tree.run('knip', '--include', 'exports,files', '--reporter', 'compact'),
  );

  it('is an error: an export that nobody imports', () => {
    expect(stdout).toContain('src/catalogue/planted.ts: forgotten');
  });

  it('is an error: a file that nothing reaches', () => {
    expect(stdout).toContain('projections/alone.ts');
  });

  it('is not what is used', () => {
    expect(stdout).not.toMatch(/: used|src\/main\.ts|src\/cli\.ts/);
  });

  it('ends the check with a failure', () => {
    expect(status).toBe(1);
  });
});
