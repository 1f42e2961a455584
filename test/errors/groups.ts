import type { FailureCode } from '../../src/catalogue/failures.ts';
import type { Group } from '../support/errors/case.ts';
import { activities } from './activities.ts';
import { commands } from './commands.ts';
import { copies } from './copies.ts';
import { drafts } from './drafts.ts';
import { filesTaken } from './files.ts';
import { ledger, severalLedgers } from './ledgers.ts';
import { money } from './money.ts';
import { people } from './people.ts';
import { periods } from './periods.ts';
import { plan } from './plan.ts';
import { questions } from './questions.ts';
import { records } from './records.ts';
import { requests } from './requests.ts';
import { servers } from './servers.ts';
import { service } from './service.ts';
import { permissions, signingIn } from './signing-in.ts';
import { store } from './store.ts';
import { values } from './values.ts';

/** Every case, in the order of the codes in src/catalogue/failures.ts. */
export const groups: readonly Group[] = [
  { heading: 'Iniciar sesión', cases: signingIn },
  { heading: 'Lo que alguien puede', cases: permissions },
  { heading: 'Personas', cases: people },
  { heading: 'Borradores', cases: drafts },
  { heading: 'Valores', cases: values },
  { heading: 'Pedidos HTTP', cases: requests },
  { heading: 'El libro', cases: ledger },
  { heading: 'Varios libros', cases: severalLedgers },
  { heading: 'Lo que una pregunta nombra', cases: questions },
  { heading: 'Actividades', cases: activities },
  { heading: 'El plan y sus cambios', cases: plan },
  { heading: 'Dinero', cases: money },
  { heading: 'Períodos, control, firmas y reportes', cases: periods },
  { heading: 'Archivos que se importan', cases: filesTaken },
  { heading: 'Órdenes que se registran', cases: commands },
  { heading: 'El servicio y quien le pregunta', cases: service },
  { heading: 'El almacén', cases: store },
  { heading: 'Un almacén en servidores', cases: servers },
  { heading: 'Respaldos y copias', cases: copies },
  { heading: 'Lo guardado y sus pruebas', cases: records },
];

/** What no test can bring about, and why. */
export const unprovoked: Partial<Readonly<Record<FailureCode, string>>> = {};
