/** A column of the form: where its cell stands, the form's own number for it, its name. */
export interface Column {
  readonly index: number;
  readonly number: string;
  readonly name: string;
}

const column = (index: number, number: string, name: string): Column => ({ index, number, name });

/** The form has no column 6, and GRUPO DE GASTO has no number. */
export const columns = {
  code: column(0, '1', 'CODIGO'),
  operation: column(1, '2', 'OPERACION'),
  name: column(2, '3', 'ACTIVIDAD ESPECIFICA'),
  start: column(3, '4', 'FECHA INICIO'),
  end: column(4, '5', 'FECHA FIN'),
  indicator: column(5, '7', 'DESCRIPCIÓN'),
  accumulated: column(6, '8', 'EFICACIA ACUMULADA EN %'),
  group: column(7, 'GRUPO DE GASTO', 'GRUPO DE GASTO'),
  programmedTreasury: column(8, '9', 'PROGRAMADO T.G.N.'),
  programmedOther: column(9, '10', 'PROGRAMADO OTRAS FUENTES'),
  executedTreasury: column(10, '11', 'EJECUTADO T.G.N.'),
  executedOther: column(11, '12', 'EJECUTADO OTRAS FUENTES'),
  percentage: column(12, '13', '% EJECUCIÓN'),
} as const satisfies Record<string, Column>;

/** In the order of `Levels`. */
export const moneyColumns = [
  columns.programmedTreasury,
  columns.programmedOther,
  columns.executedTreasury,
  columns.executedOther,
] as const;
