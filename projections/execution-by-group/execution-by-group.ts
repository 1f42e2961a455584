import type { SourceClass } from '../../src/catalogue/classifiers.ts';
import type { ObjectCode } from '../../src/catalogue/codes.ts';
import { type Figures, figuresOf, splitBy, type Statement } from '../figures.ts';

export interface GroupRow extends Figures {
  /** null: sin grupo */
  readonly group: ObjectCode | null;
  readonly name: string | null;
  readonly sources: readonly (Figures & { readonly source: SourceClass | null })[];
}

export interface ExecutionByGroup {
  readonly rows: readonly GroupRow[];
  readonly total: Figures;
}

export const executionByGroup = (
  statement: Statement,
  names: Readonly<Record<string, string>>,
): ExecutionByGroup => ({
  rows: splitBy(statement.lines, 'group').map(([group, lines]) => ({
    group,
    name: group === null ? null : (names[group] ?? null),
    ...figuresOf(statement, lines, { group }),
    sources: splitBy(lines, 'source').map(([source, ofSource]) => ({
      source,
      ...figuresOf(statement, ofSource, { group, source }),
    })),
  })),
  total: figuresOf(statement, statement.lines, {}),
});
