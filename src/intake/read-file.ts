import { Failure } from '../catalogue/failure.ts';
import { decodeText } from './decode-text.ts';
import { requiredColumns } from './original-budget/budget-columns.ts';
import { plainText } from './plain-text.ts';

export type FileKind = 'form-5b' | 'original-budget';

/** @throws FILE_NOT_TEXT, FILE_NOT_RECOGNISED */
export const recognise = (bytes: Uint8Array): FileKind => {
  const text = decodeText(bytes);
  if (text.trim() === '') throw new Failure('FILE_NOT_RECOGNISED', { reason: 'está vacío' });
  if (isForm(text)) return 'form-5b';
  if (isBudget(text)) return 'original-budget';
  const reason = `no dice FORMULARIO N.5.B y su primera línea no trae las columnas ${requiredColumns.join(', ')}`;
  throw new Failure('FILE_NOT_RECOGNISED', { reason });
};

const isForm = (text: string): boolean => /FORMULARIO N\W{0,3}5\W?B\b/.test(plainText(text));

/** Two of the columns are enough to say what the file was meant to be; its reader names the missing one. */
const isBudget = (text: string): boolean => {
  const [first = ''] = text.trimStart().split(/\r|\n/, 1);
  const cells = first.split(/[,;\t]/).map((cell) => cell.replaceAll('"', '').trim().toLowerCase());
  return requiredColumns.filter((column) => cells.includes(column)).length >= 2;
};
