import { closePeriod, control, issue, reopenPeriod, signatureControl } from '../support/acts.ts';
import { execute, open } from '../support/commands.ts';
import type { Cases } from '../support/errors/case.ts';
import { given } from '../support/given.ts';
import { hundred } from '../support/ledgers.ts';
import { signed } from '../support/signed.ts';

const closed = () => [...hundred(), closePeriod('2020-03-31')];

export const periods: Cases = {
  PERIOD_IS_CLOSED: {
    how: 'Se registra un comprobante en un mes cerrado.',
    provoke: () =>
      given(...closed()).when(
        execute('2020-03-31', 'C31 1/1', [['11.01.01', '20000', 'TGN', '1.00']]),
      ).refusal,
  },
  PERIOD_ALREADY_CLOSED: {
    how: 'Se cierra dos veces el mismo mes.',
    provoke: () => given(...closed()).when(closePeriod('2020-03-31')).refusal,
  },
  PERIOD_NOT_CLOSED: {
    how: 'Se reabre un mes que está abierto.',
    provoke: () => given(...closed()).when(reopenPeriod('2020-04-01')).refusal,
  },
  CONTROL_UNCHANGED: {
    how: 'Se pone el control que ya rige.',
    provoke: () => given(open()).when(control('block', 'cell')).refusal,
  },
  SIGNATURES_MISSING: {
    how: 'Se reabre un mes sin firmas, donde el control pide tres.',
    provoke: () =>
      given(...closed(), signatureControl('three')).when(reopenPeriod('2020-03-01')).refusal,
  },
  SIGNATURES_NOT_DISTINCT: {
    how: 'Quien elaboró también aprueba.',
    provoke: () =>
      given(...closed(), signatureControl('three')).when(
        signed(reopenPeriod('2020-03-01'), 'ana luis ana'),
      ).refusal,
  },
  SIGNATURES_DIFFER: {
    how: 'Un reporte nombra a unas personas y lo firman otras.',
    provoke: () =>
      given(...hundred()).when(signed(issue('1', '2020-12-31', 4), 'ana luis rosa')).refusal,
  },
  REPORT_ALREADY_ISSUED: {
    how: 'Se emite otro reporte con un número ya usado.',
    provoke: () =>
      given(...hundred(), issue('1', '2020-12-31', 4)).when(issue('1', '2020-11-30', 4)).refusal,
  },
};
