import { approve } from '../support/acts.ts';
import {
  adjust,
  distribute,
  documentAdjustment,
  open,
  program,
  revise,
} from '../support/commands.ts';
import type { Cases } from '../support/errors/case.ts';
import { given } from '../support/given.ts';
import { approved, hundred, twoActivities } from '../support/ledgers.ts';
import { law, type Line } from '../support/lines.ts';
import { spendingOverHttp, spent } from '../support/spending-over-http.ts';

const on = '2020-06-30';
const of = (money: string, activity: string | null = '11.01.01'): Line => [
  ...([activity, '20000', 'TGN', money] as const),
];

export const plan: Cases = {
  EMPTY_LINES: {
    how: 'Se programa cero.',
    provoke: () => given(open()).when(program('2020-01-01', of('0.00', null))).refusal,
  },
  NEGATIVE_AMOUNT: {
    how: 'Se programa un monto negativo.',
    provoke: () => given(open()).when(program('2020-01-01', of('-1.00', null))).refusal,
  },
  PLAN_ALREADY_APPROVED: {
    how: 'Se programa más después de aprobado el POA.',
    provoke: () => given(...hundred()).when(program(on, of('5.00'))).refusal,
  },
  PLAN_NOT_APPROVED: {
    how: 'Se modifica un POA que no está aprobado.',
    provoke: () =>
      given(...twoActivities(), program('2020-01-01', of('10.00'))).when(
        adjust(on, 'additional', [of('5.00')]),
      ).refusal,
  },
  PLAN_IS_EMPTY: {
    how: 'Se aprueba un POA sin presupuesto.',
    provoke: () => given(open()).when(approve()).refusal,
  },
  DISTRIBUTION_NOT_BALANCED: {
    how: 'Se distribuye más que lo que se quita de lo no distribuido.',
    provoke: () =>
      given(...approved(of('100.00', null))).when(distribute(on, of('-60.00', null), of('70.00')))
        .refusal,
  },
  DISTRIBUTION_BETWEEN_ACTIVITIES: {
    how: 'Se pasa presupuesto de una actividad a otra como si fuera una distribución.',
    provoke: () =>
      given(...hundred()).when(distribute(on, of('-10.00'), of('10.00', '11.01.02'))).refusal,
  },
  ADJUSTMENT_SIGN: {
    how: 'Se registra un presupuesto adicional con un monto negativo.',
    provoke: () => given(...hundred()).when(adjust(on, 'additional', [of('-5.00')])).refusal,
  },
  TRANSFER_NOT_BALANCED: {
    how: 'Un traspaso quita diez y da nueve.',
    provoke: () =>
      given(...hundred()).when(adjust(on, 'transfer', [of('-10.00'), of('9.00', '11.01.02')]))
        .refusal,
  },
  NET_EFFECT_DIFFERS: {
    how: 'Una reformulación declara un aumento y sus líneas suman una disminución.',
    provoke: () =>
      given(...hundred()).when(adjust(on, 'reformulation', [of('-10.00')], { netEffect: '10.00' }))
        .refusal,
  },
  NET_EFFECT_MISSING: {
    how: 'Una reformulación no declara en cuánto cambia el total.',
    provoke: () => given(...hundred()).when(adjust(on, 'reformulation', [of('-10.00')])).refusal,
  },
  INSTRUMENT_MISSING: {
    how: 'Se modifica el presupuesto sin decir con qué instrumento.',
    provoke: async () => {
      const { command } = await spendingOverHttp();
      await command('approve-plan', { instrument: law });
      const { effectiveOn, lines } = spent('1');
      return command('adjust-budget', { effectiveOn, lines, name: 'AJUSTE', kind: 'additional' });
    },
  },
  ADJUSTMENT_NOT_FOUND: {
    how: 'Se corrige una actividad por una modificación que no existe.',
    provoke: () =>
      given(...twoActivities()).when(revise(on, '11.01.01', { name: 'Otro' }, 'AJUSTADO-JUNIO'))
        .refusal,
  },
  ADJUSTMENT_ALREADY_DOCUMENTED: {
    how: 'Se da instrumento a una modificación que ya lo tiene.',
    provoke: () =>
      given(...hundred(), adjust(on, 'additional', [of('5.00')])).when(
        documentAdjustment('AJUSTADO-JUNIO', 'additional'),
      ).refusal,
  },
  ADJUSTMENT_DIFFERS: {
    how: 'Se sigue una modificación adicional como si fuera un traspaso.',
    provoke: () =>
      given(...hundred(), adjust(on, 'additional', [of('5.00')])).when(
        adjust(on, 'transfer', [of('-5.00'), of('5.00', '11.01.02')]),
      ).refusal,
  },
};
