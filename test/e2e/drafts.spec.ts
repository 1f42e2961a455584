import { beforeEach, describe, expect, it } from '@jest/globals';
import { ledgerStream } from '../../src/application/ports/event-store.ts';
import type { LedgerRecord } from '../../src/catalogue/events.ts';
import type { Role } from '../../src/catalogue/roles.ts';
import { admit } from '../support/admitted.ts';
import { answerValidator } from '../support/described-schemas.ts';
import { openedStore, served } from '../support/served.ts';
import { contended } from '../support/spending.ts';

const drafts = `/api/v1/ledgers/${contended}/drafts`;
const commands = `/api/v1/ledgers/${contended}/commands`;

const adjustment = {
  effectiveOn: '2020-07-31',
  name: 'AJUSTADO JULIO',
  kind: 'additional',
  instrument: { kind: 'LEY', number: '1', date: '2020-07-30' },
  lines: [{ activity: null, object: '20000', source: '10', amount: '5.00' }],
};

/** Four people at a ledger whose control asks for three signatures. */
const office = async () => {
  const store = await openedStore();
  const { ask } = await served(store);
  const person = async (role: Role) => {
    const { account, authorization } = await admit(store, [role], contended);
    const send = async (method: string, path: string, body?: unknown) => {
      const headers = { authorization, 'idempotency-key': `${account}-${String(Date.now())}` };
      const said = await ask(path, {
        method,
        headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      return { ...said, code: said.json.code };
    };
    return { account, send };
  };
  const people = {
    planner: await person('planning'),
    clerk: await person('finance'),
    chief: await person('approval'),
    deputy: await person('approval'),
  };
  const { instrument } = adjustment;
  const approved = await people.chief.send('POST', `${commands}/approve-plan`, { instrument });
  expect(approved.status).toBe(201);
  const control = { mode: 'block', level: 'cell', signatures: 'three', reason: 'reglamento' };
  const changed = await people.chief.send('POST', `${commands}/change-control`, control);
  expect(changed.status).toBe(201);
  return { store, ...people };
};

let at: Awaited<ReturnType<typeof office>>;
beforeEach(async () => {
  at = await office();
});

const records = async (): Promise<LedgerRecord[]> => {
  const found: LedgerRecord[] = [];
  for await (const page of at.store.read(ledgerStream(contended), 0)) {
    found.push(...page.map(({ text }) => JSON.parse(text) as LedgerRecord));
  }
  return found;
};

const prepared = async (): Promise<string> => {
  const { status, json } = await at.planner.send('POST', `${drafts}/adjust-budget`, adjustment);
  expect(status).toBe(201);
  return `${drafts}/${String(json.draft)}`;
};

describe('a ledger whose control asks for three signatures', () => {
  it('refuses the act itself, and keeps it as a draft until three people signed', async () => {
    const { planner, clerk, chief } = at;
    const alone = await planner.send('POST', `${commands}/adjust-budget`, adjustment);
    expect([alone.status, alone.code]).toEqual([422, 'SIGNATURES_MISSING']);

    const before = (await records()).length;
    const draft = await prepared();
    expect((await chief.send('POST', `${draft}/approve`)).code).toBe('DRAFT_NOT_REVIEWED');
    expect((await clerk.send('POST', `${draft}/review`)).status).toBe(204);
    expect(await records()).toHaveLength(before);

    const { status, json } = await chief.send('POST', `${draft}/approve`);
    expect(status).toBe(201);
    expect(json).toMatchObject({ revision: before, events: 1, isRepeat: false });
    expect((await records()).at(-1)).toMatchObject({
      type: 'BudgetAdjusted',
      actor: chief.account,
      signed: {
        prepared: planner.account,
        reviewed: clerk.account,
        approved: chief.account,
      },
    });
    expect((await chief.send('GET', draft)).code).toBe('DRAFT_NOT_FOUND');
    expect((await chief.send('GET', drafts)).json).toEqual({ drafts: [] });
  });

  it('lets nobody sign twice', async () => {
    const { planner, chief, deputy } = at;
    const draft = await prepared();
    expect((await planner.send('POST', `${draft}/review`)).code).toBe('SIGNATURES_NOT_DISTINCT');
    expect((await deputy.send('POST', `${draft}/review`)).status).toBe(204);
    expect((await chief.send('POST', `${draft}/review`)).code).toBe('DRAFT_ALREADY_REVIEWED');
    expect((await deputy.send('POST', `${draft}/approve`)).code).toBe('SIGNATURES_NOT_DISTINCT');
    expect((await planner.send('POST', `${draft}/approve`)).code).toBe('NOT_PERMITTED');
    expect((await chief.send('POST', `${draft}/approve`)).status).toBe(201);
  });

  it('shows a draft with what it would record, as its schema says', async () => {
    const { clerk } = at;
    const draft = await prepared();
    const { json } = await clerk.send('GET', draft);
    expect(json).toMatchObject({
      ledger: contended,
      command: { type: 'AdjustBudget', effectiveOn: '2020-07-31' },
      prepared: { account: at.planner.account },
      reviewed: null,
      returned: null,
      events: [{ type: 'BudgetAdjusted' }],
      refusal: null,
    });
    for (const [path, answer] of [
      ['/api/v1/ledgers/{ledger}/drafts/{draft}', json],
      ['/api/v1/ledgers/{ledger}/drafts', (await clerk.send('GET', drafts)).json],
    ] as const) {
      const validate = answerValidator({ path, status: 200, type: 'application/json' });
      validate(answer);
      expect(validate.errors ?? []).toEqual([]);
    }
  });

  it('says of a draft that it cannot be recorded any more, and why', async () => {
    const { chief, clerk } = at;
    const draft = await prepared();
    await clerk.send('POST', `${draft}/review`);
    await clerk.send('POST', `${commands}/close-period`, { through: '2020-12-31' });
    expect((await clerk.send('GET', draft)).json).toMatchObject({
      events: null,
      refusal: { code: 'PERIOD_IS_CLOSED', detail: expect.stringContaining('2020') },
    });
    expect((await chief.send('POST', `${draft}/approve`)).code).toBe('PERIOD_IS_CLOSED');
    expect((await clerk.send('GET', draft)).status).toBe(200);
  });

  it('refuses at once what could not be recorded', async () => {
    const { planner } = at;
    const said = await planner.send('POST', `${drafts}/adjust-budget`, {
      ...adjustment,
      lines: [{ activity: null, object: '20000', source: '10', amount: '-5.00' }],
    });
    expect([said.status, said.code]).toEqual([422, 'ADJUSTMENT_SIGN']);
    expect((await planner.send('GET', drafts)).json).toEqual({ drafts: [] });
  });

  it('sends a draft back with why, and then it goes no further', async () => {
    const { planner, clerk, chief } = at;
    const draft = await prepared();
    const back = await clerk.send('POST', `${draft}/return`, { reason: 'falta el informe' });
    expect(back.status).toBe(204);
    for (const step of ['review', 'return', 'approve']) {
      const body = step === 'return' ? { reason: 'x' } : undefined;
      expect((await chief.send('POST', `${draft}/${step}`, body)).code).toBe('DRAFT_WAS_RETURNED');
    }
    expect((await clerk.send('DELETE', draft)).code).toBe('DRAFT_OF_ANOTHER');
    expect((await planner.send('DELETE', draft)).status).toBe(204);
    expect((await planner.send('GET', draft)).code).toBe('DRAFT_NOT_FOUND');
  });

  it('records what two people approve at once a single time', async () => {
    const { clerk, chief, deputy } = at;
    const draft = await prepared();
    await clerk.send('POST', `${draft}/review`);
    const before = (await records()).length;
    const said = await Promise.all(
      [chief, deputy, chief].map(({ send }) => send('POST', `${draft}/approve`)),
    );
    expect(said.filter(({ status }) => status === 201).length).toBeGreaterThan(0);
    expect(await records()).toHaveLength(before + 1);
  });

  it('signs a report with the three who signed its draft', async () => {
    const { planner, clerk, chief } = at;
    const report = {
      ...{ report: 'form-5b', number: '1', sha256: 'ab'.repeat(32) },
      cutOff: { effective: '2020-12-31', known: 1 },
      ...{ prepared: 'x', reviewed: 'y', approved: 'z' },
    };
    const { json } = await planner.send('POST', `${drafts}/issue-report`, report);
    const draft = `${drafts}/${String(json.draft)}`;
    await clerk.send('POST', `${draft}/review`);
    expect((await chief.send('POST', `${draft}/approve`)).status).toBe(201);
    const signed = {
      ...{ prepared: planner.account, reviewed: clerk.account },
      approved: chief.account,
    };
    expect((await records()).at(-1)).toMatchObject({ data: signed, signed });
  });

  it('has no drafts of another ledger', async () => {
    const draft = (await prepared()).split('/').at(-1) ?? '';
    const { chief } = at;
    expect((await chief.send('GET', `/api/v1/ledgers/41-OTRA-2020/drafts/${draft}`)).code).toBe(
      'NOT_PERMITTED',
    );
  });
});
