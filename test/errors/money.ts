import { takeForm } from '../support/acts.ts';
import { adjust, commit, correct, execute, open, reserve, reverse } from '../support/commands.ts';
import type { Cases } from '../support/errors/case.ts';
import { given, type Step } from '../support/given.ts';
import { hundred } from '../support/ledgers.ts';
import type { Line } from '../support/lines.ts';
import { form } from '../support/stated-files.ts';

const of = (money: string, activity = '11.01.01'): Line[] => [[activity, '20000', 'TGN', money]];

/** Record 5 executes 60.00 of 100.00. */
const spent = (): Step[] => [...hundred(), execute('2020-03-01', 'C31 1/1', of('60.00'))];

/** A form of November states that 40.00 of 100.00 are executed. */
const stated = (): Step[] => [
  open(),
  takeForm(form('2020-11-30', { '11.01.01': [['20000', 'TGN', '100.00', '40.00']] })),
];

export const money: Cases = {
  BUDGET_EXCEEDED: {
    how: 'Se ejecuta más que el saldo.',
    provoke: () => given(...hundred()).when(execute('2020-03-01', 'C31 1/1', of('100.01'))).refusal,
  },
  BELOW_ZERO: {
    how: 'Se disminuye el presupuesto de una línea más que lo que tiene.',
    provoke: () =>
      given(...hundred()).when(adjust('2020-06-30', 'reduction', of('-100.01'))).refusal,
  },
  FORM_EXECUTES_ABOVE_BUDGET: {
    how: 'Un formulario trae más ejecutado que programado, y el control bloquea.',
    provoke: () =>
      given(open()).when(
        takeForm(form('2020-12-31', { '11.01.01': [['20000', 'TGN', '10.00', '10.01']] })),
      ).refusal,
  },
  DOCUMENT_ALREADY_RECORDED: {
    how: 'Se registra dos veces el mismo comprobante.',
    provoke: () => given(...spent()).when(execute('2020-03-02', 'C31 1/1', of('1.00'))).refusal,
  },
  DOCUMENT_NOT_FOUND: {
    how: 'Un devengado sigue a un compromiso que no está registrado.',
    provoke: () =>
      given(...hundred()).when(
        execute('2020-03-03', 'C31 1/1', of('50.00'), { follows: 'COM 1/1' }),
      ).refusal,
  },
  DOCUMENT_IN_OTHER_CHAIN: {
    how: 'Un documento que sigue a un preventivo se registra como si siguiera a otro.',
    provoke: () =>
      given(
        ...hundred(),
        reserve('2020-03-01', 'PRE 1/1', of('10.00')),
        reserve('2020-03-01', 'PRE 2/1', of('10.00')),
        commit('2020-03-02', 'COM 1/1', of('10.00'), { follows: 'PRE 1/1' }),
      ).when(execute('2020-03-03', 'COM 1/1', of('10.00'), { follows: 'PRE 2/1' })).refusal,
  },
  STAGE_EXCEEDS_PREVIOUS: {
    how: 'Se devenga más que lo comprometido en la misma cadena.',
    provoke: () =>
      given(...hundred(), commit('2020-03-02', 'COM 1/1', of('60.00'))).when(
        execute('2020-03-03', 'C31 1/1', of('60.01'), { follows: 'COM 1/1' }),
      ).refusal,
  },
  STATED_BY_FORMS: {
    how: 'Se registra un comprobante de un día que un formulario ya declaró, sin decir si lo incluye.',
    provoke: () => given(...stated()).when(execute('2020-11-30', 'C31 1/1', of('5.00'))).refusal,
  },
  CORTE_NOT_STATED: {
    how: 'Se corrige lo ejecutado a un corte que ningún formulario declara.',
    provoke: () => given(...stated()).when(correct('2020-12-31', ...of('5.00'))).refusal,
  },
  ACTIVITY_NOT_STATED: {
    how: 'Se corrige lo ejecutado de una actividad que el formulario no lista.',
    provoke: () => {
      const levels = {
        '11.01.01': [['20000', 'TGN', '100.00', '40.00']],
        '11.01.02': [['20000', 'TGN', '9.00', '3.00']],
      } as const;
      return given(
        open(),
        takeForm(form('2020-10-31', levels)),
        takeForm(form('2020-11-30', { '11.01.01': levels['11.01.01'] })),
      ).when(correct('2020-11-30', ...of('1.00', '11.01.02'))).refusal;
    },
  },
  ENTRY_NOT_REVERSIBLE: {
    how: 'Se revierte la aprobación del POA.',
    provoke: () => given(...hundred()).when(reverse('2020-04-01', 4)).refusal,
  },
  REVERSAL_BEFORE_ENTRY: {
    how: 'Se revierte un comprobante con fecha anterior a la suya.',
    provoke: () => given(...spent()).when(reverse('2020-02-29', 5)).refusal,
  },
  REVERSAL_EXCEEDS_ENTRY: {
    how: 'Se revierte más que lo que queda de un comprobante.',
    provoke: () =>
      given(...spent(), reverse('2020-04-01', 5, of('20.00'))).when(
        reverse('2020-04-02', 5, of('40.01')),
      ).refusal,
  },
};
