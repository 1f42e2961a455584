import { amount, percentageText } from '../catalogue/amount.ts';
import { civilDate } from '../catalogue/civil-date.ts';
import { activityCode, objectCode, source } from '../catalogue/codes.ts';
import type { Authorisation, BackingDocument, Instrument } from '../catalogue/events.ts';
import { Failure } from '../catalogue/failure.ts';
import type { CommandLine } from '../bus/messages.ts';

export const day = civilDate;
export const code = activityCode;
export const money = amount;
export const percent = percentageText;

const refused = (text: string, problem: string): Failure =>
  new Failure('INVALID_COMMAND', { problem: `«${text}» ${problem}` });

const parts = (text: string, count: number, shape: string): string[] => {
  const found = text.split(':').map((part) => part.trim());
  if (found.length !== count || found.some((part) => part === '')) {
    throw refused(text, `no tiene la forma ${shape}`);
  }
  return found;
};

export const wholeNumber = (text: string): number => {
  if (!/^\d{1,15}$/.test(text)) throw refused(text, 'no es un número entero');
  return Number(text);
};

/** KIND:NUMBER:DATE, such as LEY:1267:2019-12-20 */
export const instrument = (text: string): Instrument => {
  const [kind = '', number = '', date = ''] = parts(text, 3, 'CLASE:NÚMERO:AAAA-MM-DD');
  return { kind, number, date: civilDate(date) };
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

/** The zone of a ledger decides which day its acts are of. */
export const zone = (text: string): string => {
  try {
    return new Intl.DateTimeFormat('es', { timeZone: text }).resolvedOptions().timeZone;
  } catch {
    throw refused(text, 'no es un huso horario (America/La_Paz)');
  }
};

/** Forms print a dot behind the code. */
export const activityNamed = (text: string): string => text.trim().replace(/\.$/, '');

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
