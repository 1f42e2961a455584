import { type CivilDate, civilDateFromPrinted } from '../../catalogue/civil-date.ts';
import { activityCode } from '../../catalogue/codes.ts';
import type { ActivityDescription } from '../../catalogue/events.ts';
import { Failure, placed } from '../../catalogue/failure.ts';
import { type Column, columns } from './columns.ts';
import { cellOf, type FormLine, placeOf } from './form-line.ts';

/** What the first row of an activity says of it besides money. */
export const activityDescription = (
  line: FormLine,
  position: number,
  fiscalYear: number,
): ActivityDescription => {
  const code = placed(placeOf(line, columns.code), () => activityCode(cellOf(line, columns.code)));
  const name = cellOf(line, columns.name);
  const place = placeOf(line, columns.name);
  const problem = `la actividad ${code} no tiene texto`;
  if (name === '') throw new Failure('FORM_ROW_UNREADABLE', { problem }, place);
  return {
    code,
    operation: cellOf(line, columns.operation) || null,
    name,
    start: dateOf(line, columns.start, fiscalYear),
    end: dateOf(line, columns.end, fiscalYear),
    indicator: cellOf(line, columns.indicator) || null,
    position,
  };
};

const dateOf = (line: FormLine, column: Column, fiscalYear: number): CivilDate | null => {
  const text = cellOf(line, column);
  if (text === '') return null;
  return placed(placeOf(line, column), () => civilDateFromPrinted(text, fiscalYear));
};
