import type { CivilDate } from '../../src/catalogue/civil-date.ts';
import { type CellOfForm, statedActivity, statedForm } from './stated-form-for.ts';

const groups = Array.from({ length: 9 }, (_, index) => `${index + 1}0000`);
const columns = ['TGN', 'OTRAS'] as const;

/** A form of 2,000 activities, each with 9 groups from 2 sources: as large as one of a whole body. */
export const largeForm = () => {
  const cellsOf = (activity: number): CellOfForm[] =>
    groups.flatMap((group, row) =>
      columns.map((column, index): CellOfForm => {
        const programmed = BigInt(1_000_000_00 + activity * 100_07 + row * 11 + index);
        return [group, column, programmed, programmed / 2n];
      }),
    );
  const activities = Array.from({ length: 2_000 }, (_, index) => {
    const code = [index / 100, index, 1].map((part, at) =>
      String(at === 1 ? (index % 99) + 1 : Math.floor(part) + 1).padStart(2, '0'),
    );
    return statedActivity(code.join('.'), index + 1, cellsOf(index));
  });
  const version = { name: 'AJUSTADO JUNIO', day: '2020-06-30' as CivilDate, assumed: true };
  return statedForm({ file: '0'.repeat(64), corte: '2020-12-31', version }, activities);
};
