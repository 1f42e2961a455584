import { Failure } from '../../catalogue/failure.ts';
import { plainText } from '../plain-text.ts';
import { columns } from './columns.ts';
import { type FormLine, placeOf } from './form-line.ts';
import { columnNumber, lineKind } from './line-kind.ts';

/** The fields of the header, each with the words that messages use for it. */
export const headerFields = {
  title: 'la versión del POA',
  area: 'el área organizacional',
  fiscalYear: 'la gestión del POA',
  corte: 'la fecha de corte',
  entity: 'el código de la entidad',
  sigla: 'la sigla',
} as const;
export type HeaderField = keyof typeof headerFields;

export interface HeaderText {
  readonly text: string;
  readonly line: FormLine;
}

/** One page's header as printed. */
export interface PageHeader {
  readonly line: FormLine;
  readonly fields: Readonly<Partial<Record<HeaderField, HeaderText>>>;
  /** the lines without a label: the entity's name first, the form's name, the month */
  readonly free: readonly HeaderText[];
  readonly hasColumns: boolean;
}

const labels: Readonly<Record<string, HeaderField>> = {
  'AREA ORGANIZACIONAL': 'area',
  'GESTION DEL POA': 'fiscalYear',
  'FECHA DE CORTE': 'corte',
  'CODIGO(*)': 'entity',
  SIGLA: 'sigla',
};

/** @throws FORM_ROW_UNREADABLE for a line that is neither a row nor a header's */
export const pageHeader = (lines: readonly FormLine[]): PageHeader => {
  const fields: Fields = {};
  const free: HeaderText[] = [];
  for (const line of lines) {
    if (lineKind(line) === 'columns') checkColumns(line);
    else readText(line, fields, free);
  }
  const hasColumns = lines.some((line) => lineKind(line) === 'columns');
  return { line: lines[0] ?? { number: 1, cells: [] }, fields, free, hasColumns };
};

type Fields = Partial<Record<HeaderField, HeaderText>>;

const readText = (line: FormLine, fields: Fields, free: HeaderText[]): void => {
  const texts = line.cells.filter((cell) => cell !== '');
  const field = fieldOf(line.cells[0] ?? '');
  const values = field === undefined || field === 'title' ? texts : texts.slice(1);
  const [text] = values;
  if (values.length > 1) throw unreadable(line, texts[0]);
  if (field === undefined) free.push({ text: text ?? '', line });
  else setField(fields, field, { text: text ?? '', line });
};

/** A label without a value states nothing; one that comes twice states two things. */
const setField = (fields: Fields, field: HeaderField, value: HeaderText): void => {
  if (fields[field] !== undefined) throw unreadable(value.line, value.text);
  if (value.text !== '') fields[field] = value;
};

const fieldOf = (cell: string): HeaderField | undefined => {
  const label = plainText(cell).replace(/ ?:$/, '').replace(' (', '(');
  return /^POA \d/.test(label) ? 'title' : labels[label];
};

const unreadable = (line: FormLine, text = ''): Failure =>
  new Failure(
    'FORM_ROW_UNREADABLE',
    { problem: `«${text}» no comienza una fila del formulario ni es de su encabezado` },
    placeOf(line, columns.code),
  );

/** The amounts are read by position, so the numbers of the columns must stand where they are expected. */
const checkColumns = (line: FormLine): void => {
  for (const [index, cell] of line.cells.entries()) {
    const number = columnNumber(cell);
    const column = Object.values(columns).find((known) => known.number === number);
    if (number === undefined || column?.index === index) continue;
    const problem = `la columna «${cell}» no está en su lugar del Formulario N.5.B`;
    throw new Failure('FORM_ROW_UNREADABLE', { problem }, { line: line.number, cell: number });
  }
};
