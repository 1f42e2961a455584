/* eslint-disable max-lines -- one table holds every code and its sentence, so that none is said twice */
import { accessFailures } from './access-failures.ts';
import { type FailureKind, row } from './failure-row.ts';

/**
 * Every refusal of the system: its stable code, its kind (edges turn it into a status or an exit
 * code) and what it says to people. A new rule that says no begins with a row here.
 */
export type { FailureKind };

const stageWords: Readonly<Record<string, string>> = {
  reserved: 'preventivo',
  committed: 'compromiso',
  executed: 'devengado',
  paid: 'pagado',
};

interface Text {
  readonly text: string;
}
interface Known {
  readonly name: string;
  readonly known: readonly string[];
}

const oneOf = (known: readonly string[], none = 'no hay ninguno'): string =>
  known.length === 0
    ? none
    : `existen: ${known.slice(0, 12).join(', ')}${known.length > 12 ? ', …' : ''}`;

const list = (items: readonly string[]): string => items.join('; ');

export const failures = {
  ...accessFailures,

  // values
  INVALID_AMOUNT: row<Text>(
    'invalid',
    ({ text }) =>
      `«${text}» no es un monto: se espera 1234.56, con hasta doce cifras y dos decimales`,
  ),
  TOTAL_TOO_LARGE: row('invalid', () => 'la suma sale del rango en que los centavos son exactos'),
  INVALID_PERCENTAGE: row<Text>(
    'invalid',
    ({ text }) => `«${text}» no es un porcentaje: se espera 66.40, de 0 a 999.99`,
  ),
  INVALID_DATE: row<Text>(
    'invalid',
    ({ text }) => `«${text}» no es una fecha del calendario (AAAA-MM-DD)`,
  ),
  INVALID_MONTH_DAY: row<Text>(
    'invalid',
    ({ text }) => `«${text}» no es un día de la gestión: se espera MM-DD o una fecha AAAA-MM-DD`,
  ),
  INVALID_INSTANT: row<Text>(
    'invalid',
    ({ text }) =>
      `«${text}» no es un momento: se espera un día, un instante con zona (2021-01-15T18:00:00-04:00) o el número de un registro`,
  ),
  INVALID_ACTIVITY_CODE: row<Text>(
    'invalid',
    ({ text }) => `«${text}» no es un código de actividad (11.02.02)`,
  ),
  INVALID_OBJECT_CODE: row<Text>(
    'invalid',
    ({ text }) => `«${text}» no es un objeto del gasto de cinco cifras (20000)`,
  ),
  INVALID_SOURCE: row<Text>(
    'invalid',
    ({ text }) => `«${text}» no es una fuente: dos cifras, TGN u OTRAS`,
  ),
  INVALID_LEDGER_ID: row<Text>(
    'invalid',
    ({ text }) => `«${text}» no identifica un libro (41-SENAVEX-2020)`,
  ),
  INVALID_COMMAND: row<{ readonly problem: string }>('invalid', ({ problem }) => problem),
  INVALID_SETTINGS: row<{ readonly problem: string }>(
    'invalid',
    ({ problem }) => `la configuración de los hallazgos no se puede usar: ${problem}`,
  ),
  INVALID_VALUE: row<{ readonly field: string; readonly problem: string }>(
    'invalid',
    ({ field, problem }) => `${field}: ${problem}`,
  ),

  // requests over HTTP
  ROUTE_NOT_FOUND: row<{ readonly url: string }>(
    'missing',
    ({ url }) => `no hay nada en ${url}: los libros están en /api/v1/ledgers`,
  ),
  METHOD_NOT_ALLOWED: row<{
    readonly method: string;
    readonly url: string;
    readonly allowed: readonly string[];
  }>(
    'invalid',
    ({ method, url, allowed }) => `${url} no admite ${method}: se espera ${allowed.join(', ')}`,
  ),
  REQUEST_NOT_VALID: row('invalid', () => 'lo que llegó no es un pedido HTTP que se pueda leer'),
  URL_NOT_VALID: row(
    'invalid',
    () => 'la dirección no se puede leer: lo que no es ASCII va codificado con % y dos cifras',
  ),
  HEADERS_TOO_LARGE: row('invalid', () => 'los encabezados del pedido ocupan demasiado'),
  BODY_NOT_READABLE: row('invalid', () => 'el cuerpo del pedido no es JSON bien formado'),
  BODY_TOO_LARGE: row<{ readonly limit: number }>(
    'invalid',
    ({ limit }) => `el cuerpo del pedido pasa de ${String(limit)} bytes (POA_BODY_LIMIT)`,
  ),
  MEDIA_TYPE_NOT_SUPPORTED: row<{ readonly type: string }>(
    'invalid',
    ({ type }) =>
      `no se reciben cuerpos de tipo «${type}»: las órdenes van en application/json y los archivos en application/octet-stream, sin comprimir`,
  ),
  IDEMPOTENCY_KEY_MISSING: row(
    'invalid',
    () =>
      'falta Idempotency-Key: una identificación del pedido, la misma si se repite, de 8 a 128 letras, cifras, o alguno de . : _ -',
  ),
  REQUEST_TIMEOUT: row('unavailable', () => 'el pedido tardó demasiado en llegar entero'),
  ANSWER_TIMEOUT: row<{ readonly seconds: number }>(
    'unavailable',
    ({ seconds }) => `la respuesta no estuvo lista en ${String(seconds)} s: vuelva a intentarlo`,
  ),
  RATE_EXCEEDED: row<{ readonly perMinute: number; readonly seconds: number }>(
    'unavailable',
    ({ perMinute, seconds }) =>
      `más de ${String(perMinute)} pedidos por minuto desde una dirección: espere ${String(seconds)} s`,
  ),
  INTERNAL_ERROR: row(
    'defect',
    () =>
      'el programa falló y no es culpa del pedido: avise a quien cuida el servicio, con la identificación de este pedido (correlationId)',
  ),

  // the ledger
  LEDGER_NOT_FOUND: row<Known>(
    'missing',
    ({ name, known }) => `no existe el libro ${name}; ${oneOf(known)}`,
  ),
  LEDGER_NOT_CHOSEN: row<{ readonly known: readonly string[] }>(
    'invalid',
    ({ known }) => `falta --ledger; ${oneOf(known)}`,
  ),
  LEDGER_ALREADY_OPEN: row<{ readonly ledger: string }>(
    'refused',
    ({ ledger }) => `el libro ${ledger} ya está abierto`,
  ),
  LEDGER_IS_CLOSED: row<{ readonly ledger: string }>(
    'refused',
    ({ ledger }) =>
      `la gestión del libro ${ledger} está cerrada: solo se emiten reportes, o se reabre con autorización`,
  ),
  LEDGER_IS_NOT_CLOSED: row<{ readonly ledger: string }>(
    'refused',
    ({ ledger }) => `la gestión del libro ${ledger} no está cerrada`,
  ),
  OTHER_LEDGER: row<{ readonly stated: string; readonly ledger: string }>(
    'refused',
    ({ stated, ledger }) =>
      `lo que se da es de ${stated} y el libro es ${ledger}: otra área o gestión`,
  ),
  OUTSIDE_FISCAL_YEAR: row<{ readonly day: string; readonly fiscalYear: number }>(
    'refused',
    ({ day, fiscalYear }) =>
      `la fecha de efecto ${day} no está en la gestión ${String(fiscalYear)}`,
  ),
  CUT_OFF_OUTSIDE_FISCAL_YEAR: row<{ readonly day: string; readonly fiscalYear: number }>(
    'invalid',
    ({ day, fiscalYear }) =>
      `la fecha de corte ${day} no está en la gestión ${String(fiscalYear)}: use un día entre ${String(fiscalYear)}-01-01 y ${String(fiscalYear)}-12-31`,
  ),
  KNOWN_BEFORE_LEDGER: row<{ readonly known: string; readonly first: string }>(
    'invalid',
    ({ known, first }) =>
      `nada estaba registrado hasta ${known}: el primer registro es de ${first}`,
  ),
  KNOWN_IN_FUTURE: row<{ readonly known: string; readonly last: string }>(
    'invalid',
    ({ known, last }) => `${known} está en el futuro: lo último registrado es ${last}`,
  ),
  REVISION_NOT_FOUND: row<{ readonly revision: number; readonly last: number }>(
    'missing',
    ({ revision, last }) =>
      `no existe el registro ${String(revision)}: el último es el ${String(last)}`,
  ),

  // several ledgers together
  NO_LEDGER_MATCHES: row<{ readonly known: readonly string[] }>(
    'missing',
    ({ known }) => `ningún libro es de esa entidad y gestión; ${oneOf(known)}`,
  ),
  REVISION_OF_ONE_LEDGER: row<{ readonly revision: number }>(
    'invalid',
    ({ revision }) =>
      `el registro ${String(revision)} es de un solo libro: para varios se espera un día o un instante con zona`,
  ),
  ZONES_DIFFER: row<{ readonly zones: readonly string[] }>(
    'invalid',
    ({ zones }) =>
      `los libros son de husos distintos (${list(zones)}) y un día no termina en todos a la vez: dé un instante con zona`,
  ),
  CURRENCIES_DIFFER: row<{ readonly currencies: readonly string[] }>(
    'refused',
    ({ currencies }) =>
      `los libros son de monedas distintas (${list(currencies)}): no se suman; elija libros de una sola`,
  ),

  // what a question names
  INVALID_REFERENCE: row<Text>(
    'invalid',
    ({ text }) =>
      `«${text}» no es una referencia: se espera original, current, last-month, adjustment:NOMBRE, report:NÚMERO, period:DÍA, o un corte AAAA-MM-DD[@REGISTRADO-HASTA]; same-day en una sola de las dos`,
  ),
  INVALID_SOURCE_CLASS: row<Text>(
    'invalid',
    ({ text }) => `«${text}» no es una clase de fuente: TGN, OTRAS o none (sin fuente)`,
  ),
  INVALID_PRESET: row<Text>(
    'invalid',
    ({ text }) =>
      `«${text}» no es una comparación preparada: se espera plan, month, report:NÚMERO o period:DÍA`,
  ),
  ORIGINAL_NOT_APPROVED: row(
    'missing',
    () =>
      'no hay un POA original aprobado en lo registrado: compare con un corte (AAAA-MM-DD) o con una modificación (adjustment:NOMBRE)',
  ),
  ADJUSTMENT_AMBIGUOUS: row<{ readonly name: string; readonly found: readonly string[] }>(
    'invalid',
    ({ name, found }) =>
      `«${name}» nombra varias modificaciones: ${list(found)}; use adjustment: con la identificación de una`,
  ),
  REPORT_NOT_FOUND: row<Known>(
    'missing',
    ({ name, known }) => `no se emitió el reporte ${name}; ${oneOf(known)}`,
  ),
  REPORT_AMBIGUOUS: row<{ readonly number: string; readonly found: readonly string[] }>(
    'invalid',
    ({ number, found }) =>
      `el número ${number} es de varios reportes: diga de cuál, ${list(found)}`,
  ),
  CLOSING_NOT_FOUND: row<{ readonly through: string; readonly known: readonly string[] }>(
    'missing',
    ({ through, known }) => `ningún período se cerró hasta el ${through}; ${oneOf(known)}`,
  ),
  CELL_NOT_FOUND: row<{
    readonly cell: string;
    readonly dimension: string;
    readonly known: readonly string[];
  }>(
    'missing',
    ({ cell, dimension, known }) => `no hay ${dimension} ${cell} en esa vista; ${oneOf(known)}`,
  ),
  RECORD_NOT_SEEN: row<{
    readonly revision: number;
    readonly day: string;
    readonly effective: string;
  }>(
    'invalid',
    ({ revision, day, effective }) =>
      `el registro ${String(revision)} cuenta desde el ${day} y la fecha de corte es ${effective}: pida un corte posterior, o comience por otro registro`,
  ),

  // activities
  ACTIVITY_NOT_FOUND: row<Known>(
    'missing',
    ({ name, known }) => `no existe la actividad ${name}; ${oneOf(known, 'no hay ninguna')}`,
  ),
  ACTIVITY_NOT_IN_FORCE: row<{ readonly activity: string; readonly day: string }>(
    'refused',
    ({ activity, day }) => `la actividad ${activity} no está vigente el ${day}`,
  ),
  ACTIVITY_ALREADY_REGISTERED: row<{ readonly code: string }>(
    'refused',
    ({ code }) => `ya hay una actividad vigente con el código ${code}`,
  ),
  ACTIVITY_HAS_BUDGET: row<{
    readonly activity: string;
    readonly available: string;
    readonly day: string;
  }>(
    'refused',
    ({ activity, available, day }) =>
      `la actividad ${activity} tiene ${available} de saldo el ${day}: primero se traspasa o disminuye`,
  ),
  GROUP_NOT_FOUND: row<Known>(
    'missing',
    ({ name, known }) => `el clasificador de la gestión no tiene el grupo ${name}; ${oneOf(known)}`,
  ),
  NOTHING_CHANGES: row(
    'refused',
    () => 'no hay nada que cambiar: los datos son los que ya están registrados',
  ),
  ENDS_BEFORE_IT_STARTS: row<{ readonly start: string; readonly end: string }>(
    'refused',
    ({ start, end }) => `la actividad terminaría (${end}) antes de comenzar (${start})`,
  ),

  // the plan and its changes
  EMPTY_LINES: row('invalid', () => 'no hay ninguna línea con monto'),
  NEGATIVE_AMOUNT: row<{ readonly cell: string; readonly amount: string }>(
    'refused',
    ({ cell, amount }) => `monto negativo ${amount} en ${cell}`,
  ),
  PLAN_ALREADY_APPROVED: row(
    'refused',
    () => 'el POA ya está aprobado: de aquí en adelante solo lo cambia una modificación',
  ),
  PLAN_NOT_APPROVED: row(
    'refused',
    () => 'el POA original no está aprobado: antes de modificarlo se aprueba con su instrumento',
  ),
  PLAN_IS_EMPTY: row('refused', () => 'no hay presupuesto programado que aprobar'),
  DISTRIBUTION_NOT_BALANCED: row<{ readonly source: string; readonly difference: string }>(
    'refused',
    ({ source, difference }) =>
      `las líneas de una distribución suman cero por fuente: las de ${source} suman ${difference}`,
  ),
  DISTRIBUTION_BETWEEN_ACTIVITIES: row<{ readonly cell: string }>(
    'refused',
    ({ cell }) =>
      `${cell} pierde presupuesto ya distribuido en favor de otra actividad o grupo: eso es un traspaso (adjust), no una distribución`,
  ),
  ADJUSTMENT_SIGN: row<{
    readonly adjustmentKind: string;
    readonly cell: string;
    readonly amount: string;
  }>(
    'refused',
    ({ adjustmentKind, cell, amount }) =>
      `${adjustmentKind}: el cambio de ${amount} en ${cell} tiene el signo contrario`,
  ),
  TRANSFER_NOT_BALANCED: row<{ readonly difference: string }>(
    'refused',
    ({ difference }) =>
      `un traspaso suma cero o nombra su contraparte fuera del libro: sus líneas suman ${difference}`,
  ),
  NET_EFFECT_DIFFERS: row<{ readonly stated: string; readonly found: string }>(
    'refused',
    ({ stated, found }) =>
      `la reformulación declara un efecto neto de ${stated} y sus líneas suman ${found}`,
  ),
  NET_EFFECT_MISSING: row<{ readonly found: string }>(
    'refused',
    ({ found }) => `una reformulación declara su efecto neto: sus líneas suman ${found}`,
  ),
  INSTRUMENT_MISSING: row(
    'refused',
    () => 'falta el instrumento de la modificación: solo una importación puede omitirlo',
  ),
  ADJUSTMENT_NOT_FOUND: row<Known>(
    'missing',
    ({ name, known }) => `no existe la modificación ${name}; ${oneOf(known, 'no hay ninguna')}`,
  ),
  ADJUSTMENT_ALREADY_DOCUMENTED: row<{ readonly adjustment: string }>(
    'refused',
    ({ adjustment }) => `la modificación ${adjustment} ya tiene instrumento`,
  ),
  ADJUSTMENT_DIFFERS: row<{ readonly adjustment: string }>(
    'refused',
    ({ adjustment }) =>
      `la modificación ${adjustment} ya existe con otro nombre, clase o instrumento`,
  ),

  // money
  BUDGET_EXCEEDED: row<{
    readonly cell: string;
    readonly requested: string;
    readonly available: string;
    readonly day: string;
    readonly undistributed?: string;
  }>(
    'refused',
    ({ cell, requested, available, day, undistributed }) =>
      `${cell}: se piden ${requested} y hay ${available} (saldo más bajo, el ${day})${undistributed === undefined ? '' : `; ${undistributed} están sin distribuir y pueden distribuirse antes (distribute)`}`,
  ),
  BELOW_ZERO: row<{
    readonly measure: string;
    readonly cell: string;
    readonly balance: string;
    readonly day: string;
  }>(
    'refused',
    ({ measure, cell, balance, day }) => `${cell}: ${measure} quedaría en ${balance} el ${day}`,
  ),
  FORM_EXECUTES_ABOVE_BUDGET: row<{ readonly cells: readonly string[] }>(
    'refused',
    ({ cells }) =>
      `el formulario ejecuta más que lo vigente en ${list(cells)}; con control «warn» entra como hallazgo`,
  ),
  DOCUMENT_ALREADY_RECORDED: row<{ readonly document: string; readonly stage: string }>(
    'refused',
    ({ document, stage }) =>
      `el documento ${document} ya está registrado (${stageWords[stage] ?? stage}): un pago parcial lleva otra secuencia`,
  ),
  DOCUMENT_NOT_FOUND: row<{ readonly document: string }>(
    'missing',
    ({ document }) => `no está registrado el documento ${document}`,
  ),
  DOCUMENT_IN_OTHER_CHAIN: row<{ readonly document: string; readonly follows: string }>(
    'refused',
    ({ document, follows }) =>
      `el documento ${document} ya pertenece a otra cadena que la de ${follows}`,
  ),
  STAGE_EXCEEDS_PREVIOUS: row<{
    readonly stage: string;
    readonly amount: string;
    readonly previous: string;
    readonly previousAmount: string;
    readonly cell: string;
    readonly day: string;
  }>(
    'refused',
    ({ stage, amount, previous, previousAmount, cell, day }) =>
      `${cell}: ${stage} llegaría a ${amount} el ${day} y ${previous} de la misma cadena es ${previousAmount}`,
  ),
  STATED_BY_FORMS: row<{ readonly day: string; readonly cortes: readonly string[] }>(
    'refused',
    ({ day, cortes }) =>
      `hay formularios con corte ${cortes.join(', ')}, del ${day} o posteriores: diga si lo incluyen (--within; por HTTP, forms.within) o si les falta (--beyond [CORTE]; por HTTP, forms.beyond)`,
  ),
  CORTE_NOT_STATED: row<{ readonly corte: string; readonly cortes: readonly string[] }>(
    'refused',
    ({ corte, cortes }) =>
      `${corte} no es un corte posterior al registro, o ningún formulario lo declara; ${oneOf(cortes)}`,
  ),
  ACTIVITY_NOT_STATED: row<{ readonly activity: string; readonly corte: string }>(
    'refused',
    ({ activity, corte }) =>
      `el formulario de corte ${corte} no lista ${activity}: no hay nivel que corregir`,
  ),
  ENTRY_NOT_REVERSIBLE: row<{ readonly revision: number; readonly type: string }>(
    'refused',
    ({ revision }) =>
      `el registro ${String(revision)} no se revierte: solo lo programado sin aprobar y las entradas de documentos; una modificación se deshace con otra`,
  ),
  REVERSAL_BEFORE_ENTRY: row<{ readonly day: string; readonly entryDay: string }>(
    'refused',
    ({ day, entryDay }) =>
      `la reversión (${day}) no puede ser anterior a lo que revierte (${entryDay})`,
  ),
  REVERSAL_EXCEEDS_ENTRY: row<{
    readonly cell: string;
    readonly requested: string;
    readonly left: string;
  }>(
    'refused',
    ({ cell, requested, left }) => `${cell}: se revierten ${requested} y quedan ${left}`,
  ),

  // periods, control, reports
  PERIOD_IS_CLOSED: row<{ readonly day: string; readonly through: string }>(
    'refused',
    ({ day, through }) =>
      `el período está cerrado hasta el ${through}: ${day} no admite registros (reabra con autorización, o registre en el mes abierto)`,
  ),
  PERIOD_ALREADY_CLOSED: row<{ readonly through: string }>(
    'refused',
    ({ through }) => `el período ya está cerrado hasta el ${through}`,
  ),
  PERIOD_NOT_CLOSED: row<{ readonly from: string }>(
    'refused',
    ({ from }) => `el período desde el ${from} no está cerrado`,
  ),
  CONTROL_UNCHANGED: row('refused', () => 'el control ya es ese'),
  SIGNATURES_MISSING: row(
    'refused',
    () =>
      'hacen falta tres firmas, de quien lo elaboró, de quien lo revisó y de quien lo aprobó: un borrador las reúne',
  ),
  SIGNATURES_NOT_DISTINCT: row<{ readonly person: string }>(
    'refused',
    ({ person }) =>
      `${person} firma más de una vez: elaboran, revisan y aprueban tres personas distintas`,
  ),
  SIGNATURES_DIFFER: row<{ readonly stated: string; readonly signed: string }>(
    'refused',
    ({ stated, signed }) =>
      `el reporte dice que lo elaboraron, revisaron y aprobaron ${stated}, y lo firman ${signed}`,
  ),
  REPORT_ALREADY_ISSUED: row<{ readonly report: string; readonly number: string }>(
    'refused',
    ({ report, number }) => `el reporte ${report} número ${number} ya fue emitido`,
  ),

  // files taken in
  FILE_NOT_FOUND: row<{ readonly path: string }>(
    'missing',
    ({ path }) => `no se puede leer el archivo ${path}`,
  ),
  FILE_NOT_RECOGNISED: row<{ readonly reason: string }>(
    'invalid',
    ({ reason }) =>
      `el archivo no es un Formulario N.5.B ni un presupuesto original en CSV: ${reason}`,
  ),
  FILE_NOT_TEXT: row('invalid', () => 'el archivo no es texto UTF-8'),
  FORM_CUT_OFF: row<{ readonly missing: string }>(
    'invalid',
    ({ missing }) => `el formulario está incompleto: falta ${missing}`,
  ),
  FORM_HEADER_MISSING: row<{ readonly field: string }>(
    'invalid',
    ({ field }) => `el encabezado no dice ${field}`,
  ),
  FORM_HEADER_DIFFERS: row<{
    readonly field: string;
    readonly first: string;
    readonly text: string;
  }>(
    'invalid',
    ({ field, first, text }) => `${field} es «${text}» y en la primera página «${first}»`,
  ),
  FORM_ROW_UNREADABLE: row<{ readonly problem: string }>('invalid', ({ problem }) => problem),
  FORM_CELLS_RAGGED: row<{ readonly expected: number; readonly found: number }>(
    'invalid',
    ({ expected, found }) =>
      `la celda junta ${String(found)} valores y los grupos son ${String(expected)}`,
  ),
  FORM_TOTAL_DIFFERS: row<{
    readonly column: string;
    readonly printed: string;
    readonly found: string;
  }>(
    'refused',
    ({ column, printed, found }) =>
      `TOTAL GENERAL ${column} dice ${printed} y las filas suman ${found} (--accept-differences lo admite como hallazgo; por HTTP, acceptDifferences=true)`,
  ),
  DUPLICATE_ACTIVITY: row<{ readonly code: string; readonly first: number }>(
    'invalid',
    ({ code, first }) => `la actividad ${code} ya está en la línea ${String(first)}`,
  ),
  DUPLICATE_GROUP: row<{ readonly code: string; readonly group: string }>(
    'invalid',
    ({ code, group }) => `el grupo ${group} está dos veces en la actividad ${code}`,
  ),
  NUMBER_FORMATS_MIXED: row<{ readonly first: string; readonly other: string }>(
    'invalid',
    ({ first, other }) => `«${first}» y «${other}» no siguen el mismo formato de números`,
  ),
  NUMBER_FORMAT_UNKNOWN: row<{ readonly example: string }>(
    'invalid',
    ({ example }) =>
      `no se sabe si «${example}» usa punto o coma decimal: dígalo con --decimal point|comma (por HTTP, decimal=point|comma)`,
  ),
  INVALID_PRINTED_AMOUNT: row<Text>('invalid', ({ text }) => `«${text}» no es un monto`),
  ADJUSTED_ON_NEEDED: row<{ readonly version: string }>(
    'invalid',
    ({ version }) =>
      `el plan «${version}» no dice desde cuándo rige: indíquelo con --adjusted-on AAAA-MM-DD (por HTTP, adjustedOn=AAAA-MM-DD)`,
  ),
  CSV_COLUMN_MISSING: row<{ readonly column: string }>(
    'invalid',
    ({ column }) => `falta la columna ${column}`,
  ),
  CSV_LEDGERS_MIXED: row<{ readonly first: string; readonly other: string }>(
    'invalid',
    ({ first, other }) => `el archivo es del libro ${first} y esta línea de ${other}`,
  ),

  // commands that are recorded
  COMMAND_ID_REUSED: row<{ readonly commandId: string }>(
    'conflict',
    ({ commandId }) => `la orden ${commandId} ya fue registrada con otro contenido`,
  ),
  REVISION_MOVED: row<{ readonly expected: number; readonly actual: number }>(
    'conflict',
    ({ expected, actual }) =>
      `el libro avanzó: se esperaba el registro ${String(expected)} y va en el ${String(actual)}`,
  ),
  BUSY: row(
    'unavailable',
    () => 'el libro está muy ocupado: nada se escribió, vuelva a intentarlo',
  ),
  OUTCOME_UNKNOWN: row<{ readonly commandId: string }>(
    'unavailable',
    ({ commandId }) =>
      `no se sabe si la orden ${commandId} quedó registrada: repítala igual, con la misma identificación`,
  ),
  CLOCK_SKEW: row<{ readonly now: string; readonly last: string }>(
    'unavailable',
    ({ now, last }) =>
      `el reloj de esta máquina (${now}) está atrasado respecto del último registro (${last})`,
  ),

  // the service and who asks it
  PORT_NOT_USABLE: row<{ readonly port: string }>(
    'unavailable',
    ({ port }) => `no se puede escuchar en el puerto ${port} (POA_PORT): está ocupado o no es uno`,
  ),
  VARIABLE_NOT_VALID: row<{
    readonly variable: string;
    readonly text: string;
    readonly expected: string;
  }>(
    'invalid',
    ({ variable, text, expected }) => `${variable} dice «${text}» y se espera ${expected}`,
  ),
  VARIABLE_UNKNOWN: row<{ readonly variable: string; readonly nearest: string }>(
    'invalid',
    ({ variable, nearest }) => `no hay ninguna variable ${variable}: ¿quiso decir ${nearest}?`,
  ),
  STORE_NEEDED: row<{ readonly server: string }>(
    'invalid',
    ({ server }) =>
      `${server} no responde a esta orden: se da sobre el almacén, con --store y sin --server (POA_SERVER)`,
  ),
  SERVER_NOT_REACHED: row<{ readonly server: string }>(
    'unavailable',
    ({ server }) => `no se llega a ${server} (--server o POA_SERVER), o no responde`,
  ),
  SERVER_NOT_UNDERSTOOD: row<{ readonly server: string }>(
    'unavailable',
    ({ server }) =>
      `lo que responde ${server} no es lo que se espera: no es un servidor de libros, o es de otra versión`,
  ),
  NOT_READY: row<{ readonly problem: string }>(
    'unavailable',
    ({ problem }) => `el servicio no está listo: ${problem}`,
  ),

  // the store
  STORE_NOT_SAFE: row<{ readonly store: string; readonly findings: readonly string[] }>(
    'refused',
    ({ store, findings }) => `el almacén ${store} no está puesto como debe: ${findings.join(', ')}`,
  ),
  STORE_NOT_WRITABLE: row<{ readonly path: string }>(
    'unavailable',
    ({ path }) => `el almacén ${path} es de solo lectura para este usuario`,
  ),
  STORE_NOT_READABLE: row<{ readonly path: string; readonly reason: string }>(
    'unavailable',
    ({ path, reason }) => `el almacén ${path} no se puede leer con este usuario: ${reason}`,
  ),
  STORE_LOCKED: row<{ readonly path: string }>(
    'unavailable',
    ({ path }) => `otro proceso tiene ocupado el almacén ${path}`,
  ),
  STORE_FULL: row<{ readonly path: string }>(
    'unavailable',
    ({ path }) => `no hay espacio para escribir en el almacén ${path}: nada se escribió`,
  ),
  STORE_NOT_FOUND: row<{ readonly path: string }>(
    'missing',
    ({ path }) =>
      `no hay un almacén en ${path}: lo crean import, open y demo, o nombre otro con --store`,
  ),
  STORE_DAMAGED: row<{ readonly path: string; readonly reason: string }>(
    'damaged',
    ({ path, reason }) => `el almacén ${path} está dañado o no es un almacén: ${reason}`,
  ),
  STORE_FROM_NEWER_VERSION: row<{ readonly path: string; readonly version: number }>(
    'unavailable',
    ({ path, version }) =>
      `el almacén ${path} es de una versión más nueva (${String(version)}) de este programa`,
  ),

  // a store on servers
  STORE_ADDRESS_INVALID: row<{ readonly store: string; readonly reason: string }>(
    'invalid',
    ({ store, reason }) =>
      `la dirección ${store} no se entiende: ${reason}; se espera esdb://usuario:clave@servidor:2113?tls=true`,
  ),
  STORE_UNREACHABLE: row<{ readonly store: string; readonly reason: string }>(
    'unavailable',
    ({ store, reason }) =>
      `no se llega al servidor ${store}: ${reason}; revise que esté en marcha y que el nombre y el puerto sean los suyos, y vuelva a intentarlo`,
  ),
  STORE_ACCESS_DENIED: row<{ readonly store: string; readonly account: string }>(
    'unavailable',
    ({ store, account }) =>
      `el servidor ${store} no da permiso a la cuenta «${account}»: revise el usuario y la clave de la dirección, o pida a un administrador que prepare el almacén para ella`,
  ),
  STORE_CERTIFICATE_REFUSED: row<{ readonly store: string; readonly reason: string }>(
    'unavailable',
    ({ store, reason }) =>
      `el certificado del servidor ${store} no se acepta (${reason}): indique con tlsCAFile la autoridad que lo firmó y use el nombre que él lleva`,
  ),
  STORE_TOO_OLD: row<{
    readonly store: string;
    readonly version: string;
    readonly oldest: string;
  }>(
    'unavailable',
    ({ store, version, oldest }) =>
      `el servidor ${store} es de la versión ${version}: actualícelo a la ${oldest} o una posterior`,
  ),
  STORE_IS_READ_ONLY: row<{ readonly store: string }>(
    'unavailable',
    ({ store }) =>
      `${store} es una réplica de solo lectura: use la dirección de los otros nodos del grupo`,
  ),
  STORE_NOT_FOLLOWABLE: row<{ readonly store: string; readonly account: string }>(
    'unavailable',
    ({ store, account }) =>
      `la cuenta «${account}» no puede leer $all en ${store}, y sin ello no se listan ni se siguen los libros: pida a un administrador que prepare el almacén para ella`,
  ),
  STORE_WITHOUT_ACCOUNTS: row<{ readonly store: string }>(
    'refused',
    ({ store }) =>
      `${store} no tiene cuentas (es una carpeta, o un servidor con tls=false, que no es para datos que importen): no hay nada que preparar`,
  ),
  ACCOUNT_NOT_ACCEPTED: row<{ readonly account: string; readonly reason: string }>(
    'invalid',
    ({ account, reason }) => `no se puede crear la cuenta «${account}»: ${reason}`,
  ),
  CHANGE_TOO_LARGE: row<{ readonly size: number; readonly limit: number }>(
    'refused',
    ({ size, limit }) =>
      `el cambio ocupa ${String(size)} bytes y el servidor admite ${String(limit)} por escritura: nada se escribió; suba MaxAppendSize en el servidor (hasta 16767216) o divida el cambio`,
  ),

  // backups and copies
  TARGET_EXISTS: row<{ readonly path: string; readonly found: string }>(
    'conflict',
    ({ path, found }) => `no se escribe sobre lo que ya está: ${path} ${found}`,
  ),
  BACKUP_NOT_SUPPORTED: row(
    'unavailable',
    () => 'este almacén no se copia a un archivo: pase sus libros a otro almacén con poa copy',
  ),
  COPY_NOT_WRITABLE: row<{ readonly path: string; readonly reason: string }>(
    'unavailable',
    ({ path, reason }) => `no se puede escribir ${path}: ${reason}; nada quedó escrito`,
  ),
  COPY_DIVERGED: row<{ readonly ledger: string; readonly revision: number }>(
    'conflict',
    ({ ledger, revision }) =>
      `${ledger}: el destino tiene otra historia (difiere en el registro ${String(revision)} o antes): no se copia sobre ella`,
  ),
  COPY_INTERRUPTED: row<{ readonly ledger: string; readonly revision: number }>(
    'unavailable',
    ({ ledger, revision }) =>
      `${ledger}: la copia se interrumpió en el registro ${String(revision)}; la misma orden sigue desde ahí`,
  ),
  COPY_TO_ITSELF: row<{ readonly store: string }>(
    'invalid',
    ({ store }) => `${store} es el origen y el destino: indique dos almacenes`,
  ),
  BACKUP_NOT_RECOGNISED: row<{ readonly path: string; readonly reason: string }>(
    'invalid',
    ({ path, reason }) => `${path} no es una copia de un almacén: ${reason}`,
  ),
  BACKUP_FROM_NEWER_VERSION: row<{ readonly path: string; readonly version: number }>(
    'unavailable',
    ({ path, version }) =>
      `la copia ${path} es de una versión más nueva (${String(version)}) de este programa`,
  ),
  BACKUP_DAMAGED: row<{ readonly path: string; readonly reason: string }>(
    'damaged',
    ({ path, reason }) => `la copia ${path} está dañada: ${reason}`,
  ),
  BACKUP_OF_OTHER_STORE: row<{
    readonly path: string;
    readonly ledger: string;
    readonly known: readonly string[];
  }>(
    'refused',
    ({ path, ledger, known }) =>
      `la copia ${path} es de otro almacén: no tiene el libro ${ledger}; ${oneOf(known)}`,
  ),

  // what is stored, and its proofs
  KEPT_FILE_DAMAGED: row<{ readonly file: string }>(
    'damaged',
    ({ file }) => `el archivo guardado ${file} ya no tiene esa SHA-256: fue cambiado`,
  ),
  KEPT_FILE_MISSING: row<{
    readonly ledger: string;
    readonly revision: number;
    readonly file: string;
  }>(
    'damaged',
    ({ ledger, revision, file }) =>
      `${ledger}: falta el archivo ${file}, que el registro ${String(revision)} nombra`,
  ),
  UNKNOWN_EVENT: row<{
    readonly ledger: string;
    readonly revision: number;
    readonly type: string;
    readonly version: number;
  }>(
    'damaged',
    ({ ledger, revision, type, version }) =>
      `${ledger}: el registro ${String(revision)} (${type} v${String(version)}) es de una versión más nueva de este programa`,
  ),
  DAMAGED_RECORD: row<Text>('damaged', ({ text }) => `un registro no se puede leer: ${text}`),
  LEDGER_DAMAGED: row<{
    readonly ledger: string;
    readonly revision: number;
    readonly reason: string;
  }>(
    'damaged',
    ({ ledger, revision, reason }) =>
      `${ledger}: el registro ${String(revision)} no es el que se escribió: ${reason}`,
  ),
  TREE_SIZE_INVALID: row<{
    readonly name: string;
    readonly size: number;
    readonly records: number;
  }>(
    'invalid',
    ({ name, size, records }) =>
      `${name}: no hay un árbol de ${String(size)} registros; se espera un número de 1 a ${String(records)}`,
  ),
  PROOF_NOT_RECOGNISED: row<{ readonly problem: string }>(
    'invalid',
    ({ problem }) => `no es una prueba de las que escribe poa prove: ${problem}`,
  ),
  PROOF_DOES_NOT_HOLD: row<{ readonly reason: string }>(
    'damaged',
    ({ reason }) => `la prueba no se sostiene: ${reason}`,
  ),
  HEAD_DIFFERS: row<{
    readonly ledger: string;
    readonly revision: number;
    readonly expected: string;
    readonly found: string;
  }>(
    'damaged',
    ({ ledger, revision, expected, found }) =>
      `${ledger}: la raíz del registro ${String(revision)} es ${found} y la que se guardó fuera es ${expected}: la historia fue cambiada`,
  ),
  HEAD_MISSING: row<{ readonly ledger: string; readonly revision: number; readonly last: number }>(
    'damaged',
    ({ ledger, revision, last }) =>
      `${ledger}: la cabeza guardada fuera es del registro ${String(revision)} y el libro termina en el ${String(last)}: falta el final`,
  ),
} as const;

export type FailureCode = keyof typeof failures;
export type FailureFacts<Code extends FailureCode> = Parameters<(typeof failures)[Code]['text']>[0];
