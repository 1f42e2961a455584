import type { ApiPropertyOptions } from '@nestjs/swagger';

const text = (
  description: string,
  example: string,
  pattern: string,
  required = false,
): ApiPropertyOptions => ({
  type: String,
  required,
  description,
  example,
  pattern,
});

const choice = (description: string, choices: readonly string[], example: string) => ({
  type: String,
  required: false,
  description,
  example,
  enum: [...choices],
});

const day = String.raw`\d{4}-\d{2}-\d{2}`;
const moment = String.raw`(${day}(T.+)?|\d{1,15})`;
const wholeFrom1 = String.raw`^[1-9]\d{0,14}$`;
const referencePattern = `^(original|current|last-month|same-day|(adjustment|report):.+|period:${day}|${day}(@.+)?)$`;
const ofReference =
  'original, current, last-month, same-day, adjustment:NOMBRE, report:NÚMERO, period:DÍA o CORTE[@REGISTRADO-HASTA]';

/** What the description of the API says of the parameters that a URL carries. */
export const described = {
  cutoff: text(
    'Fecha de corte: qué estaba vigente ese día. Si falta, hoy, dentro de la gestión.',
    '2020-12-31',
    `^${day}$`,
  ),
  known: text(
    'Registrado hasta: un instante con zona, un día hasta su medianoche local o el número de un registro. Si falta, todo.',
    '48',
    `^${moment}$`,
  ),
  from: text(`La primera referencia: ${ofReference}.`, 'original', referencePattern),
  to: text('La otra referencia, escrita igual.', 'current', referencePattern),
  preset: text(
    'En lugar de from y to: plan, month, report:NÚMERO o period:DÍA.',
    'plan',
    `^(plan|month|report:.+|period:${day})$`,
  ),
  level: (levels: readonly string[], usual: string) =>
    choice(`De qué son las filas. Si falta, ${usual}.`, levels, usual),
  onlyChanged: choice('Solo las filas en que algo difiere.', ['true', 'false'], 'true'),
  view: (views: readonly string[]) =>
    choice('El cuadro de la cifra; si falta, el de las filas que se nombran.', views, 'activity'),
  activity: text('La fila de una actividad; none: sin distribuir.', '11.02.02', '^.+$'),
  group: text(
    'La fila de un grupo de gasto; none: sin grupo.',
    '20000',
    String.raw`^(\d{5}|none)$`,
  ),
  source: text('La fila de una clase de fuente; none: sin fuente.', 'TGN', '^(TGN|OTRAS|none)$'),
  measure: (measures: readonly string[]) => ({
    ...choice('La columna de la cifra.', measures, 'executed'),
    required: true,
  }),
  order: (orders: readonly string[]) =>
    choice('Como se registró o como tuvo efecto. Si falta, recorded.', orders, 'recorded'),
  step: (steps: readonly string[]) =>
    choice('Qué abarca un paso. Si falta, event.', steps, 'event'),
  fromRecord: text('El número del primer registro que se muestra.', '40', String.raw`^\d{1,15}$`),
  verify: choice('Rehace todo lo registrado y lo compara.', ['true', 'false'], 'true'),
  size: text(
    'De cuántos registros es el árbol. Si falta, de los que se conocen.',
    '49',
    wholeFrom1,
  ),
  fromSize: text('De cuántos registros es el primer árbol.', '20', wholeFrom1, true),
  toSize: text('De cuántos es el otro. Si falta, de los que se conocen.', '49', wholeFrom1),
  afterRecord: text(
    'Desde el registro que sigue a este; -1: todos. Si falta, solo los que vengan.',
    '40',
    String.raw`^(-1|\d{1,15})$`,
  ),
  since: text(
    'Tardío es lo registrado después de este momento. Si falta, contra los períodos cerrados.',
    '2020-12-31',
    `^${moment}$`,
  ),
  type: text(
    'Solo los registros de estos tipos, separados por comas.',
    'BudgetExecuted,BudgetAdjusted',
    String.raw`^\w+( *, *\w+)*$`,
  ),
  actor: text('Solo lo que registró o firmó esta persona.', 'u1', '^.+$'),
  effectiveFrom: text('Con efecto desde este día.', '2020-01-01', `^${day}$`),
  effectiveTo: text('Con efecto hasta este día.', '2020-12-31', `^${day}$`),
  recordedFrom: text('Registrado desde este día o instante.', '2020-01-01', `^${day}(T.+)?$`),
  recordedTo: text('Registrado hasta este día o instante.', '2021-12-31', `^${day}(T.+)?$`),
  document: text(
    'El documento de respaldo: CLASE NÚMERO/SECUENCIA.',
    'C31 55/1',
    String.raw`^\S(.*\S)? \S+\/\d{1,9}$`,
  ),
  text: text('Lo que dice el registro en alguna parte.', 'taller', String.raw`^(?=.*\S).{1,200}$`),
  after: text('Lo que viene después de este registro.', '20', String.raw`^\d{1,15}$`),
  limit: text(
    'Cuántos registros, a lo más. Si falta, 100.',
    '50',
    String.raw`^([1-9]\d?|[1-4]\d\d|500)$`,
  ),
  ledgers: text(
    'Los libros que se suman, separados por comas. Si falta, todos los del almacén.',
    '41-SENAVEX-2020,41-OTRA-2020',
    '^[^,]+(,[^,]+)*$',
  ),
  entity: text('Solo los libros de esta entidad, por su código.', '41', String.raw`^\d{1,6}$`),
  year: text('Solo los libros de esta gestión.', '2020', String.raw`^\d{4}$`),
  monthDay: text(
    'Fecha de corte en cada gestión: MM-DD, o una fecha de la que cuentan mes y día. Si falta, hoy, o el último día si ninguna gestión está en curso.',
    '12-31',
    String.raw`^(\d{4}-)?\d{2}-\d{2}$`,
  ),
  knownToAll: text(
    'Registrado hasta: un instante con zona o un día, el mismo para todos los libros. Si falta, todo.',
    '2026-01-15T18:00:00-04:00',
    `^${day}(T.+)?$`,
  ),
  parts: (kinds: readonly string[]) =>
    choice('De qué es cada parte. Si falta, area.', kinds, 'area'),
  readFrom: text('Lo que se leyó desde este día.', '2020-12-01', `^${day}$`),
  readTo: text('Lo que se leyó hasta este día.', '2020-12-31', `^${day}$`),
  reader: text('Lo que leyó esta cuenta.', 'u0123456789ab', '^.+$'),
  readLedger: text(
    'Lo que se leyó de este libro.',
    '41-SENAVEX-2020',
    String.raw`^\d{1,6}-[A-Z0-9ÁÉÍÓÚÑ]{1,30}-\d{4}$`,
  ),
  readView: text('Las lecturas de esta vista.', 'compare', String.raw`^\w+$`),
  dryRun: choice('Solo dice qué se escribiría, sin escribirlo.', ['true', 'false'], 'true'),
  afterReport: text('Tardío es lo que mueve lo reportado con este número.', '12', '^.+$'),
};

