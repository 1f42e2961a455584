import type { SourceClass } from '../../src/catalogue/classifiers.ts';
import { type Figures, figuresFrom, splitBy, type Statement, totalsOf } from '../figures.ts';

export interface ExecutionOverall {
  /** one row per class of source, null: sin fuente */
  readonly rows: readonly (Figures & { readonly source: SourceClass | null })[];
  readonly total: Figures;
}

export const executionOverall = (statement: Statement): ExecutionOverall => {
  const { sums, rows: classes } = statement.classes;
  return {
    rows: splitBy(classes, 'source').map(([source, rows]) => ({
      source,
      ...figuresFrom(statement, totalsOf({ sums, rows }), { source }),
    })),
    total: figuresFrom(statement, totalsOf({ sums, rows: classes }), {}),
  };
};
