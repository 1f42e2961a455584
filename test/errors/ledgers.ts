import { closeLedger, reopenLedger } from '../support/acts.ts';
import { open, program } from '../support/commands.ts';
import type { Cases } from '../support/errors/case.ts';
import { onSample } from '../support/errors/sample.ts';
import { onTold, opening } from '../support/errors/told-store.ts';
import { given } from '../support/given.ts';
import type { Line } from '../support/lines.ts';
import { poaWithClock } from '../support/poa-in-process.ts';
import { refusalIn } from '../support/run-poa.ts';

const line: Line = [null, '20000', 'TGN', '1.00'];

/** A ledger that is opened at a moment, and a question about what was known at another one. */
const opensAndAsks = async (known: string) => {
  const poa = poaWithClock();
  await poa.at('2021-01-04T12:00:00Z', 'open', ...'--entity 41 --sigla X --year 2020'.split(' '));
  const args = ['view', 'group', '--known', known, '--json'];
  return refusalIn(args, await poa.at('2021-01-05T12:00:00Z', ...args));
};

export const ledger: Cases = {
  LEDGER_NOT_FOUND: {
    how: 'Se pide una vista de un libro que el almacén no tiene.',
    provoke: onSample('view group --ledger 41-OTRO-2020'),
  },
  LEDGER_NOT_CHOSEN: {
    how: 'Hay varios libros y no se dice cuál.',
    provoke: onTold('form-5b', [open()], [opening('OTRA')]),
  },
  LEDGER_ALREADY_OPEN: {
    how: 'Se abre un libro por segunda vez.',
    provoke: () => given(open()).when(open()).refusal,
  },
  LEDGER_IS_CLOSED: {
    how: 'Se programa en un libro cuya gestión ya se cerró.',
    provoke: () => given(open(), closeLedger()).when(program('2020-12-31', line)).refusal,
  },
  LEDGER_IS_NOT_CLOSED: {
    how: 'Se reabre un libro que está abierto.',
    provoke: () => given(open()).when(reopenLedger()).refusal,
  },
  OTHER_LEDGER: {
    how: 'Se abre un libro con el nombre de otra área.',
    provoke: onSample('open --ledger 41-X-2020 --entity 41 --sigla Y --year 2020'),
  },
  OUTSIDE_FISCAL_YEAR: {
    how: 'Se registra con fecha del año siguiente.',
    provoke: () => given(open()).when(program('2021-01-01', line)).refusal,
  },
  CUT_OFF_OUTSIDE_FISCAL_YEAR: {
    how: 'Se pide una vista a un corte del año siguiente.',
    provoke: onSample('view group --cutoff 2021-01-01'),
  },
  KNOWN_BEFORE_LEDGER: {
    how: 'Se pregunta por lo registrado antes de que el libro se abriera.',
    provoke: () => opensAndAsks('2019-01-01'),
  },
  KNOWN_IN_FUTURE: {
    how: 'Se pregunta por lo registrado hasta un día que no llegó.',
    provoke: () => opensAndAsks('2999-01-01'),
  },
  REVISION_NOT_FOUND: {
    how: 'Se pregunta por lo registrado hasta un registro que no existe.',
    provoke: onSample('view group --known 99'),
  },
};

export const severalLedgers: Cases = {
  NO_LEDGER_MATCHES: {
    how: 'Se consolida una gestión de la que no hay libros.',
    provoke: onSample('consolidate --entity 41 --year 1999'),
  },
  REVISION_OF_ONE_LEDGER: {
    how: 'Se consolidan libros con lo registrado hasta el número de un registro.',
    provoke: onSample('consolidate --known 4'),
  },
  ZONES_DIFFER: {
    how: 'Se consolidan, con lo registrado hasta un día, libros de dos husos.',
    provoke: onTold(
      'consolidate --known 2021-06-01',
      [open()],
      [opening('OTRA', { zone: 'America/Bogota' })],
    ),
  },
  CURRENCIES_DIFFER: {
    how: 'Se consolidan libros en bolivianos y en dólares.',
    provoke: onTold('consolidate', [open()], [opening('OTRA', { currency: 'USD' })]),
  },
};
