import { InvalidArgumentError } from 'commander';
import { amount, percentageText, type Percentage } from '../catalogue/amount.ts';
import { civilDate } from '../catalogue/civil-date.ts';
import { activityCode, objectCode, source } from '../catalogue/codes.ts';
import type { Authorisation, BackingDocument, Instrument } from '../catalogue/events.ts';
import { isFailure } from '../catalogue/failure.ts';
import type { CommandLine } from '../bus/messages.ts';

/** Turns a refused value into a refused option: commander names the option in front. */
const option =
  <Value>(parse: (text: string) => Value) =>
  (text: string): Value => {
    try {
      return parse(text);
    } catch (error) {
      throw isFailure(error) ? new InvalidArgumentError(error.detail) : error;
    }
  };

const parts = (text: string, count: number, shape: string): string[] => {
  const found = text.split(':').map((part) => part.trim());
  if (found.length !== count || found.some((part) => part === '')) {
    throw new InvalidArgumentError(`«${text}» no tiene la forma ${shape}`);
  }
  return found;
};

export const day = option(civilDate);
export const code = option(activityCode);
export const money = option(amount);
export const percent = option((text: string): Percentage => percentageText(text));

export const wholeNumber = (text: string): number => {
  if (!/^\d{1,15}$/.test(text)) throw new InvalidArgumentError(`«${text}» no es un número entero`);
  return Number(text);
};

/** KIND:NUMBER:DATE, such as LEY:1267:2019-12-20 */
export const instrument = option((text: string): Instrument => {
  const [kind = '', number = '', date = ''] = parts(text, 3, 'CLASE:NÚMERO:AAAA-MM-DD');
  return { kind, number, date: civilDate(date) };
});

export const authorisation = (given: Instrument, reason: string): Authorisation => ({
  ...given,
  reason,
});

/** KIND:NUMBER or KIND:NUMBER:SEQUENCE, such as C31:55:2 */
export const document = option((text: string): BackingDocument => {
  const withSequence = text.split(':').length === 2 ? `${text}:1` : text;
  const [kind = '', number = '', sequence = ''] = parts(
    withSequence,
    3,
    'CLASE:NÚMERO[:SECUENCIA]',
  );
  return { kind, number, sequence: wholeNumber(sequence) };
});

/** A part that may be left out. */
const maybe = <Value>(text: string, parse: (text: string) => Value): Value | null =>
  text.trim() === '' ? null : parse(text.trim());

const line = option((text: string): CommandLine => {
  const cells = text.split(':');
  if (cells.length !== 4) {
    throw new InvalidArgumentError(`«${text}» no tiene la forma ACTIVIDAD:OBJETO:FUENTE:MONTO`);
  }
  const [activity = '', object = '', from = '', value = ''] = cells;
  return {
    activity: maybe(activity, (code) => code.replace(/\.$/, '')),
    object: maybe(object, objectCode),
    source: maybe(from, source),
    amount: amount(value.trim()),
  };
});

/** ACTIVITY:OBJECT:SOURCE:AMOUNT, the first three may be empty; given once per line. */
export const lines = (text: string, before: readonly CommandLine[] | undefined): CommandLine[] => [
  ...(before ?? []),
  line(text),
];
