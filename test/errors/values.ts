import { program, open } from '../support/commands.ts';
import type { Cases } from '../support/errors/case.ts';
import { asked } from '../support/errors/over-http.ts';
import { budgetWith, files, onSample, spending, stores } from '../support/errors/sample.ts';
import { given } from '../support/given.ts';
import type { Line } from '../support/lines.ts';
import { refusalHere } from '../support/poa-in-process.ts';

const largest = (count: number): Line[] =>
  Array.from({ length: count }, (_, index) => [
    ...[null, String(20_000 + index)],
    ...['TGN', '999999999999.99'],
  ]) as unknown as Line[];

export const values: Cases = {
  INVALID_AMOUNT: {
    how: 'Se escribe un monto con tres decimales.',
    provoke: spending('11.01.11:20000:TGN:1.005'),
  },
  TOTAL_TOO_LARGE: {
    how: 'Lo programado en todo el libro pasa de noventa billones.',
    provoke: () =>
      given(open(), program('2020-01-01', ...largest(90))).when(
        program('2020-01-01', ...largest(1)),
      ).refusal,
  },
  INVALID_PERCENTAGE: {
    how: 'Se informa un avance con palabras.',
    provoke: onSample('progress 11.01.11 --on 2020-12-31 --accumulated mucho'),
  },
  INVALID_DATE: {
    how: 'Se da una fecha que no está en el calendario.',
    provoke: spending('11.01.11:20000:TGN:1', '2020-02-30'),
  },
  INVALID_MONTH_DAY: {
    how: 'Se consolidan varios libros a un día que ningún año tiene.',
    provoke: asked('/api/v1/consolidation/overall?cutoff=02-30'),
  },
  INVALID_INSTANT: {
    how: 'Se pregunta por lo registrado hasta «ayer».',
    provoke: onSample('view group --known ayer'),
  },
  INVALID_ACTIVITY_CODE: {
    how: 'Se registra una actividad con una letra en su código.',
    provoke: onSample('register 11.01.x --on 2020-12-31'),
  },
  INVALID_OBJECT_CODE: {
    how: 'Se da un objeto del gasto de cuatro cifras.',
    provoke: spending('11.01.11:2000:TGN:1'),
  },
  INVALID_SOURCE: {
    how: 'Se da por fuente la sigla de un impuesto.',
    provoke: spending('11.01.11:20000:IDH:1'),
  },
  INVALID_LEDGER_ID: {
    how: 'Se nombra un libro por la sigla sola.',
    provoke: onSample('view group --ledger senavex'),
  },
  INVALID_COMMAND: {
    how: 'Se da un documento sin su número.',
    provoke: onSample('pay --on 2020-12-31 --document C31 --line ::TGN:1'),
  },
  INVALID_SETTINGS: {
    how: 'Se piden los hallazgos con una configuración que no es JSON.',
    provoke: () => {
      const path = files.withContent('umbral: 5');
      return refusalHere(stores.shared(), ['findings', '--settings', path]);
    },
  },
  INVALID_VALUE: {
    how: 'El presupuesto original trae una columna que nadie conoce.',
    provoke: budgetWith('source,amount → source,amount,nota'),
  },
};