/** What is said about a file that is sent. */
export const describedImport = {
  fileName: text(
    'El nombre del archivo, sin carpeta.',
    'form-5b.txt',
    String.raw`^[^/\\]{1,200}$`,
    true,
  ),
  adjustedOn: text('Desde cuándo rige el plan ajustado del formulario.', '2020-06-30', `^${day}$`),
  effectiveOn: text(
    'Desde cuándo rige el presupuesto original. Si falta, el 1 de enero.',
    '2020-01-01',
    `^${day}$`,
  ),
  assumeSource: text(
    'La fuente de las líneas del CSV que no la dicen.',
    'TGN',
    String.raw`^(\d{2}|TGN|OTRAS)$`,
  ),
  decimal: choice(
    'El separador decimal, si el archivo no lo muestra.',
    ['point', 'comma'],
    'comma',
  ),
  acceptDifferences: choice(
    'Admite un TOTAL GENERAL que sus filas no dan, como hallazgo.',
    ['true', 'false'],
    'true',
  ),
  again: choice('Vuelve a mirar un archivo que ya fue tomado.', ['true', 'false'], 'true'),
  approve: text(
    'Aprueba el original bajo un instrumento: CLASE:NÚMERO:AAAA-MM-DD.',
    'LEY:1267:2019-12-20',
    `^[^:]+:[^:]+:${day}$`,
  ),
};
