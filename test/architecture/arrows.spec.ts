import { describe, expect, it } from '@jest/globals';
import { dirname, relative } from 'node:path';
import { allowedArrows } from './support/allowed-arrows.ts';
import type { Arrow } from './support/arrow.ts';
import { offendingArrows } from './support/offending-arrows.ts';
import { inPlantedTree, realTree, type Tree } from './support/planted-tree.ts';

const isOwn = (to: string): boolean =>
  /^(src|projections|test|scripts|bench)\/|\.config\.js$/.test(to);

const importLine = (from: string, to: string, kind: Arrow[2]): string => {
  const specifier = isOwn(to) ? `./${relative(dirname(from), to)}` : to;
  const ofType = `import type { Target } from '${specifier}';`;
  const ofValue = `import * as target from '${specifier}';`;
  if (kind === 'type') return `${ofType}\nexport type Planted = Target;\n`;
  const use = 'export const planted = target;\n';
  return kind === undefined ? `${ofValue}\n${use}` : `${ofType}\n${ofValue}\n${use}`;
};

interface Cruise {
  readonly modules: readonly { readonly source: string }[];
  readonly summary: {
    readonly violations: readonly { from: string; to: string; rule: { name: string } }[];
  };
}

const cruise = (tree: Tree): Cruise =>
  JSON.parse(tree.run('depcruise', '.', '--output-type', 'json').stdout) as Cruise;

const violationsIn = ({ summary }: Cruise): readonly string[] =>
  summary.violations.map(({ from, to, rule }) => `${rule.name}: ${from} → ${to}`);

/** Every arrow has a file of its own, so that no two are taken for one. */
const sourceOf = ([from]: Arrow, index: number): string =>
  from.endsWith('/') ? `${from}planted-${index}.ts` : from;

const violationsOf = (arrows: readonly Arrow[]): readonly string[] => {
  const targets = arrows
    .filter(([, to]) => isOwn(to) && !to.endsWith('/nowhere.ts'))
    .map(([, to]) => [to, 'export type Target = number;\nexport const target = 1;\n'] as const);
  const sources = arrows.map((arrow, index) => {
    const source = sourceOf(arrow, index);
    return [source, importLine(source, arrow[1], arrow[2])] as const;
  });
  return inPlantedTree(Object.fromEntries([...targets, ...sources]), (tree) =>
    violationsIn(cruise(tree)),
  );
};

const title = ([from, to, kind]: Arrow): string =>
  `${from} → ${to}${kind === undefined ? '' : ` (${kind})`}`;

describe('the arrows of the real tree', () => {
  const cruised = cruise(realTree);

  it('are all on the list', () => {
    expect(violationsIn(cruised)).toEqual([]);
  });

  it('are really looked at', () => {
    expect(cruised.modules.map(({ source }) => source)).toContain('src/catalogue/amount.ts');
  });
});

describe('an arrow on the list', () => {
  const found = violationsOf(allowedArrows);

  it.each(allowedArrows.map((arrow, index) => [title(arrow), sourceOf(arrow, index)]))(
    'is let through: %s',
    (_, source) => {
      expect(found.filter((violation) => violation.includes(` ${source} → `))).toEqual([]);
    },
  );
});

describe('any other arrow', () => {
  const found = violationsOf(offendingArrows);

  it.each(offendingArrows.map((arrow, index) => [title(arrow), sourceOf(arrow, index)]))(
    'is an error: %s',
    (_, source) => {
      expect(found).toContainEqual(expect.stringContaining(`not-in-allowed: ${source} → `));
    },
  );
});

describe('a cycle', () => {
  const files = {
    'src/catalogue/hen.ts': "import { egg } from './egg.ts';\nexport const hen = () => egg;\n",
    'src/catalogue/egg.ts': "import { hen } from './hen.ts';\nexport const egg = () => hen;\n",
  };

  it('is an error inside a room, too', () => {
    const found = inPlantedTree(files, (tree) => violationsIn(cruise(tree)));
    expect(found).toContain('no-cycle: src/catalogue/egg.ts → src/catalogue/hen.ts');
  });

  it('ends the check with a failure', () => {
    expect(inPlantedTree(files, (tree) => tree.run('depcruise', '.')).status).toBeGreaterThan(0);
  });
});
