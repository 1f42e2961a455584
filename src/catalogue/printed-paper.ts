import { civilDate } from './civil-date.ts';
import type { Instrument } from './events.ts';
import { Failure } from './failure.ts';

export const refused = (text: string, problem: string): Failure =>
  new Failure('INVALID_COMMAND', { problem: `«${text}» ${problem}` });

/** @throws INVALID_COMMAND unless the text is so many parts with colons between them, none of them empty */
export const parts = (text: string, count: number, shape: string): string[] => {
  const found = text.split(':').map((part) => part.trim());
  if (found.length !== count || found.some((part) => part === '')) {
    throw refused(text, `no tiene la forma ${shape}`);
  }
  return found;
};

/** KIND:NUMBER:DATE, such as LEY:1267:2019-12-20 */
export const instrument = (text: string): Instrument => {
  const [kind = '', number = '', date = ''] = parts(text, 3, 'CLASE:NÚMERO:AAAA-MM-DD');
  return { kind, number, date: civilDate(date) };
};
