import type { SourceClass } from '../../src/catalogue/classifiers.ts';
import type { ObjectCode } from '../../src/catalogue/codes.ts';
import type { LineClass } from '../classified-lines.ts';
import {
  type Figures,
  figuresFrom,
  type Scope,
  splitBy,
  type Statement,
  totalsOf,
} from '../figures.ts';

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
): ExecutionByGroup => {
  const { sums, rows: classes } = statement.classes;
  const figures = (rows: readonly LineClass[], scope: Scope): Figures =>
    figuresFrom(statement, totalsOf({ sums, rows }), scope);
  return {
    rows: splitBy(classes, 'group').map(([group, ofGroup]) => ({
      group,
      name: group === null ? null : (names[group] ?? null),
      ...figures(ofGroup, { group }),
      sources: splitBy(ofGroup, 'source').map(([source, ofSource]) => ({
        source,
        ...figures(ofSource, { group, source }),
      })),
    })),
    total: figures(classes, {}),
  };
};
