import { type Amount, centavos, toAmount } from '../../src/catalogue/amount.ts';
import type { Figures } from '../figures.ts';

/**
 * The columns of the estado de ejecución del presupuesto de gastos; what is not known is null.
 * @see NB-SCI art. 41f
 */
export interface OfficialColumns {
  /** aprobado */
  readonly original: Amount | null;
  /** modificaciones */
  readonly adjustments: Amount | null;
  /** no column of the official statement: what a row won or lost by distribution, which is no modification */
  readonly distributed: Amount | null;
  /** vigente = original + adjustments + distributed */
  readonly current: Amount;
  readonly committed: Amount | null;
  /** saldo no comprometido = vigente − compromisos */
  readonly uncommitted: Amount | null;
  readonly executed: Amount;
  /** saldo no ejecutado = vigente − devengado */
  readonly unexecuted: Amount;
  readonly paid: Amount | null;
  /** saldo por pagar = devengado − pagado */
  readonly unpaid: Amount | null;
}

const less = (whole: Amount, part: Amount): Amount => toAmount(centavos(whole) - centavos(part));

const lessKnown = (whole: Amount, part: Amount | null): Amount | null =>
  part === null ? null : less(whole, part);

export const officialColumns = (figures: Figures): OfficialColumns => {
  const { original, adjustments, distributed, current, committed, executed, paid } = figures;
  return {
    original,
    adjustments,
    distributed,
    current,
    committed,
    uncommitted: lessKnown(current, committed),
    executed,
    unexecuted: less(current, executed),
    paid,
    unpaid: lessKnown(executed, paid),
  };
};

export const statementLevels = ['activity', 'group', 'source', 'overall'] as const;
export type StatementLevel = (typeof statementLevels)[number];

/** A row with what it is of: only the labels that its level has. */
export interface StatementRow extends OfficialColumns {
  readonly activity?: string | null;
  readonly code?: string | null;
  readonly group?: string | null;
  readonly name?: string | null;
  readonly source?: string | null;
}

export interface ExecutionStatement {
  readonly by: StatementLevel;
  /** none where it is overall */
  readonly rows: readonly StatementRow[];
  readonly total: OfficialColumns;
}

type Labelled = Figures & Omit<StatementRow, keyof OfficialColumns>;

const labels = ['activity', 'code', 'group', 'name', 'source'] as const;

const rowOf = (row: Labelled): StatementRow => ({
  ...Object.fromEntries(labels.flatMap((label) => (label in row ? [[label, row[label]]] : []))),
  ...officialColumns(row),
});

/** The official statement over the rows of an execution view. */
export const executionStatement = (
  by: StatementLevel,
  { rows, total }: { readonly rows: readonly Labelled[]; readonly total: Figures },
): ExecutionStatement => ({
  by,
  rows: by === 'overall' ? [] : rows.map(rowOf),
  total: officialColumns(total),
});
