import { printAmount } from '../catalogue/amount.ts';
import { printDate } from '../catalogue/civil-date.ts';
import type { LedgerRecord } from '../catalogue/events.ts';
import { printInstant } from '../catalogue/instant.ts';
import type { ReplayedStep, ReplayView } from '../bus/audit-messages.ts';
import { textTable } from '../reports/text-table.ts';
import type { Figures } from '../../projections/figures.ts';
import { eventWords, summaryOf } from './event-words.ts';
import { measureWords, moneyText, unknownText, wordedMeasures } from './figure-words.ts';
import { backingOf } from './record-words.ts';

/** «Vigente 11,320,195.00 · Devengado 0.00», what is not known named as such at the end. */
export const totalText = (total: Figures): string => {
  const known = wordedMeasures.filter((measure) => total[measure] !== null);
  const unknown = wordedMeasures.filter((measure) => total[measure] === null);
  const rate = total.executionRate === null ? 'sin presupuesto' : `${total.executionRate} %`;
  return [
    ...known.map((measure) => `${measureWords[measure]} ${moneyText(total[measure], measure)}`),
    `Ejecución ${rate}`,
    ...unknown.map((measure) => `${measureWords[measure]}: ${unknownText(measure)}`),
  ].join(' · ');
};

type Replayed = ReplayedStep['records'][number];

const saidText = (record: Replayed): string =>
  `${eventWords[record.type]}: ${summaryOf(record as unknown as LedgerRecord)}`;

const eventLines = (record: Replayed, zone: string): string => {
  const { revision, effectiveOn, recordedAt, actor } = record;
  const when = `efecto ${printDate(effectiveOn)} · registrado ${printInstant(recordedAt, zone)} · por ${actor}`;
  const lines = [`registro ${String(revision)} · ${when}`, saidText(record), backingOf(record)];
  return lines.filter((line) => line !== '').join('\n  ');
};

/** The records of a day or a month, a line for each. */
const listed = (record: Replayed): string => {
  const backing = backingOf(record);
  return [
    `registro ${String(record.revision)}`,
    saidText(record),
    ...(backing ? [backing] : []),
  ].join(' · ');
};

const changesText = ({ changes }: ReplayedStep): string => {
  const rows = changes.map(({ activity, group, source, measure, amount, balance }) => [
    activity ?? 'sin distribuir',
    group ?? 'sin grupo',
    source ?? 'sin fuente',
    measureWords[measure],
    printAmount(amount),
    printAmount(balance),
  ]);
  const head = ['Actividad', 'Grupo', 'Fuente', 'Medida', 'Cambio', 'Queda'];
  return rows.length === 0 ? 'No mueve dinero.' : textTable(head, rows, { right: [4, 5] });
};

/** One step as people read it: the records, what they changed, and the running figures. */
export const stepText = (
  { steps, step: unit }: ReplayView,
  place: number,
  zone: string,
): string => {
  const step = steps[place];
  if (step === undefined) return '';
  const isEvent = unit === 'event';
  const period = isEvent ? '' : ` · ${step.period}`;
  return [
    `── paso ${String(place + 1)} de ${String(steps.length)}${period} ──`,
    ...step.records.map((record) => (isEvent ? eventLines(record, zone) : listed(record))),
    changesText(step),
    `Total: ${totalText(step.total)}`,
    '',
  ].join('\n');
};
