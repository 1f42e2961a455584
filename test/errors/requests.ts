import type { Cases } from '../support/errors/case.ts';
import { asked, executed, saidTo, sent } from '../support/errors/over-http.ts';
import { FailingStore, HangingStore } from '../support/faulty-stores.ts';
import { openedStore, served } from '../support/served.ts';

const seconds = { requestSeconds: 1 };

export const requests: Cases = {
  ROUTE_NOT_FOUND: {
    how: 'Se pide una dirección que el servicio no tiene.',
    provoke: asked('/libros'),
  },
  METHOD_NOT_ALLOWED: {
    how: 'Se borra lo que solo se lee.',
    provoke: asked('/health/live', { method: 'DELETE' }),
  },
  REQUEST_NOT_VALID: {
    how: 'Llega algo que no es un pedido HTTP.',
    provoke: saidTo('HOLA\r\n\r\n'),
  },
  URL_NOT_VALID: {
    how: 'La dirección lleva un % al que no siguen dos cifras.',
    provoke: asked('/api/%zz'),
  },
  HEADERS_TOO_LARGE: {
    how: 'El pedido trae un encabezado de veinte mil letras.',
    provoke: saidTo(`GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`),
  },
  BODY_NOT_READABLE: {
    how: 'El cuerpo es un JSON al que falta el final.',
    provoke: sent('{"lines":'),
  },
  BODY_TOO_LARGE: {
    how: 'El cuerpo ocupa más de lo que el servicio recibe.',
    provoke: sent(JSON.stringify('x'.repeat(2_000)), { bodyBytesMax: 1_024 }),
  },
  MEDIA_TYPE_NOT_SUPPORTED: {
    how: 'Una orden llega como texto simple.',
    provoke: executed({ headers: { 'content-type': 'text/plain' } }),
  },
  IDEMPOTENCY_KEY_MISSING: {
    how: 'Una orden llega sin la identificación del pedido.',
    provoke: executed({ key: '' }),
  },
  REQUEST_TIMEOUT: {
    how: 'El pedido se queda a la mitad.',
    provoke: saidTo('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n', seconds),
  },
  ANSWER_TIMEOUT: {
    how: 'El almacén deja de contestar mientras se lee.',
    provoke: async () => {
      const store = await openedStore(new HangingStore());
      const { ask, views } = await served(store, seconds);
      store.isHanging = true;
      const said = await ask(`${views}/form-5b`);
      store.isHanging = false;
      return said;
    },
  },
  RATE_EXCEEDED: {
    how: 'Desde una dirección llegan más pedidos por minuto que los admitidos.',
    provoke: async () => {
      const { ask } = await served(await openedStore(), { requestsPerMinute: 2 });
      await ask('/api/v1/ledgers');
      await ask('/api/v1/ledgers');
      return ask('/api/v1/ledgers');
    },
  },
  INTERNAL_ERROR: {
    how: 'El programa tropieza con algo que nadie previó.',
    provoke: async () => {
      const store = await openedStore(new FailingStore());
      const { ask, views } = await served(store);
      store.failure = new Error('algo que nadie previó');
      return ask(`${views}/form-5b`);
    },
  },
};
