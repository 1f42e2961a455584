import { type CivilDate, printDate } from '../catalogue/civil-date.ts';
import { printInstant } from '../catalogue/instant.ts';
import type { LateView } from '../bus/audit-messages.ts';
import type { Answer } from '../bus/messages.ts';
import { textTable } from '../reports/text-table.ts';
import type { Reported } from '../../projections/late-entries/late-entries.ts';
import { changeText } from './figure-words.ts';
import type { Output } from './output.ts';
import { printCutOff } from './print-view.ts';
import { backingOf, nameOfRecord } from './record-words.ts';

const reportedText = ({ kind, name, effective }: Reported): string =>
  kind === 'report' ? `reporte ${name}` : `período al ${printDate(effective)}`;

const againstText = ({ after, against }: LateView): string => {
  if (against === null || after === 'close') return 'Registrado en períodos ya cerrados';
  if ('kind' in against) {
    return `Registrado sin que lo conociera el ${reportedText(against)}, al ${printDate(against.effective)} (registro ${String(against.known)})`;
  }
  return `Registrado después del registro ${String(against.revision)}, con efecto hasta el ${printDate(against.day as CivilDate)}`;
};

const groupsText = (groups: LateView['rows'][number]['groups']): string =>
  groups.map(({ group, amounts }) => `${group ?? 'sin grupo'}: ${changeText(amounts)}`).join('\n');

const printRows = (output: Output, zone: string, { rows }: LateView): void => {
  const cells = rows.map((row) => [
    String(row.revision),
    printDate(row.effectiveOn),
    printInstant(row.recordedAt, zone),
    String(row.daysLate),
    nameOfRecord(row),
    backingOf(row),
    changeText(row.amounts),
    groupsText(row.groups),
    row.moves.map(reportedText).join('\n'),
  ]);
  const head = ['N.º', 'Efecto', 'Registrado', 'Días', 'Registro', 'Respaldo', 'Cambio'];
  const widths = head.map((text) => (text === 'Respaldo' ? 32 : null));
  output.write(
    textTable([...head, 'Por grupo', 'Reportado sin él'], cells, { right: [0, 3], widths }),
  );
};

const printReported = (output: Output, { reported }: LateView): void => {
  if (reported.length === 0) return;
  const rows = reported.map((each) => [
    reportedText(each),
    printDate(each.effective),
    String(each.known),
    String(each.records),
    changeText(each.amounts),
    groupsText(each.groups),
  ]);
  const head = ['Reportado', 'Corte', 'Hasta el registro', 'Tardíos', 'Cambio', 'Por grupo'];
  output.write('\nCifras ya reportadas que se mueven');
  output.write(textTable(head, rows, { right: [2, 3] }));
};

export const printLate = (output: Output, answer: Answer<LateView>): void => {
  const { view, zone } = answer;
  output.write(printCutOff(answer));
  output.write(`\n${againstText(view)}: ${String(view.rows.length)}`);
  if (view.rows.length === 0) return;
  printRows(output, zone, view);
  printReported(output, view);
};
