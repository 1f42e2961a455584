import type { Form5b } from '../../../projections/form-5b/form-5b.ts';
import { formHeading, formSignatures } from './form-heading.ts';
import { formRows } from './form-rows.ts';

const columnHeads: readonly (readonly string[])[] = [
  [
    'CODIGO (1)',
    'OPERACION (2)',
    'ACTIVIDAD ESPECIFICA (3)',
    'PROGRAMADO',
    '',
    'INDICADOR',
    '',
    'GRUPO DE GASTO',
    'PRESUPUESTO',
    '',
    '',
    '',
    '% EJECUCIÓN (13)',
  ],
  [
    '',
    '',
    '',
    'FECHA INICIO (4)',
    'FECHA FIN (5)',
    'DESCRIPCIÓN (7)',
    'EFICACIA ACUMULADA EN % (8)',
    '',
    'PROGRAMADO',
    '',
    'EJECUTADO',
    '',
    '',
  ],
  [
    '',
    '',
    '',
    '',
    '',
    '',
    '',
    '',
    'T.G.N. (9)',
    'OTRAS FUENTES (10)',
    'T.G.N. (11)',
    'OTRAS FUENTES (12)',
    '',
  ],
];

/** The form as the tab-separated text in which it comes in: what is written can be taken in again. */
export const formTsv = (form: Form5b): string =>
  [...formHeading(form), [], ...columnHeads, ...formRows(form), [], ...formSignatures]
    .map((cells) => cells.join('\t'))
    .join('\n')
    .concat('\n');
