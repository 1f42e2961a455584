import { amount, type Amount, centavos } from '../../src/catalogue/amount.ts';
import { civilDate } from '../../src/catalogue/civil-date.ts';
import { Failure, isFailure } from '../../src/catalogue/failure.ts';

/** What the rules may be told; each has a default, and a run may say otherwise. */
export interface FindingSettings {
  readonly buyingWords: readonly string[];
  readonly lateFrom: string;
  readonly smallAmountMax: Amount;
  readonly smallCountMin: number;
  readonly roundTripDaysMax: number;
}

export type SettingName = keyof FindingSettings;

interface Setting<Value> {
  readonly default: Value;
  /** in Spanish, for the table of the rules */
  readonly meaning: string;
  /** what would be valid, for whoever gave something else */
  readonly expected: string;
  readonly read: (given: unknown) => Value | null;
}

const wholeNumber =
  (least: number, most: number) =>
  (given: unknown): number | null =>
    Number.isSafeInteger(given) && (given as number) >= least && (given as number) <= most
      ? (given as number)
      : null;

/** A value that the catalogue's own constructor takes, null where it refuses it. */
const madeBy = <Value>(make: () => Value): Value | null => {
  try {
    return make();
  } catch (error) {
    if (isFailure(error)) return null;
    throw error;
  }
};

const readWords = (given: unknown): readonly string[] | null => {
  if (!Array.isArray(given)) return null;
  const words = given as readonly unknown[];
  const isWord = (word: unknown): word is string => typeof word === 'string' && word.trim() !== '';
  return words.every(isWord) ? words : null;
};

/** 2000 has a 29 February, as any fiscal year may. */
const readMonthAndDay = (given: unknown): string | null =>
  typeof given === 'string' && madeBy(() => civilDate(`2000-${given}`)) !== null ? given : null;

const readAmount = (given: unknown): Amount | null => {
  const read = typeof given === 'string' ? madeBy(() => amount(given)) : null;
  return read === null || centavos(read) <= 0 ? null : read;
};

/** The one place of the defaults. */
export const settingTable: { readonly [Name in SettingName]: Setting<FindingSettings[Name]> } = {
  buyingWords: {
    default: ['CONTRATACIÓN', 'ADQUISICIÓN', 'COMPRA'],
    meaning:
      'comienzos de palabra que dicen que una actividad adquiere; sin mirar tildes ni mayúsculas',
    expected: 'una lista de palabras, como ["CONTRATACIÓN"]',
    read: readWords,
  },
  lateFrom: {
    default: '12-01',
    meaning: 'día (MM-DD) desde el que una modificación es tardía',
    expected: 'un día del año MM-DD entre comillas, como "12-01"',
    read: readMonthAndDay,
  },
  smallAmountMax: {
    default: '10000.00' as Amount,
    meaning: 'hasta cuánto cambia una línea una modificación pequeña',
    expected: 'un monto mayor que cero entre comillas, como "10000.00"',
    read: readAmount,
  },
  smallCountMin: {
    default: 4,
    meaning: 'cuántas modificaciones pequeñas de una línea son muchas',
    expected: 'un número entero de 2 a 1000',
    read: wholeNumber(2, 1000),
  },
  roundTripDaysMax: {
    default: 90,
    meaning: 'a cuántos días, como mucho, un traspaso que vuelve es de ida y vuelta',
    expected: 'un número entero de 0 a 366',
    read: wholeNumber(0, 366),
  },
};

const names = Object.keys(settingTable) as SettingName[];

const valueOf = (name: SettingName, given: unknown): unknown => {
  const value = settingTable[name].read(given);
  if (value !== null) return value;
  const problem = `${name}: se espera ${settingTable[name].expected}`;
  throw new Failure('INVALID_SETTINGS', { problem });
};

/**
 * The defaults with what a run says otherwise.
 * @throws INVALID_SETTINGS for an unknown name or a value that is none
 */
export const findingSettings = (given: unknown = {}): FindingSettings => {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    const problem = `se espera un objeto JSON con alguna de: ${names.join(', ')}`;
    throw new Failure('INVALID_SETTINGS', { problem });
  }
  const unknown = Object.keys(given).find((name) => !names.includes(name as SettingName));
  if (unknown !== undefined) {
    const problem = `no existe «${unknown}»; existen: ${names.join(', ')}`;
    throw new Failure('INVALID_SETTINGS', { problem });
  }
  const read: readonly (readonly [SettingName, unknown])[] = names.map((name) => [
    name,
    name in given ? valueOf(name, Reflect.get(given, name)) : settingTable[name].default,
  ]);
  return Object.fromEntries(read) as unknown as FindingSettings;
};
