import { printAmount } from '../../catalogue/amount.ts';
import type { Form5b } from '../../../projections/form-5b/form-5b.ts';
import { textTable } from '../text-table.ts';
import { formHeading, formSignatures } from './form-heading.ts';
import { formRows } from './form-rows.ts';

const heads = [
  'CODIGO\n(1)',
  'ACTIVIDAD ESPECIFICA\n(3)',
  'INICIO\n(4)',
  'FIN\n(5)',
  'INDICADOR\n(7)',
  'EFICACIA\n% (8)',
  'GRUPO DE\nGASTO',
  'PROGRAMADO\nT.G.N. (9)',
  'PROGRAMADO\nOTRAS (10)',
  'EJECUTADO\nT.G.N. (11)',
  'EJECUTADO\nOTRAS (12)',
  '% EJEC.\n(13)',
];

/** the column of the groups, where an activity begins to have several lines */
const firstOfGroup = 6;

const widths = [14, 44, null, null, 26, null, null, null, null, null, null, null];

/** Column (2), the operation, is empty in every form seen and has no place on the page. */
const withoutOperation = (row: readonly string[]): string[] => row.toSpliced(1, 1);

/** The rows of one activity stand beside its description, as cells of several lines. */
const stacked = (rows: readonly (readonly string[])[]): string[][] =>
  rows.reduce<string[][]>((activities, row) => {
    const last = activities.at(-1);
    if (row[0] !== '' || last === undefined) return [...activities, [...row]];
    const grown = last.map((cell, column) =>
      column < firstOfGroup ? cell : `${cell}\n${row[column] ?? ''}`,
    );
    return [...activities.slice(0, -1), grown];
  }, []);

/** The form as people print it, laid out for a wide terminal or a fixed-width page. */
export const formText = (form: Form5b): string => {
  const heading = formHeading(form).map(([label = '', value]) =>
    value === undefined ? label : `${label.padEnd(20)} ${value}`,
  );
  const table = textTable(heads, stacked(formRows(form).map(withoutOperation)), {
    right: [5, 7, 8, 9, 10, 11],
    widths,
  });
  const { withoutSource } = form;
  const notes = withoutSource
    ? [
        `Sin fuente, fuera de las columnas: ${printAmount(withoutSource.programmed)} programados, ${printAmount(withoutSource.executed)} ejecutados.`,
        '',
      ]
    : [];
  const signatures = formSignatures.map(([who = '', ...rest]) =>
    `${who.padEnd(32)}${rest.map((cell) => cell.padEnd(24)).join('')}`.trimEnd(),
  );
  return [...heading, '', table, '', ...notes, ...signatures, ''].join('\n');
};
