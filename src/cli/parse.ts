import { amount, percentageText } from '../catalogue/amount.ts';
import { civilDate } from '../catalogue/civil-date.ts';
import { activityCode, activityNamed, objectCode, source } from '../catalogue/codes.ts';
import type {
  Authorisation,
  BackingDocument,
  Instrument,
  Signatures,
} from '../catalogue/events.ts';
import { instrument, parts, refused } from '../catalogue/printed-paper.ts';
import { zone } from '../catalogue/zone.ts';
import type { CommandLine } from '../bus/messages.ts';

export { activityNamed, instrument, zone };

export const day = civilDate;
export const code = activityCode;
export const money = amount;
export const percent = percentageText;

export const wholeNumber = (text: string): number => {
  if (!/^\d{1,15}$/.test(text)) throw refused(text, 'no es un número entero');
  return Number(text);
};

export const authorisation = (given: Instrument, reason: string): Authorisation => ({
  ...given,
  reason,
});

/** KIND:NUMBER or KIND:NUMBER:SEQUENCE, such as C31:55:2 */
export const document = (text: string): BackingDocument => {
  const withSequence = text.split(':').length === 2 ? `${text}:1` : text;
  const [kind = '', number = '', sequence = ''] = parts(
    withSequence,
    3,
    'CLASE:NÚMERO[:SECUENCIA]',
  );
  return { kind, number, sequence: wholeNumber(sequence) };
};

/** PREPARED,REVIEWED,APPROVED: three people by their ids. */
export const signatures = (text: string): Signatures => {
  const [prepared = '', reviewed = '', approved = '', ...more] = text
    .split(',')
    .map((person) => person.trim());
  if (more.length > 0 || [prepared, reviewed, approved].includes('')) {
    throw refused(text, 'no tiene la forma ELABORADO,REVISADO,APROBADO');
  }
  return { prepared, reviewed, approved };
};

/** A part that may be left out. */
const maybe = <Value>(text: string, parse: (text: string) => Value): Value | null =>
  text.trim() === '' ? null : parse(text.trim());

const line = (text: string): CommandLine => {
  const cells = text.split(':');
  if (cells.length !== 4) {
    throw refused(text, 'no tiene la forma ACTIVIDAD:OBJETO:FUENTE:MONTO');
  }
  const [activity = '', object = '', from = '', value = ''] = cells;
  return {
    activity: maybe(activity, activityNamed),
    object: maybe(object, objectCode),
    source: maybe(from, source),
    amount: amount(value.trim()),
  };
};

/** ACTIVITY:OBJECT:SOURCE:AMOUNT, the first three may be empty; given once per line. */
export const lines = (text: string, before: readonly CommandLine[] | undefined): CommandLine[] => [
  ...(before ?? []),
  line(text),
];
