import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../src/catalogue/civil-date.ts';
import { ledgerId } from '../../../src/catalogue/codes.ts';
import { accessOver, arrived, hour, passphrase, second } from '../../support/access-over.ts';
import { codeOf } from '../../support/code-of.ts';

const senavex = ledgerId('41-SENAVEX-2020');

describe('an invitation', () => {
  it('is good once, for three days, and only the last one', async () => {
    const service = accessOver();
    const { account, code } = await service.people.add('admin', { login: 'ana', name: 'Ana' });
    const { code: later } = await service.people.invite('admin', account);
    const accept = (each: string) =>
      codeOf(service.signIns.accept({ code: each, password: passphrase }));
    expect(await accept(code)).toBe('INVITATION_NOT_VALID');
    await service.signIns.accept({ code: later, password: passphrase });
    expect(await accept(later)).toBe('INVITATION_NOT_VALID');
    const { code: old } = await service.people.invite('admin', account);
    service.clock.pass(72 * hour + 1);
    expect(await accept(old)).toBe('INVITATION_NOT_VALID');
  });

  it('is the first one’s while nobody who administers can sign in', async () => {
    const service = accessOver();
    const first = await service.people.firstInvitation();
    const again = await service.people.firstInvitation();
    expect(again?.account).toBe(first?.account);
    const password = passphrase;
    const code = again?.code ?? '';
    expect(await codeOf(service.signIns.accept({ code, password }))).toBe('LOGIN_NOT_VALID');
    await service.signIns.accept({ code, password, login: 'Ana', name: 'Ana Quispe' });
    expect(await service.people.list()).toEqual([
      {
        account: first?.account,
        login: 'ana',
        name: 'Ana Quispe',
        subject: null,
        isOpen: true,
        isReady: true,
        holdings: [{ role: 'administration', ledger: null }],
      },
    ]);
    expect(await service.people.firstInvitation()).toBeNull();
  });
});

describe('an access token', () => {
  const expiresOn = civilDate('2020-06-30');

  const issued = async () => {
    const service = accessOver();
    const { account } = await arrived(service, 'ana');
    const finance = { role: 'finance', ledger: null } as const;
    await service.people.change('admin', { type: 'GrantRole', data: { account, ...finance } });
    const holdings = [{ role: 'finance', ledger: senavex } as const];
    const token = await service.people.issueToken(account, { account, holdings, expiresOn });
    return { service, account, holdings, token };
  };

  it('acts as what it was given, through its last day', async () => {
    const { service, account, holdings, token } = await issued();
    const identified = { account, holdings, crossSiteSecret: null };
    expect(await service.signIns.identify({ token: token.secret })).toEqual(identified);
    service.clock.pass(Date.parse('2020-07-01T03:59:59Z') - service.clock.now() / 1_000);
    expect(await service.signIns.identify({ token: token.secret })).toEqual(identified);
    service.clock.pass(second);
    const late = service.signIns.identify({ token: token.secret });
    expect(await codeOf(late)).toBe('TOKEN_NOT_VALID');
  });

  it('acts as no more than its owner still is', async () => {
    const { service, account, token } = await issued();
    const data = { account, role: 'finance', ledger: null } as const;
    await service.people.change('admin', { type: 'RevokeRole', data });
    const identified = await service.signIns.identify({ token: token.secret });
    expect(identified.holdings).toEqual([]);
  });

  it.each([
    ['another secret', (secret: string) => `${secret.slice(0, -2)}AA`],
    ['another number', (secret: string) => secret.replace(/t\w{12}/, 't000000000000')],
    ['no token at all', () => 'x'],
    ['nothing', () => ''],
  ])('is none with %s', async (_, change) => {
    const { service, token } = await issued();
    const asked = service.signIns.identify({ token: change(token.secret) });
    expect(await codeOf(asked)).toBe('TOKEN_NOT_VALID');
  });

  it('ends when it is revoked, by its owner or by who administers, and not by others', async () => {
    const { service, account, token } = await issued();
    const { account: other } = await arrived(service, 'beto');
    const foreign = service.people.revokeToken(other, token.token, other);
    expect(await codeOf(foreign)).toBe('TOKEN_NOT_FOUND');
    await service.people.revokeToken(account, token.token, account);
    const asked = service.signIns.identify({ token: token.secret });
    expect(await codeOf(asked)).toBe('TOKEN_NOT_VALID');
  });

  it('stands nowhere in the store', async () => {
    const { service, token } = await issued();
    const { records } = await service.book.history();
    expect(JSON.stringify(records)).toContain(token.token);
    expect(JSON.stringify(records)).not.toContain(token.secret.slice(-43));
  });
});

describe('a person who is erased', () => {
  it('has no name, login or password in the store any more, and the records keep the number', async () => {
    const service = accessOver();
    const { account } = await arrived(service, 'anaquispe');
    await service.people.change('admin', {
      type: 'CloseAccount',
      data: { account, reason: 'dejó el área' },
    });
    await service.people.erase('admin', account);
    const kept = JSON.stringify(await service.store.readPapers('people', 0));
    expect(kept).not.toMatch(/anaquispe|ANAQUISPE|argon2/);
    expect(await service.people.one(account)).toMatchObject({ login: null, name: null });
    const { records } = await service.book.history();
    expect(records.at(-1)).toMatchObject({ type: 'PersonErased', data: { account } });
    expect((await arrived(service, 'anaquispe')).account).not.toBe(account);
  });

  it('and no two people have one login', async () => {
    const service = accessOver();
    await arrived(service, 'ana');
    const again = service.people.add('admin', { login: 'ANA', name: 'Otra' });
    expect(await codeOf(again)).toBe('LOGIN_TAKEN');
    expect(await service.people.list()).toHaveLength(1);
  });
});
