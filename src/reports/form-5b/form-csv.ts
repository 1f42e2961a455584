import { stringify } from 'csv-stringify/sync';
import type { Form5b } from '../../../projections/form-5b/form-5b.ts';
import { formColumns, formRows } from './form-rows.ts';

/** The table of the form alone, one line per printed row. */
export const formCsv = (form: Form5b): string =>
  stringify([[...formColumns], ...formRows(form).map((row) => [...row])]);
