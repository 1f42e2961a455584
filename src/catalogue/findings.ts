import { auditFindings } from './audit-findings.ts';
import { type OfActivity, row } from './finding-row.ts';
import { storeFindings } from './store-findings.ts';

/** Every finding: its stable code, how grave it is and what it says to people. */
export const findings = {
  // reading a form
  LABEL_READ_AS_GROUP: row<OfActivity & { readonly group: string }>(
    'warning',
    ({ activity, group }) =>
      `${activity}: la fila TOTAL que no es la última cierra la suma y se lee como grupo ${group}`,
  ),
  LABEL_READ_AS_NO_GROUP: row<OfActivity>(
    'warning',
    ({ activity }) =>
      `${activity}: la fila TOTAL que no es la última podría ser de varios grupos: queda sin grupo`,
  ),
  TOTAL_ROW_NOT_LAST: row<OfActivity>(
    'notice',
    ({ activity }) =>
      `${activity}: una fila TOTAL que no es la última repite la suma de los grupos: no se cuenta como grupo`,
  ),
  TOTAL_ROW_MISSING: row<OfActivity>(
    'warning',
    ({ activity }) => `${activity}: no tiene fila TOTAL: la suma de sus grupos queda sin control`,
  ),
  BLANKS_READ_AS_ZERO: row<{ readonly cells: number }>(
    'notice',
    ({ cells }) => `${String(cells)} celdas de monto vacías se leen como 0.00`,
  ),
  MONTH_DIFFERS: row<{ readonly month: string; readonly corte: string }>(
    'warning',
    ({ month, corte }) => `el encabezado dice mes de ${month} y la fecha de corte es ${corte}`,
  ),
  MONEY_WITHOUT_GROUP: row<OfActivity & { readonly programmed: string; readonly executed: string }>(
    'warning',
    ({ activity, programmed, executed }) =>
      `${activity}: el total no tiene grupos; ${programmed} programados y ${executed} ejecutados quedan sin grupo`,
  ),
  PERCENTAGE_ON_OTHER_ROW: row<OfActivity & { readonly percentage: string }>(
    'notice',
    ({ activity, percentage }) =>
      `${activity}: el porcentaje ${percentage} no está en la fila TOTAL`,
  ),
  PERCENTAGE_MISSING: row<OfActivity>(
    'notice',
    ({ activity }) => `${activity}: no trae el porcentaje de ejecución`,
  ),
  PERCENTAGE_DIFFERS: row<OfActivity & { readonly printed: string; readonly found: string }>(
    'warning',
    ({ activity, printed, found }) =>
      `${activity}: el porcentaje impreso es ${printed} y sus montos dan ${found}`,
  ),
  SUM_DIFFERS: row<
    OfActivity & { readonly column: string; readonly printed: string; readonly found: string }
  >(
    'warning',
    ({ activity, column, printed, found }) =>
      `${activity}: el TOTAL de ${column} dice ${printed} y sus grupos suman ${found}`,
  ),
  TOTAL_DIFFERS: row<{
    readonly row: string;
    readonly column: string;
    readonly printed: string;
    readonly found: string;
  }>(
    'warning',
    ({ row: name, column, printed, found }) =>
      `${name} ${column} dice ${printed} y las filas suman ${found}`,
  ),
  CODE_GAP: row<{ readonly missing: string }>(
    'notice',
    ({ missing }) => `la numeración salta la actividad ${missing}`,
  ),
  GROUP_NOT_IN_CLASSIFIER: row<OfActivity & { readonly group: string }>(
    'warning',
    ({ activity, group }) =>
      `${activity}: el grupo ${group} no está en el clasificador de la gestión`,
  ),
  CELLS_JOINED: row<OfActivity & { readonly rows: number }>(
    'notice',
    ({ activity, rows }) => `${activity}: ${String(rows)} filas vienen juntas en una sola celda`,
  ),
  PLAN_DAY_ASSUMED: row<{ readonly version: string; readonly day: string }>(
    'notice',
    ({ version, day }) =>
      `el plan «${version}» se toma como vigente desde el ${day}: el formulario no dice la fecha`,
  ),
  LINE_REPEATED: row<{ readonly first: number }>(
    'warning',
    ({ first }) =>
      `la misma línea presupuestaria ya está en la línea ${String(first)}: se suman las dos`,
  ),
  SOURCE_ASSUMED: row<{ readonly source: string; readonly lines: number }>(
    'notice',
    ({ source, lines }) => `${String(lines)} líneas sin fuente se toman como ${source}`,
  ),

  // taking it in
  LEDGER_OPENED: row<{ readonly ledger: string }>(
    'notice',
    ({ ledger }) => `el libro ${ledger} no existía y queda abierto`,
  ),
  ORIGINAL_NOT_KNOWN: row(
    'notice',
    () => 'no se conoce el presupuesto original: queda «no conocido» hasta que se registre',
  ),
  FILE_ALREADY_TAKEN: row<{ readonly revision: number }>(
    'notice',
    ({ revision }) =>
      `este archivo ya fue tomado (registro ${String(revision)}): no se escribe nada`,
  ),
  FORM_OUT_OF_ORDER: row<{ readonly corte: string; readonly later: readonly string[] }>(
    'notice',
    ({ corte, later }) =>
      `el formulario con corte ${corte} llega después de los de corte ${later.join(', ')}: lo que ellos dicen queda igual`,
  ),
  FORM_REPLACED: row<{ readonly corte: string; readonly revision: number }>(
    'warning',
    ({ corte, revision }) =>
      `reemplaza al formulario de corte ${corte} (registro ${String(revision)})`,
  ),
  TAKEN_BACK: row<{
    readonly measure: string;
    readonly day: string;
    readonly amount: string;
    readonly cells: number;
  }>(
    'notice',
    ({ measure, day, amount, cells }) =>
      `se retira de ${measure} al ${day}: ${amount} en ${String(cells)} celdas, que otra fecha o registro ya explica`,
  ),
  LEVEL_LOWERED: row<{ readonly cell: string; readonly from: string; readonly to: string }>(
    'warning',
    ({ cell, from, to }) => `${cell}: lo ejecutado baja de ${from} a ${to}`,
  ),
  ACTIVITY_ABSENT: row<OfActivity & { readonly corte: string }>(
    'warning',
    ({ activity, corte }) =>
      `la actividad ${activity} no está en el formulario de corte ${corte}: conserva su nivel`,
  ),
  DOCUMENTS_EXCEED_FORM: row<{
    readonly cell: string;
    readonly documents: string;
    readonly stated: string;
    readonly corte: string;
  }>(
    'warning',
    ({ cell, documents, stated, corte }) =>
      `${cell}: los documentos que el formulario de corte ${corte} incluye suman ${documents} y él declara ${stated}`,
  ),
  VERSION_RETURNS: row<{ readonly version: string; readonly corte: string }>(
    'warning',
    ({ version, corte }) =>
      `la versión «${version}» vuelve en el corte ${corte} después de otra: la diferencia es un ajuste sin nombre de ese día`,
  ),
  OVERSPENT: row<{ readonly cell: string; readonly exceeded: string; readonly day: string }>(
    'warning',
    ({ cell, exceeded, day }) => `${cell}: lo usado supera lo vigente en ${exceeded} el ${day}`,
  ),

  // auditing a ledger at a cut-off
  ...auditFindings,

  // a store on servers
  ...storeFindings,
} as const;

export type FindingCode = keyof typeof findings;
export type FindingFacts<Code extends FindingCode> = Parameters<(typeof findings)[Code]['text']>[0];
