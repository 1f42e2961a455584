import { plainText } from '../plain-text.ts';
import { columns, moneyColumns } from './columns.ts';
import { cellOf, type FormLine } from './form-line.ts';

export type LineKind =
  'blank' | 'activity' | 'continuation' | 'partial' | 'general' | 'columns' | 'text';

const rowCells = [columns.group, ...moneyColumns, columns.percentage];

/** What a line is, by its shape alone: pages begin without any mark. */
export const lineKind = (line: FormLine): LineKind => {
  if (line.cells.every((cell) => cell === '')) return 'blank';
  if (isColumnHead(line)) return 'columns';
  const code = cellOf(line, columns.code);
  if (/^\d/.test(code)) return 'activity';
  return (
    totalKind(code || cellOf(line, columns.group)) ??
    (isContinuation(line) ? 'continuation' : 'text')
  );
};

const totalKind = (text: string): LineKind | undefined => {
  const title = plainText(text);
  if (title === 'TOTAL PARCIAL') return 'partial';
  return title === 'TOTAL GENERAL' ? 'general' : undefined;
};

const isContinuation = (line: FormLine): boolean =>
  cellOf(line, columns.code) === '' && rowCells.some((column) => cellOf(line, column) !== '');

/** "CODIGO (1)", "FECHA INICIO (4)", "T.G.N. (9)": words and the number of a column. */
const isColumnHead = ({ cells }: FormLine): boolean =>
  cells.filter((cell) => columnNumber(cell) !== undefined).length >= 2;

export const columnNumber = (cell: string): string | undefined =>
  /^[^\d(]+\((\d{1,2})\)$/.exec(cell)?.[1];
