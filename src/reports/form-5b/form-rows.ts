import { type Amount, type Percentage, printAmount } from '../../catalogue/amount.ts';
import { type CivilDate, printDate } from '../../catalogue/civil-date.ts';
import type { Form5b, FormActivity, FormAmounts } from '../../../projections/form-5b/form-5b.ts';

/** One printed row: a text per column (1) to (13), without the (6) that the form does not have. */
export type FormRow = readonly string[];

export const formColumns = [
  'CODIGO (1)',
  'OPERACION (2)',
  'ACTIVIDAD ESPECIFICA (3)',
  'FECHA INICIO (4)',
  'FECHA FIN (5)',
  'DESCRIPCIÓN (7)',
  'EFICACIA ACUMULADA EN % (8)',
  'GRUPO DE GASTO',
  'PROGRAMADO T.G.N. (9)',
  'PROGRAMADO OTRAS FUENTES (10)',
  'EJECUTADO T.G.N. (11)',
  'EJECUTADO OTRAS FUENTES (12)',
  '% EJECUCIÓN (13)',
] as const;

/** The form prints activities' years with two digits. */
const shortDate = (date: CivilDate | null): string =>
  date === null ? '' : printDate(date).replace(/\d{2}(\d{2})$/, '$1');

const money = ({ programmed, executed }: FormAmounts): string[] =>
  [programmed.TGN, programmed.OTRAS, executed.TGN, executed.OTRAS].map((amount: Amount) =>
    printAmount(amount),
  );

/** "0.00" stands for 0 of 0 as well: the form does not keep them apart. */
const rate = (value: Percentage | null): string => value ?? '0.00';

const nothing = ['', '', '', '', '', '', ''];

/** The rows of an activity: its groups, then its total with the percentage. */
const activityRows = (activity: FormActivity): FormRow[] => {
  const description = [
    `${activity.code}.`,
    activity.operation ?? '',
    activity.name,
    shortDate(activity.start),
    shortDate(activity.end),
    activity.indicator ?? '',
    activity.accumulated ?? '',
  ];
  const rows = [
    ...activity.groups.map((group) => [group.group ?? 'SIN GRUPO', ...money(group), '']),
    ['TOTAL', ...money(activity.total), rate(activity.total.rate)],
  ];
  return rows.map((row, index) => [...(index === 0 ? description : nothing), ...row]);
};

/** The body of the form in printed order, with its two totals at the end. */
export const formRows = ({ rows, total }: Form5b): FormRow[] => [
  ...rows.flatMap(activityRows),
  ['TOTAL PARCIAL', ...nothing, ...money(total), ''],
  ['TOTAL GENERAL', ...nothing, ...money(total), rate(total.rate)],
];
