import type { SourceClass } from '../../src/catalogue/classifiers.ts';
import { type Figures, figuresOf, splitBy, type Statement } from '../figures.ts';

export interface ExecutionOverall {
  /** one row per class of source, null: sin fuente */
  readonly rows: readonly (Figures & { readonly source: SourceClass | null })[];
  readonly total: Figures;
}

export const executionOverall = (statement: Statement): ExecutionOverall => ({
  rows: splitBy(statement.lines, 'source').map(([source, lines]) => ({
    source,
    ...figuresOf(statement, lines, { source }),
  })),
  total: figuresOf(statement, statement.lines, {}),
});
