import { defaultClassifiers } from '../../src/catalogue/classifiers.ts';
import { open, program, register, revise, withdraw } from '../support/commands.ts';
import type { Cases } from '../support/errors/case.ts';
import { spending } from '../support/errors/sample.ts';
import { opening } from '../support/errors/told-store.ts';
import { given } from '../support/given.ts';
import { hundred, twoActivities } from '../support/ledgers.ts';
import { day } from '../support/lines.ts';

export const activities: Cases = {
  ACTIVITY_NOT_FOUND: {
    how: 'Se ejecuta en una actividad que no está en el POA.',
    provoke: spending('11.01.99:20000:TGN:1'),
  },
  ACTIVITY_NOT_IN_FORCE: {
    how: 'Se corrige una actividad con fecha anterior a su primer día.',
    provoke: () =>
      given(open(), register('2020-03-01', '11.01.01')).when(
        revise('2020-02-29', '11.01.01', { name: 'Otro' }),
      ).refusal,
  },
  ACTIVITY_ALREADY_REGISTERED: {
    how: 'Se registra una actividad con el código de otra.',
    provoke: () => given(...twoActivities()).when(register('2020-03-01', '11.01.01')).refusal,
  },
  ACTIVITY_HAS_BUDGET: {
    how: 'Se retira una actividad que todavía tiene saldo.',
    provoke: () => given(...hundred()).when(withdraw('2020-06-30', '11.01.01')).refusal,
  },
  GROUP_NOT_FOUND: {
    how: 'Se programa en un grupo que el clasificador de la gestión no tiene.',
    provoke: () => {
      const { groups, ...classifiers } = defaultClassifiers;
      const only = { ...classifiers, groups: { '20000': groups['20000'] ?? '' } };
      return given(opening('SENAVEX', { classifiers: only })).when(
        program('2020-01-01', [null, '30000', 'TGN', '1.00']),
      ).refusal;
    },
  },
  NOTHING_CHANGES: {
    how: 'Se corrige una actividad con los datos que ya tiene.',
    provoke: () =>
      given(...twoActivities()).when(
        revise('2020-06-30', '11.01.01', { name: 'Actividad 11.01.01' }),
      ).refusal,
  },
  ENDS_BEFORE_IT_STARTS: {
    how: 'Se registra una actividad que termina antes de comenzar.',
    provoke: () =>
      given(open()).when(
        register('2020-01-01', '11.01.01', { start: day('2020-06-01'), end: day('2020-05-31') }),
      ).refusal,
  },
};
