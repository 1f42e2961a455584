import { amount, percentageText } from '../../catalogue/amount.ts';
import { civilDate } from '../../catalogue/civil-date.ts';
import { activityCode, activityNamed, objectCode, source } from '../../catalogue/codes.ts';
import { zone } from '../../catalogue/zone.ts';
import { type Kind, plain, type Schema } from './kind.ts';

/** How long a text may be that a constructor of the catalogue reads and refuses. */
const readMax = 60;

/** A text that is one in every encoding, and that shows all it holds. */
const isText = (value: unknown, most: number): boolean =>
  typeof value === 'string' &&
  value.length <= most &&
  value.isWellFormed() &&
  // eslint-disable-next-line no-control-regex -- these are what it may not hold
  !/[\u0000-\u0008\u000b-\u001f\u007f]/.test(value);

interface Written extends Schema {
  readonly examples: readonly [string];
}

/** A text that the catalogue reads, and refuses with a code of its own. */
const readBy = <Value>(read: (text: string) => Value, schema: Written): Kind<Value> =>
  plain({
    schema: { type: 'string', ...schema },
    accepts: (value) => isText(value, readMax),
    expected: `un texto, como "${schema.examples[0]}"`,
    read,
  });

const described = (description: string, pattern: string, example: string): Written => ({
  description,
  pattern,
  examples: [example],
});

export const money = readBy(
  amount,
  described(
    'Un monto: texto con hasta dos decimales.',
    String.raw`^-?\d{1,12}(\.\d{1,2})?$`,
    '1234.56',
  ),
);
export const day = readBy(
  civilDate,
  described('Un día, sin hora ni huso.', String.raw`^\d{4}-\d{2}-\d{2}$`, '2020-01-31'),
);
export const newCode = readBy(
  activityCode,
  described('El código de una actividad.', String.raw`^\d{1,3}(\.\d{1,3}){1,5}\.?$`, '11.02.02'),
);
export const activity = readBy(
  activityNamed,
  described('Una actividad, por su código vigente.', String.raw`^.*\S.*$`, '11.02.02'),
);
export const object = readBy(
  objectCode,
  described('Objeto del gasto: un grupo o una partida.', String.raw`^[1-9]\d{4}$`, '23400'),
);
export const fuente = readBy(
  source,
  described('Fuente de financiamiento.', String.raw`^(\d{2}|TGN|OTRAS)$`, '10'),
);
export const percentage = readBy(
  percentageText,
  described(
    'Un porcentaje: texto con hasta dos decimales.',
    String.raw`^\d{1,3}(\.\d{1,2})?$`,
    '66.40',
  ),
);
export const timeZone = readBy(
  zone,
  described('Un huso horario.', String.raw`^\S+$`, 'America/La_Paz'),
);

/** Words of people, without the blanks around them. */
export const text = (most: number, description: string): Kind<string> =>
  plain({
    schema: { type: 'string', description, minLength: 1, maxLength: most },
    accepts: (value) => isText(value, most) && String(value).trim() !== '',
    expected: `un texto de 1 a ${String(most)} caracteres`,
    read: (given: string) => given.trim(),
  });

export const whole = (least: number, most: number, description: string): Kind<number> =>
  plain({
    schema: { type: 'integer', description, minimum: least, maximum: most },
    accepts: (value) =>
      Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most,
    expected: `un número entero de ${String(least)} a ${String(most)}`,
    read: (given: number) => given,
  });

export const choice = <Choice extends string>(
  choices: readonly Choice[],
  description: string,
): Kind<Choice> =>
  plain({
    schema: { type: 'string', description, enum: [...choices] },
    accepts: (value) => choices.some((each) => each === value),
    expected: `uno de ${choices.join(', ')}`,
    read: (given: Choice) => given,
  });

/** Some of what there is, each once. */
export const someOf = <Choice extends string>(
  choices: readonly Choice[],
  description: string,
): Kind<readonly Choice[]> =>
  plain({
    schema: {
      ...{ type: 'array', description, items: { type: 'string', enum: [...choices] } },
      ...{ minItems: 1, uniqueItems: true },
    },
    accepts: (value) =>
      Array.isArray(value) &&
      value.length > 0 &&
      new Set(value).size === value.length &&
      value.every((each) => choices.includes(each as Choice)),
    expected: `una lista de ${choices.join(', ')}, cada uno una vez`,
    read: (given: readonly Choice[]) => given,
  });

/** Said or left out: there is no other answer. */
export const yes = (description: string): Kind<true> =>
  plain({
    schema: { type: 'boolean', description, const: true },
    accepts: (value) => value === true,
    expected: 'true, o que no esté',
    read: () => true as const,
  });

export const sha256 = plain({
  schema: { type: 'string', description: 'SHA-256 en hexadecimal.', pattern: '^[0-9a-f]{64}$' },
  accepts: (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value),
  expected: 'una SHA-256 en hexadecimal, de 64 cifras',
  read: (given: string) => given,
});
