import { describe, expect, it } from '@jest/globals';
import {
  accessOver,
  arrived,
  hour,
  minute,
  passphrase,
  second,
  standingClock,
} from '../../support/access-over.ts';
import { MemoryStore } from '../../../src/adapters/memory/memory-store.ts';
import { codeOf } from '../../support/code-of.ts';

const wrong = 'otra frase bastante larga';

describe('a password', () => {
  it('lets in who has it, and nobody else', async () => {
    const service = accessOver();
    const { account } = await arrived(service, 'ana');
    const session = await service.signIns.signIn('ana', passphrase);
    expect(await service.signIns.identify({ session })).toMatchObject({ account });
    expect(await codeOf(service.signIns.signIn('ana', wrong))).toBe('CREDENTIALS_REFUSED');
    expect(await codeOf(service.signIns.signIn('nadie', passphrase))).toBe('CREDENTIALS_REFUSED');
  });

  it('is the same whichever way its letters are written', async () => {
    const service = accessOver();
    const { code } = await service.people.add('admin', { login: 'ana', name: 'Ana' });
    await service.signIns.accept({ code, password: 'contrase\u006e\u0303a de nadie' });
    expect(await service.signIns.signIn('ANA ', 'contrase\u00f1a de nadie')).toMatch(/^[\w-]{43}$/);
  });

  it.each([
    ['corta', 'tiene menos de doce letras'],
    ['aaaaaaaaaaaaaaaa', 'repite'],
    ['esta es de ana!', 'contiene el usuario'],
    ['x'.repeat(150) + 'abcdefg'.repeat(10), 'tiene más'],
  ])('%s is not accepted', async (password) => {
    const service = accessOver();
    const { code } = await service.people.add('admin', { login: 'ana', name: 'Ana' });
    expect(await codeOf(service.signIns.accept({ code, password }))).toBe('PASSWORD_NOT_ACCEPTED');
    expect(await service.signIns.accept({ code, password: passphrase })).toMatch(/^[\w-]{43}$/);
  });

  it('is changed by who knows it, which ends the other sessions', async () => {
    const service = accessOver();
    const { account, session } = await arrived(service, 'ana');
    const other = await service.signIns.signIn('ana', passphrase);
    const change = { session, next: wrong };
    const refused = service.signIns.changePassword(account, { ...change, current: 'x' });
    expect(await codeOf(refused)).toBe('CREDENTIALS_REFUSED');
    await service.signIns.changePassword(account, { ...change, current: passphrase });
    expect(await service.signIns.identify({ session })).toMatchObject({ account });
    expect(await codeOf(service.signIns.identify({ session: other }))).toBe('SESSION_ENDED');
    expect(await codeOf(service.signIns.signIn('ana', passphrase))).toBe('CREDENTIALS_REFUSED');
  });

  it('stands nowhere in the store', async () => {
    const store = new MemoryStore();
    await arrived(accessOver(store), 'ana');
    const kept = JSON.stringify(await store.readPapers('people', 0));
    expect(kept).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
    expect(kept).not.toContain(passphrase);
  });
});

describe('wrong passwords', () => {
  it('lock the login after five, for longer each time, whether anybody has it or not', async () => {
    const service = accessOver();
    await arrived(service, 'ana');
    for (const login of ['ana', 'nadie']) {
      const attempt = () => codeOf(service.signIns.signIn(login, wrong));
      for (let count = 0; count < 5; count += 1)
        expect(await attempt()).toBe('CREDENTIALS_REFUSED');
      expect(await attempt()).toBe('SIGN_IN_LOCKED');
      service.clock.pass(29 * second);
      expect(await attempt()).toBe('SIGN_IN_LOCKED');
      service.clock.pass(second);
      expect(await attempt()).toBe('CREDENTIALS_REFUSED');
      service.clock.pass(59 * second);
      expect(await attempt()).toBe('SIGN_IN_LOCKED');
      service.clock.pass(second);
    }
  });

  it('lock out the right one too, and are forgotten by it', async () => {
    const service = accessOver();
    await arrived(service, 'ana');
    for (let count = 0; count < 5; count += 1) await codeOf(service.signIns.signIn('ana', wrong));
    expect(await codeOf(service.signIns.signIn('ana', passphrase))).toBe('SIGN_IN_LOCKED');
    service.clock.pass(minute);
    await service.signIns.signIn('ana', passphrase);
    expect(await codeOf(service.signIns.signIn('ana', wrong))).toBe('CREDENTIALS_REFUSED');
    expect(await service.signIns.signIn('ana', passphrase)).toMatch(/^[\w-]{43}$/);
  });

  it('tried many at once on two instances count as many', async () => {
    const [store, clock] = [new MemoryStore(), standingClock()];
    const instances = [accessOver(store, clock), accessOver(store, clock)];
    const codes = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        codeOf(instances[index % 2]?.signIns.signIn('ana', wrong) ?? Promise.resolve()),
      ),
    );
    expect(codes.filter((code) => code === 'CREDENTIALS_REFUSED')).toHaveLength(5);
    expect(codes.filter((code) => code === 'SIGN_IN_LOCKED')).toHaveLength(7);
  });
});

describe('a session', () => {
  it('goes on while it is used, twelve hours at most', async () => {
    const service = accessOver();
    const { account, session } = await arrived(service, 'ana');
    for (let passed = 0; passed < 12; passed += 1) {
      service.clock.pass(hour);
      expect(await service.signIns.identify({ session })).toMatchObject({ account });
    }
    service.clock.pass(1);
    expect(await codeOf(service.signIns.identify({ session }))).toBe('SESSION_ENDED');
  });

  it('ends after an hour in which nobody used it', async () => {
    const service = accessOver();
    const { session } = await arrived(service, 'ana');
    service.clock.pass(hour + 1);
    expect(await codeOf(service.signIns.identify({ session }))).toBe('SESSION_ENDED');
  });

  it('begun on one instance is good on another, and ended there within a second', async () => {
    const [store, clock] = [new MemoryStore(), standingClock()];
    const [here, there] = [accessOver(store, clock), accessOver(store, clock)];
    const { account, session } = await arrived(here, 'ana');
    expect(await there.signIns.identify({ session })).toMatchObject({ account });
    await here.signIns.signOut(session);
    expect(await codeOf(here.signIns.identify({ session }))).toBe('SESSION_ENDED');
    clock.pass(1_001);
    expect(await codeOf(there.signIns.identify({ session }))).toBe('SESSION_ENDED');
  });

  it('ends when its account is closed, and does not come back', async () => {
    const service = accessOver();
    const { account, session } = await arrived(service, 'ana');
    const close = { type: 'CloseAccount', data: { account, reason: 'x' } } as const;
    await service.people.change('admin', close);
    expect(await codeOf(service.signIns.identify({ session }))).toBe('SESSION_ENDED');
    expect(await codeOf(service.signIns.signIn('ana', passphrase))).toBe('CREDENTIALS_REFUSED');
    await service.people.change('admin', { type: 'ReopenAccount', data: { account } });
    service.clock.pass(minute);
    expect(await codeOf(service.signIns.identify({ session }))).toBe('SESSION_ENDED');
  });

  it('says nothing is needed where nothing is said', async () => {
    expect(await codeOf(accessOver().signIns.identify({}))).toBe('SIGN_IN_NEEDED');
    expect(await codeOf(accessOver().signIns.identify({ session: 'x' }))).toBe('SESSION_ENDED');
  });
});
