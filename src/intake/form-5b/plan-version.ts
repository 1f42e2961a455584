import {
  type CivilDate,
  firstDayOf,
  lastDayOfMonth,
  monthOf,
  yearOf,
} from '../../catalogue/civil-date.ts';
import type { PlanVersion } from '../../catalogue/events.ts';
import { Failure } from '../../catalogue/failure.ts';
import { finding, type Finding } from '../../catalogue/finding.ts';
import type { FormHeader } from './form-header.ts';
import { placeOf } from './form-line.ts';
import { monthsNamed } from './months-named.ts';

export interface ReadVersion {
  readonly version: PlanVersion;
  readonly isAdjusted: boolean;
  readonly findings: readonly Finding[];
}

/**
 * The plan that the title names: "POA 2020" is the plan before any adjustment, what follows the
 * year names an adjusted one. The form does not print since when that one is in force.
 *
 * @throws ADJUSTED_ON_NEEDED, OUTSIDE_FISCAL_YEAR
 */
export const planVersion = (header: FormHeader, adjustedOn?: CivilDate): ReadVersion => {
  const name = adjustmentName(header);
  if (name !== undefined) return adjustedVersion(name, header, adjustedOn);
  if (adjustedOn !== undefined) throw notAdjusted(header);
  const day = firstDayOf(header.fiscalYear);
  const version = { name: `POA ${String(header.fiscalYear)}`, day, assumed: false };
  return { version, isAdjusted: false, findings: [] };
};

/** @returns undefined for the plan before any adjustment */
const adjustmentName = ({ title, fiscalYear }: FormHeader): string | undefined => {
  const [, year, name] = /^POA\s+(\d{4})(?:\s+(.+))?$/i.exec(title.text) ?? [];
  if (year === String(fiscalYear)) return name;
  const problem = `el título «${title.text}» no es de la gestión ${String(fiscalYear)}`;
  throw new Failure('FORM_ROW_UNREADABLE', { problem }, placeOf(title.line));
};

const adjustedVersion = (name: string, header: FormHeader, adjustedOn?: CivilDate): ReadVersion => {
  const { title, fiscalYear } = header;
  if (adjustedOn !== undefined) {
    checkStatedDay(adjustedOn, header);
    return { version: { name, day: adjustedOn, assumed: false }, isAdjusted: true, findings: [] };
  }
  const day = dayFromName(name, header);
  if (day === undefined) {
    const version = `POA ${String(fiscalYear)} ${name}`;
    throw new Failure('ADJUSTED_ON_NEEDED', { version }, placeOf(title.line));
  }
  const assumed = finding('PLAN_DAY_ASSUMED', { version: name, day }, placeOf(title.line));
  return { version: { name, day, assumed: true }, isAdjusted: true, findings: [assumed] };
};

/**
 * The last day of the one month that the name holds; the corte where that month was not over yet,
 * since the form already reports on the plan. A later month than the corte's says nothing.
 */
const dayFromName = (name: string, { fiscalYear, corte }: FormHeader): CivilDate | undefined => {
  const months = monthsNamed(name);
  const [month] = months;
  if (month === undefined || months.length > 1 || month > monthOf(corte)) return undefined;
  const last = lastDayOfMonth(fiscalYear, month);
  return last < corte ? last : corte;
};

const checkStatedDay = (day: CivilDate, { fiscalYear, corte }: FormHeader): void => {
  if (yearOf(day) !== fiscalYear) throw new Failure('OUTSIDE_FISCAL_YEAR', { day, fiscalYear });
  if (day <= corte) return;
  const problem = `${day} es posterior a la fecha de corte ${corte} del formulario`;
  throw new Failure('INVALID_VALUE', { field: '--adjusted-on (adjustedOn)', problem });
};

const notAdjusted = ({ title }: FormHeader): Failure =>
  new Failure(
    'INVALID_VALUE',
    {
      field: '--adjusted-on (adjustedOn)',
      problem: `«${title.text}» es el plan antes de todo ajuste: rige desde el 1 de enero`,
    },
    placeOf(title.line),
  );
