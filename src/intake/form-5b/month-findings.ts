import { type CivilDate, monthOf } from '../../catalogue/civil-date.ts';
import { finding, type Finding } from '../../catalogue/finding.ts';
import { plainText } from '../plain-text.ts';
import { placeOf } from './form-line.ts';
import type { FormParts } from './form-parts.ts';
import { monthsNamed } from './months-named.ts';

/** The month reported and the fecha de corte are printed apart: where they differ, the corte counts. */
export const monthFindings = ({ pages }: FormParts, corte: CivilDate): Finding[] => {
  const line = pages[0]?.find(({ cells }) => plainText(cells[0] ?? '').includes('MES DE '));
  const [, month = ''] = /\bMES DE (\S+)/.exec(plainText(line?.cells[0] ?? '')) ?? [];
  if (line === undefined || monthsNamed(month).includes(monthOf(corte))) return [];
  return [finding('MONTH_DIFFERS', { month: month.toLowerCase(), corte }, placeOf(line))];
};
