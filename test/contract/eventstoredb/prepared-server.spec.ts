import { expect, it } from '@jest/globals';

import { prepareEventStoreDb } from '../../../src/adapters/eventstoredb/prepare-store.ts';
import { codeOf } from '../../support/code-of.ts';
import { certificateOfTests } from '../../support/event-store-server/certificate-of-tests.ts';
import { keptRecords } from '../../support/kept-records.ts';
import { describeWithFaults, newLedger, openedStores, securedAddresses } from './opened-stores.ts';

/** To ask for the limit sixteen megabytes are sent: on a busy machine that takes its time. */
const patient = { waitMillisecondsMax: 15_000 };

const { startServer, open } = openedStores();

const secret = 'cl@ve:/?#ñ';
const account = { account: 'poa-libro', password: secret };
const addressAs = securedAddresses();

describeWithFaults('eventstoredb: a server is prepared for an account', () => {
  it('once, and again without changing anything', async () => {
    const { port, log } = await startServer({ users: [], isSecure: certificateOfTests });
    const admin = addressAs(port, 'admin', 'changeit');

    const first = await prepareEventStoreDb(admin, account);
    const size = log.records.length;
    const second = await prepareEventStoreDb(admin, { ...account, password: 'another' });

    expect(first).toEqual([
      { part: 'rights', outcome: 'made' },
      { part: 'reading', outcome: 'made' },
      { part: 'papers', outcome: 'made' },
      { part: 'account', outcome: 'made' },
    ]);
    expect(second.map(({ outcome }) => outcome)).toEqual(first.map(() => 'already there'));
    expect(log.records).toHaveLength(size);
    const store = await open(addressAs(port, account.account, secret), patient);
    await store.appendPapers('people', -1, ['{}', '{}']);
    await store.forgetPapers('people', 1);
    expect(await store.readPapers('people', 0)).toEqual([{ revision: 1, text: '{}' }]);
    const ledger = newLedger();
    expect(await store.append(ledger, -1, keptRecords(ledger, -1, 1))).toEqual({
      outcome: 'appended',
    });
    expect(await store.streams(ledger.category)).toEqual([ledger]);
    expect((await store.standing()).findings.map(({ code }) => code)).toEqual([
      'APPEND_SIZE_SMALL',
    ]);
  });

  it.each([
    ['a password that is wrong', 'admin', 'wrong', 'STORE_ACCESS_DENIED'],
    ['an account that is no administrator', 'ana', 'clave', 'STORE_ACCESS_DENIED'],
  ])('not by %s', async (_, name, password, code) => {
    const user = { loginName: 'ana', fullName: 'Ana', groups: [], password: 'clave' };
    const { port } = await startServer({ users: [user], isSecure: certificateOfTests });
    expect(await codeOf(prepareEventStoreDb(addressAs(port, name, password), account))).toBe(code);
  });

  it.each([
    ['the administrator', { account: 'admin', password: 'x' }],
    ['a name that is none', { account: '../x', password: 'x' }],
    ['an empty password', { account: 'poa', password: '' }],
    ['somebody else', { account: 'ana', password: 'x' }],
  ])('not for %s', async (_, other) => {
    const user = { loginName: 'ana', fullName: 'Ana', groups: ['x'], password: 'clave' };
    const { port } = await startServer({ users: [user], isSecure: certificateOfTests });
    const admin = addressAs(port, 'admin', 'changeit');
    expect(await codeOf(prepareEventStoreDb(admin, other))).toBe('ACCOUNT_NOT_ACCEPTED');
  });

  it('not where a server knows no accounts', async () => {
    const { connectionString } = await startServer();
    expect(await codeOf(prepareEventStoreDb(connectionString, account))).toBe(
      'STORE_WITHOUT_ACCOUNTS',
    );
  });
});

describeWithFaults('eventstoredb: what is odd about a server is found', () => {
  it('it asks nobody who they are, and takes little', async () => {
    const store = await open((await startServer()).connectionString, patient);

    expect(await store.standing()).toMatchObject({
      kind: 'eventstoredb',
      account: null,
      appendSizeMax: 1_048_576,
      findings: [{ code: 'STORE_INSECURE' }, { code: 'APPEND_SIZE_SMALL' }],
    });
  });

  it('the account may delete and hide', async () => {
    const { port } = await startServer({ users: [], isSecure: certificateOfTests });
    const store = await open(addressAs(port, 'admin', 'changeit'), {
      ...patient,
      appendSizeMax: 16_000_000,
    });

    expect((await store.standing()).findings.map(({ code }) => code)).toEqual([
      'ACCOUNT_MAY_DELETE',
      'ACCOUNT_MAY_TRUNCATE',
    ]);
  });

  it('a ledger hides records, another is gone, a third has rules of its own', async () => {
    const server = await startServer({ maxAppendSize: 16_767_216 });
    const store = await open(server.connectionString, patient);
    for (const id of ['1', '2', '3', '4']) {
      const ledger = { category: 'poaLedger', id };
      await store.append(ledger, -1, keptRecords(ledger, -1, 1));
    }
    server.faults.setRules('poaLedger-1', { $maxAge: 60 });
    server.faults.tombstone('poaLedger-2');
    server.faults.setRules('poaLedger-3', { $acl: { $d: '$all' } });
    server.faults.setRules('other-1', { $maxAge: 60 });

    expect((await store.standing()).findings).toEqual([
      { code: 'STORE_INSECURE', facts: { store: server.connectionString } },
      { code: 'STREAM_TRUNCATES', facts: { stream: 'poaLedger-1', settings: '$maxAge' } },
      { code: 'STREAM_DELETED', facts: { stream: 'poaLedger-2' } },
      { code: 'STREAM_HAS_OWN_RIGHTS', facts: { stream: 'poaLedger-3' } },
    ]);
  });
});
