import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Amount } from '../../src/catalogue/amount.ts';
import type { CivilDate } from '../../src/catalogue/civil-date.ts';
import type { StatedActivity, StatedForm } from '../../src/catalogue/stated-form.ts';
import type { Command } from '../../src/domain/area-ledger/index.ts';
import { importFile } from '../../src/intake/import-file.ts';
import { instrument } from './arbitraries.ts';
import { amountOf, centsOf } from './oracle.ts';
import { unadjusted } from './stated-form-for.ts';

const commandOf = (name: string): Command => {
  const bytes = readFileSync(new URL(`../../samples/${name}`, import.meta.url));
  const { command } = importFile(bytes, {
    fileName: name,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    ...(name.endsWith('.csv') && { assumeSource: 'TGN', approve: instrument }),
  });
  return command;
};

export const original = commandOf('original-budget-2020.csv');
export const december = commandOf('senavex-2020-12-form-5b.txt');

const decemberForm = ((): StatedForm => {
  if (december.type !== 'TakeForm') throw new Error('the sample is a form');
  return december.data.form;
})();

const taking = (form: StatedForm): Command => ({ type: 'TakeForm', data: { form, again: false } });

const earlier = (
  corte: string,
  change: (activity: StatedActivity) => readonly StatedActivity[],
): StatedForm => ({
  ...decemberForm,
  file: createHash('sha256').update(`hecho para la prueba ${corte}`).digest('hex'),
  corte: corte as CivilDate,
  activities: decemberForm.activities.flatMap(change),
});

/** As much less executed as a part says. */
const executedIn = (activity: StatedActivity, [part, of]: readonly [bigint, bigint]) => ({
  ...activity,
  cells: activity.cells.map((cell) => ({
    ...cell,
    executed: amountOf((centsOf(cell.executed) * part) / of) as Amount,
  })),
});

const programmedMore = (activity: StatedActivity): StatedActivity => ({
  ...activity,
  cells: activity.cells.map((cell) => ({
    ...cell,
    programmed: amountOf(centsOf(cell.programmed) + 12_345n) as Amount,
  })),
});

const lessOneGroup = (activity: StatedActivity): StatedActivity => ({
  ...activity,
  cells: activity.cells.filter(({ object }) => object !== '30000'),
});

const without = '11.04.03';
const withOneGroupLess = '11.02.02';

/** Smaller executions, one activity and one group fewer. */
export const november = taking(
  earlier('2020-11-30', (activity) => {
    if (activity.code === without) return [];
    const smaller = executedIn(activity, [5n, 6n]);
    return [activity.code === withOneGroupLess ? lessOneGroup(smaller) : smaller];
  }),
);

/** The December form with what only an earlier one lists left out: a group, and an activity that is absent. */
export const december2 = taking({
  ...decemberForm,
  file: 'otra versión de diciembre',
  activities: decemberForm.activities
    .filter(({ code }) => code !== '11.04.02')
    .map((activity) => (activity.code === withOneGroupLess ? lessOneGroup(activity) : activity)),
});

/** The plan before any adjustment: other amounts for its activities, and for those of November alone. */
export const may = taking({
  ...earlier('2020-05-31', (activity) => {
    if (activity.code === without) return [];
    const smaller = executedIn(programmedMore(activity), [1n, 6n]);
    return [activity.code === withOneGroupLess ? lessOneGroup(smaller) : smaller];
  }),
  version: unadjusted,
  isAdjusted: false,
});

/** The same version name as November and December, with another PROGRAMADO. */
export const september = taking(
  earlier('2020-09-30', (activity) => [executedIn(programmedMore(activity), [1n, 2n])]),
);
