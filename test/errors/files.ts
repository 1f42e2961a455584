import type { Cases } from '../support/errors/case.ts';
import {
  budgetWith,
  formWith,
  formWithLast,
  onSample,
  withContent,
} from '../support/errors/sample.ts';
import { sampleText } from '../support/changed-files.ts';

export const filesTaken: Cases = {
  FILE_NOT_FOUND: {
    how: 'Se importa un archivo que no existe.',
    provoke: onSample('import formulario.txt'),
  },
  FILE_NOT_RECOGNISED: {
    how: 'Se importa una carta.',
    provoke: withContent('Estimados señores:\n'),
  },
  FILE_NOT_TEXT: {
    how: 'Se importa un archivo comprimido.',
    provoke: withContent(Uint8Array.of(0x50, 0x4b, 3, 4, 0xff, 0)),
  },
  FORM_CUT_OFF: {
    how: 'Al formulario le faltan las últimas páginas.',
    provoke: withContent(sampleText.form.split('\n').slice(0, 90).join('\n')),
  },
  FORM_HEADER_MISSING: {
    how: 'El encabezado del formulario no trae la fecha de corte.',
    provoke: formWith('Fecha de Corte\t31/12/2020 → Fecha de Corte'),
  },
  FORM_HEADER_DIFFERS: {
    how: 'La última página del formulario es de otra área.',
    provoke: formWithLast('Sigla\tSENAVEX', 'Sigla\tPROBOL'),
  },
  FORM_ROW_UNREADABLE: {
    how: 'El título del formulario es de una gestión y el encabezado de otra.',
    provoke: formWith('POA\t2020 → POA\t2021 & 31/12/2020 → 31/12/2021'),
  },
  FORM_CELLS_RAGGED: {
    how: 'Una celda con montos de tres grupos trae dos.',
    provoke: formWith('129,291.00 40,500.00 169,791.00 → 129,291.00 169,791.00'),
  },
  FORM_TOTAL_DIFFERS: {
    how: 'El total del formulario no es la suma de sus filas.',
    provoke: formWith(
      'GENERAL\t\t\t\t\t\t\t\t10,784,709.47 → GENERAL\t\t\t\t\t\t\t\t10,784,709.48',
    ),
  },
  DUPLICATE_ACTIVITY: {
    how: 'El formulario lista dos veces la misma actividad.',
    provoke: formWith('11.03.04. → 11.03.03.'),
  },
  DUPLICATE_GROUP: {
    how: 'El formulario lista dos veces el mismo grupo en una actividad.',
    provoke: formWith('20000 40000 TOTAL → 20000 20000 TOTAL'),
  },
  NUMBER_FORMATS_MIXED: {
    how: 'Un formulario escrito con punto decimal trae un monto con coma decimal.',
    provoke: formWith('36,950.00 → 36.950,00'),
  },
  NUMBER_FORMAT_UNKNOWN: {
    how: 'Ningún monto del archivo muestra si el punto separa miles o decimales.',
    provoke: withContent(
      'ledger,programme,activity,group,source,amount\n41-SENAVEX-2020,19-0-1,,10000,10,1.234\n',
    ),
  },
  INVALID_PRINTED_AMOUNT: {
    how: 'Un monto del formulario lleva una letra.',
    provoke: formWith('36,950.00 → 36,950.0x'),
  },
  ADJUSTED_ON_NEEDED: {
    how: 'El formulario es de un plan ajustado que no dice de qué mes.',
    provoke: formWith('AJUSTADO JUNIO → AJUSTADO'),
  },
  CSV_COLUMN_MISSING: {
    how: 'Al presupuesto original le falta una columna.',
    provoke: budgetWith('group,source → source'),
  },
  CSV_LEDGERS_MIXED: {
    how: 'El presupuesto original trae líneas de dos libros.',
    provoke: budgetWith('41-SENAVEX-2020,29-0-1 → 41-OTRO-2020,29-0-1'),
  },
};
