import type { Cases } from '../support/errors/case.ts';
import { asked, drafted } from '../support/errors/over-http.ts';
import { contended } from '../support/spending.ts';

export const drafts: Cases = {
  DRAFT_NOT_FOUND: {
    how: 'Se revisa un borrador que no está, o ya no.',
    provoke: asked(`/api/v1/ledgers/${contended}/drafts/d1/review`, { method: 'POST' }),
  },
  DRAFT_NOT_REVIEWED: {
    how: 'Se aprueba un borrador que nadie revisó.',
    provoke: async () => (await drafted()).other('POST', '/approve'),
  },
  DRAFT_ALREADY_REVIEWED: {
    how: 'Se revisa dos veces el mismo borrador.',
    provoke: async () => {
      const { other } = await drafted();
      await other('POST', '/review');
      return other('POST', '/review');
    },
  },
  DRAFT_WAS_RETURNED: {
    how: 'Se revisa un borrador que ya fue devuelto a quien lo elaboró.',
    provoke: async () => {
      const { other } = await drafted();
      await other('POST', '/return', { reason: 'falta el instrumento' });
      return other('POST', '/review');
    },
  },
  DRAFT_OF_ANOTHER: {
    how: 'Alguien retira el borrador que elaboró otra persona.',
    provoke: async () => (await drafted()).other('DELETE'),
  },
};
