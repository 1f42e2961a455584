import { type CivilDate, civilDateFromPrinted, yearOf } from '../../catalogue/civil-date.ts';
import { ledgerIdOf } from '../../catalogue/codes.ts';
import { Failure, placed } from '../../catalogue/failure.ts';
import { type FormLine, placeOf } from './form-line.ts';
import {
  headerFields,
  type HeaderField,
  type HeaderText,
  pageHeader,
  type PageHeader,
} from './page-header.ts';

/** What all pages say of the form. */
export interface FormHeader {
  readonly entity: { readonly code: string; readonly name: string };
  readonly area: { readonly sigla: string; readonly name: string };
  readonly fiscalYear: number;
  readonly corte: CivilDate;
  readonly title: HeaderText;
}

/**
 * @throws FORM_HEADER_MISSING, FORM_HEADER_DIFFERS where a page says otherwise than the first,
 * CUT_OFF_OUTSIDE_FISCAL_YEAR
 */
export const formHeader = (blocks: readonly (readonly FormLine[])[]): FormHeader => {
  const [first, ...others] = blocks.map(pageHeader);
  if (first === undefined) throw missing('el nombre de la entidad', { number: 1, cells: [] });
  const header = readHeader(first);
  for (const page of others) compare(first, page);
  return header;
};

const names = Object.keys(headerFields) as HeaderField[];

const missing = (field: string, line: FormLine): Failure =>
  new Failure('FORM_HEADER_MISSING', { field }, placeOf(line));

const fieldOf = (page: PageHeader, name: HeaderField): HeaderText => {
  const field = page.fields[name];
  if (field === undefined) throw missing(headerFields[name], page.line);
  return field;
};

const readHeader = (page: PageHeader): FormHeader => {
  const [name] = page.free;
  if (name === undefined) throw missing('el nombre de la entidad', page.line);
  const [entity, sigla] = [fieldOf(page, 'entity'), fieldOf(page, 'sigla')];
  const title = fieldOf(page, 'title');
  const area = fieldOf(page, 'area');
  const corte = fieldOf(page, 'corte');
  const fiscalYear = readFiscalYear(fieldOf(page, 'fiscalYear'));
  if (!page.hasColumns) throw missing('los títulos de las columnas', page.line);
  placed(placeOf(sigla.line), () => ledgerIdOf(entity.text, sigla.text, fiscalYear));
  return {
    entity: { code: entity.text, name: name.text },
    area: { sigla: sigla.text, name: area.text },
    fiscalYear,
    corte: readCorte(corte, fiscalYear),
    title,
  };
};

const readFiscalYear = ({ text, line }: HeaderText): number => {
  if (/^(19|20)\d{2}$/.test(text)) return Number(text);
  const problem = `«${text}» no es un año de cuatro cifras`;
  throw new Failure('INVALID_VALUE', { field: headerFields.fiscalYear, problem }, placeOf(line));
};

const readCorte = ({ text, line }: HeaderText, fiscalYear: number): CivilDate => {
  const day = placed(placeOf(line), () => civilDateFromPrinted(text, fiscalYear));
  if (yearOf(day) === fiscalYear) return day;
  throw new Failure('CUT_OFF_OUTSIDE_FISCAL_YEAR', { day, fiscalYear }, placeOf(line));
};

/** A page may repeat the columns alone; what else it repeats must be whole and the same. */
const compare = (first: PageHeader, page: PageHeader): void => {
  if (!page.hasColumns) throw strayText(page);
  if (page.free.length === 0 && Object.keys(page.fields).length === 0) return;
  for (const name of names) {
    agree(headerFields[name], fieldOf(first, name), fieldOf(page, name), page.line);
  }
  const count = Math.max(first.free.length, page.free.length);
  for (let index = 0; index < count; index += 1) {
    agree('el encabezado', first.free[index], page.free[index], page.line);
  }
};

const agree = (
  field: string,
  one: HeaderText | undefined,
  other: HeaderText | undefined,
  page: FormLine,
): void => {
  const [first, text] = [one?.text ?? '', other?.text ?? ''];
  if (first === text) return;
  throw new Failure('FORM_HEADER_DIFFERS', { field, first, text }, placeOf(other?.line ?? page));
};

const strayText = ({ line }: PageHeader): Failure => {
  const text = line.cells.find((cell) => cell !== '') ?? '';
  const problem = `«${text}» no comienza una fila del formulario ni es de su encabezado`;
  return new Failure('FORM_ROW_UNREADABLE', { problem }, placeOf(line));
};
