import { printDate } from '../../catalogue/civil-date.ts';
import type { Form5b } from '../../../projections/form-5b/form-5b.ts';

const months = [
  'ENERO',
  'FEBRERO',
  'MARZO',
  'ABRIL',
  'MAYO',
  'JUNIO',
  'JULIO',
  'AGOSTO',
  'SEPTIEMBRE',
  'OCTUBRE',
  'NOVIEMBRE',
  'DICIEMBRE',
] as const;

/** The lines above the table, each a label with its value or a text alone. */
export const formHeading = ({ heading }: Form5b): readonly (readonly string[])[] => [
  [heading.entity ?? ''],
  ['PROGRAMACION DE OPERACIONES ANUAL'],
  [`SEGUIMIENTO A LA EJECUCION FINANCIERA - MES DE ${months[heading.month - 1] ?? ''}`],
  ['(FORMULARIO N.5.B)'],
  [],
  [heading.title],
  ['Area Organizacional', heading.area ?? ''],
  ['Gestión del POA', String(heading.fiscalYear)],
  ['Fecha de Corte', printDate(heading.corte)],
  ['Código(*)', heading.entityCode],
  ['Sigla', heading.sigla],
];

export const formSignatures: readonly (readonly string[])[] = [
  ['RESPONSABLES DE LA INFORMACION', 'NOMBRE', 'CARGO', 'FIRMA'],
  ['Elaborado por:', '', '', ''],
  ['Revisado por:', '', '', ''],
  ['Aprobado por:', '', '', ''],
];
