import { accessOver, arrived, passphrase } from '../support/access-over.ts';
import { admit } from '../support/admitted.ts';
import { codeOf } from '../support/code-of.ts';
import type { Cases } from '../support/errors/case.ts';
import { asked, guest, stranger } from '../support/errors/over-http.ts';
import { oidcServer } from '../support/oidc-server.ts';
import { spendingOverHttp, spent } from '../support/spending-over-http.ts';
import { visitProvider } from '../support/visit-provider.ts';

const wrong = 'otra frase bastante larga';
const home = 'http://127.0.0.1:1';
const nowhere = {
  issuer: 'http://127.0.0.1:2',
  client: { clientId: 'poa', clientSecret: 'una clave' },
};

/** A service that knows a provider, and a browser at it. */
const visitor = ({ issuer, client }: typeof nowhere) =>
  stranger({ provider: { issuer, ...client }, publicUrl: home });

export const signingIn: Cases = {
  SIGN_IN_NEEDED: {
    how: 'Se piden los libros sin sesión ni ficha de acceso.',
    provoke: async () => (await stranger()).browser.ask('GET', '/api/v1/ledgers'),
  },
  SESSION_ENDED: {
    how: 'El navegador trae la sesión que su persona ya terminó.',
    provoke: async () => {
      const browser = await guest();
      const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const { json } = await browser.ask('GET', '/api/v1/session');
      const own = { 'x-csrf-token': String(json.csrfToken) };
      await browser.ask('DELETE', '/api/v1/session', undefined, own);
      return browser.ask('GET', '/api/v1/session', undefined, { cookie });
    },
  },
  TOKEN_NOT_VALID: {
    how: 'Un programa presenta una ficha de acceso que nadie emitió.',
    provoke: asked('/api/v1/ledgers', { headers: { authorization: 'Bearer poa_t1_x' } }),
  },
  CREDENTIALS_REFUSED: {
    how: 'Alguien inicia sesión con otra contraseña que la suya.',
    provoke: async () => (await guest()).signIn('ana', wrong),
  },
  SIGN_IN_LOCKED: {
    how: 'Alguien se equivoca cinco veces de contraseña y prueba una vez más.',
    provoke: async () => {
      const service = accessOver();
      await arrived(service, 'ana');
      for (let count = 0; count < 5; count += 1) await codeOf(service.signIns.signIn('ana', wrong));
      return service.signIns.signIn('ana', passphrase);
    },
  },
  CROSS_SITE_REFUSED: {
    how: 'Una página ajena hace que el navegador mande algo con la sesión de su persona.',
    provoke: async () => (await guest()).ask('DELETE', '/api/v1/session'),
  },
  INVITATION_NOT_VALID: {
    how: 'Alguien usa por segunda vez la misma invitación.',
    provoke: async () => {
      const { people, signIns } = accessOver();
      const { code } = await people.add('admin', { login: 'ana', name: 'Ana' });
      await signIns.accept({ code, password: passphrase });
      return signIns.accept({ code, password: passphrase });
    },
  },
  PROVIDER_NOT_CONFIGURED: {
    how: 'Se inicia sesión por un proveedor de identidad donde no hay ninguno.',
    provoke: async () => (await stranger()).browser.ask('GET', '/api/v1/session/provider'),
  },
  PROVIDER_REFUSED: {
    how: 'El navegador vuelve del proveedor sin haber ido desde este servicio.',
    provoke: async () => {
      const { browser } = await visitor(nowhere);
      return browser.ask('GET', '/api/v1/session/provider/return?code=x&state=y');
    },
  },
  PROVIDER_NOT_REACHED: {
    how: 'Se inicia sesión por un proveedor que no está en marcha.',
    provoke: async () => {
      const { browser } = await visitor(nowhere);
      return browser.ask('GET', '/api/v1/session/provider');
    },
  },
  SUBJECT_UNKNOWN: {
    how: 'El proveedor confirma a alguien que ninguna persona de este servicio es.',
    provoke: async () => {
      const provider = await oidcServer();
      provider.begin(`${home}/api/v1/session/provider/return`);
      const { browser } = await visitor(provider);
      const { headers } = await browser.ask('GET', '/api/v1/session/provider');
      const start = headers.get('location') ?? '';
      const back = await visitProvider(start, 'ana@entidad.gob.bo', home);
      try {
        return await browser.ask('GET', back);
      } finally {
        provider.close();
      }
    },
  },
};

export const permissions: Cases = {
  NOT_PERMITTED: {
    how: 'Quien audita quiere registrar un devengado.',
    provoke: async () => {
      const { execute, store } = await spendingOverHttp();
      const { authorization } = await admit(store, ['audit']);
      return execute(spent('1'), { headers: { authorization } });
    },
  },
};
