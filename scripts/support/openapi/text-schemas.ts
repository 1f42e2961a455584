/** A piece of a JSON schema. */
export type Schema = Readonly<Record<string, unknown>>;

const text = (description: string, pattern: string, example: string): Schema => ({
  type: 'string',
  description,
  pattern,
  examples: [example],
});

const day = String.raw`\d{4}-\d{2}-\d{2}`;

/** The texts of the catalogue that have a form of their own, by the names of their types. */
export const textSchemas: Readonly<Record<string, Schema>> = {
  Amount: text(
    'Monto en bolivianos, con dos decimales.',
    String.raw`^-?\d{1,14}\.\d{2}$`,
    '150.00',
  ),
  Percentage: text('Porcentaje, con dos decimales.', String.raw`^-?\d{1,17}\.\d{2}$`, '85.70'),
  CivilDate: text('Un día, sin hora ni huso.', `^${day}$`, '2020-12-31'),
  MonthDay: text('Un día de cada gestión.', String.raw`^\d{2}-\d{2}$`, '12-31'),
  Instant: text(
    'Un momento en UTC, con microsegundos.',
    String.raw`^${day}T\d{2}:\d{2}:\d{2}\.\d{6}Z$`,
    '2021-01-15T22:00:00.000001Z',
  ),
  LedgerId: text(
    'El libro: entidad, sigla del área y gestión.',
    String.raw`^\d{1,6}-[A-Z0-9ÁÉÍÓÚÑ]{1,30}-\d{4}$`,
    '41-SENAVEX-2020',
  ),
  AccountId: text('La cuenta de una persona, siempre la misma.', '^.+$', 'u0123456789ab'),
  ActivityCode: text('Código de una actividad.', String.raw`^\d{1,3}(\.\d{1,3}){1,5}$`, '11.02.02'),
  ActivityId: text('Identificación de una actividad, siempre la misma.', '^.+$', '11.02.02'),
  ObjectCode: text('Objeto del gasto: un grupo o una partida.', String.raw`^[1-9]\d{4}$`, '20000'),
  Source: text('Fuente de financiamiento.', String.raw`^(\d{2}|TGN|OTRAS)$`, 'TGN'),
};
