import { accessOver, arrived } from '../support/access-over.ts';
import type { Cases } from '../support/errors/case.ts';
import { ana, beto, closed, given, granted, opened, senavex } from '../support/given-access.ts';

const grant = (role: 'finance' | 'administration' | 'audit', ledger = senavex) =>
  ({ type: 'GrantRole', data: { account: beto, role, ledger } }) as const;

/** Somebody who is invited chooses what she is called, and her password. */
const accepting = async (password: string) => {
  const { people, signIns } = accessOver();
  const { code } = await people.add('admin', { login: 'ana', name: 'Ana' });
  return signIns.accept({ code, password });
};

export const people: Cases = {
  LOGIN_TAKEN: {
    how: 'Se da a una persona el usuario de otra.',
    provoke: async () => {
      const service = accessOver();
      await arrived(service, 'ana');
      return service.people.add('admin', { login: 'ANA', name: 'Otra' });
    },
  },
  LOGIN_NOT_VALID: {
    how: 'Se da a una persona un usuario con espacios.',
    provoke: () => accessOver().people.add('admin', { login: 'ana quispe', name: 'Ana' }),
  },
  PASSWORD_NOT_ACCEPTED: {
    how: 'Alguien elige una contraseña corta.',
    provoke: () => accepting('corta'),
  },
  ACCOUNT_NOT_FOUND: {
    how: 'Se da una función a quien no está entre las personas.',
    provoke: () => given().when(grant('finance')).refusal,
  },
  ACCOUNT_IS_CLOSED: {
    how: 'Se da una función a quien tiene la cuenta cerrada.',
    provoke: () => given(opened(beto), closed(beto)).when(grant('finance')).refusal,
  },
  ACCOUNT_IS_OPEN: {
    how: 'Se borra a una persona sin cerrar antes su cuenta.',
    provoke: () =>
      given(opened(beto)).when({ type: 'ErasePerson', data: { account: beto } }).refusal,
  },
  OWN_ROLE: {
    how: 'Quien administra se da una función a sí.',
    provoke: () => given(opened(beto)).when(grant('finance'), beto).refusal,
  },
  ROLE_ALREADY_HELD: {
    how: 'Se da dos veces la misma función para el mismo libro.',
    provoke: () =>
      given(opened(beto), granted(beto, 'finance', senavex)).when(grant('finance')).refusal,
  },
  ROLE_NOT_HELD: {
    how: 'Se quita una función que la persona no tiene.',
    provoke: () => {
      const { data } = grant('finance');
      return given(opened(beto)).when({ type: 'RevokeRole', data }).refusal;
    },
  },
  ROLE_OF_ALL_LEDGERS: {
    how: 'Se da la función de administrar para un solo libro.',
    provoke: () => given(opened(beto)).when(grant('administration')).refusal,
  },
  ROLES_INCOMPATIBLE: {
    how: 'Se da la función de auditar a quien registra en el mismo libro.',
    provoke: () =>
      given(opened(beto), granted(beto, 'finance', senavex)).when(grant('audit')).refusal,
  },
  LAST_ADMINISTRATOR: {
    how: 'La única persona que administra deja de hacerlo.',
    provoke: () => {
      const data = { account: ana, role: 'administration', ledger: null } as const;
      return given(opened(ana), granted(ana, 'administration')).when({ type: 'RevokeRole', data })
        .refusal;
    },
  },
  TOKEN_NOT_FOUND: {
    how: 'Se revoca una ficha de acceso que nadie emitió.',
    provoke: () => given().when({ type: 'RevokeToken', data: { token: 't1' } }).refusal,
  },
};
