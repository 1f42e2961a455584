import { type Amount, printAmount } from '../catalogue/amount.ts';
import { type CivilDate, civilDate, lastDayOfMonth, printDate } from '../catalogue/civil-date.ts';
import { isFailure } from '../catalogue/failure.ts';
import {
  VerifyStore,
  ViewExecutionByGroup,
  ViewExecutionOverall,
  ViewForm5b,
} from '../bus/messages.ts';
import { ViewFindings } from '../bus/oversight-messages.ts';
import { formText } from '../reports/form-5b/form-text.ts';
import type { Context } from './context.ts';
import { printFindingTable } from './findings-command.ts';
import { printFindings } from './print-answer.ts';
import { printVerified } from './print-verified.ts';
import { printCutOff, printFigures } from './print-view.ts';
import {
  readStory,
  StoryClock,
  type StoryLine,
  type Telling,
  tellLine,
  type ToldLine,
} from './year-story.ts';

const formDays = [civilDate('2021-03-31'), civilDate('2021-09-30'), civilDate('2021-12-31')];
const yearEnd = civilDate('2021-12-31');
/** The annual report had been issued; the trip of 29 December had not been recorded. */
const beforeLateEntry = civilDate('2022-01-10');

const monthNames = new Intl.DateTimeFormat('es', {
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** "2021-06", on the wall of the office that recorded it */
const monthOf = (line: StoryLine | undefined): string => line?.recordedAt.slice(0, 7) ?? '';

const printLine = (context: Context, { line, outcome }: ToldLine): void => {
  const day = line.recordedAt.slice(8, 10);
  if (isFailure(outcome)) {
    context.write(`${day} ✗ ${line.say}`);
    context.write(`     ${outcome.detail} [${outcome.code}]`);
    return;
  }
  context.write(`${day}   ${line.say}`);
  printFindings(context, outcome.findings);
};

const shown = (value: Amount | null): string =>
  value === null ? 'no informado' : printAmount(value);

/** What the ledger says of a month at its end, as it was known then. */
const printMonthEnd = async (
  context: Context,
  { story: { ledger }, connection: { queries } }: Telling,
  effective: CivilDate,
): Promise<void> => {
  const { view } = await queries.execute(new ViewExecutionOverall(ledger, { effective }));
  const { current, executed, paid } = view.total;
  context.write(
    `     al ${printDate(effective)}: vigente ${shown(current)} · devengado ${shown(executed)} · pagado ${shown(paid)}`,
  );
};

/** The last day of a month, or of the gestión for what is recorded after it. */
const lastDayIn = (month: string): CivilDate => {
  const last = lastDayOfMonth(Number(month.slice(0, 4)), Number(month.slice(5)));
  return last < yearEnd ? last : yearEnd;
};

const tellByMonth = async (context: Context, telling: Telling): Promise<void> => {
  const { lines } = telling.story;
  const months = Map.groupBy(lines.keys(), (index) => monthOf(lines[index]));
  for (const [month, indexes] of months) {
    context.write(`\n— ${monthNames.format(new Date(month))} —`);
    for (const index of indexes) printLine(context, await tellLine(telling, index));
    await printMonthEnd(context, telling, lastDayIn(month));
  }
};

const showForms = async (
  context: Context,
  { story: { ledger }, connection: { queries } }: Telling,
): Promise<void> => {
  for (const effective of formDays) {
    const answer = await queries.execute(new ViewForm5b(ledger, { effective }));
    context.write(`\n— El formulario al ${printDate(effective)} —\n\n${formText(answer.view)}`);
    context.write(printCutOff(answer));
  }
};

const showGroups = async (
  context: Context,
  { story: { ledger }, connection: { queries } }: Telling,
): Promise<void> => {
  context.write('\n— Los grupos al 31/12/2021, antes y después de una regularización —');
  for (const known of [beforeLateEntry, undefined]) {
    const cutOff = { effective: yearEnd, ...(known !== undefined && { known }) };
    const answer = await queries.execute(new ViewExecutionByGroup(ledger, cutOff));
    const { rows, total } = answer.view;
    context.write(`\n${printCutOff(answer)}`);
    printFigures(
      context,
      ['Grupo'],
      [
        ...rows.map((row) => ({ label: [row.group ?? 'sin grupo'], figures: row })),
        { label: ['TOTAL'], figures: total },
      ],
    );
  }
};

const showFound = async (
  context: Context,
  { story: { ledger }, connection: { queries } }: Telling,
): Promise<void> => {
  const answer = await queries.execute(new ViewFindings(ledger, { effective: yearEnd }, undefined));
  context.write('\n— Los hallazgos al 31/12/2021 —\n');
  printFindingTable(context, answer.view);
};

/** Tells the year of a small area to a fresh store with the clock of the story, and shows what came of it. */
export const showYear = async (context: Context, path: string): Promise<void> => {
  const story = await readStory(path);
  const clock = new StoryClock();
  await context.connected(
    async (connection) => {
      const telling = { story, connection, clock };
      await tellByMonth(context, telling);
      await showForms(context, telling);
      await showGroups(context, telling);
      await showFound(context, telling);
      context.write('\n— La verificación —\n');
      printVerified(context, await connection.queries.execute(new VerifyStore({})));
    },
    'first-write',
    clock.now,
  );
};
