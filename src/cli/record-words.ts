import { printDate } from '../catalogue/civil-date.ts';
import type { BackingDocument, Instrument } from '../catalogue/events.ts';
import type { RecordDetails } from '../../projections/record-details.ts';
import { eventWords, signedText } from './event-words.ts';

const documentText = ({ kind, number, sequence }: BackingDocument): string =>
  `${kind} ${number}/${String(sequence)}`;

const instrumentText = ({ kind, number, date }: Instrument): string =>
  `${kind} ${number} de ${printDate(date)}`;

const adjustmentText = ({ adjustment }: RecordDetails): string =>
  adjustment === undefined ? '' : (adjustment.name ?? adjustment.id);

const backing = ({ document, instrument }: RecordDetails): string => {
  if (document !== undefined) return documentText(document);
  if (instrument === undefined) return '';
  return instrument === null ? 'instrumento no conocido' : instrumentText(instrument);
};

const formText = ({ form }: RecordDetails): string =>
  form === undefined ? '' : `formulario de corte ${printDate(form.corte)}`;

const reversedText = ({ reverses }: RecordDetails): string =>
  reverses === undefined ? '' : `revierte el registro ${String(reverses)}`;

/** What stands behind a record, in one line. */
export const backingOf = (details: RecordDetails): string =>
  [
    adjustmentText(details),
    backing(details),
    reversedText(details),
    details.reason ?? '',
    formText(details),
    signedText(details),
  ]
    .filter((part) => part !== '')
    .join(' · ');

export const nameOfRecord = ({ type }: RecordDetails): string => eventWords[type];
