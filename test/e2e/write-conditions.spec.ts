import { describe, expect, it } from '@jest/globals';
import { MemoryStore } from '../../src/adapters/memory/memory-store.ts';
import { ledgerStream } from '../../src/application/ports/event-store.ts';
import { posting } from '../support/posting.ts';
import { served } from '../support/served.ts';
import { contended } from '../support/spending.ts';
import { spendingOverHttp, spent } from '../support/spending-over-http.ts';

const recordsOf = async (store: MemoryStore) => {
  const records: Record<string, unknown>[] = [];
  for await (const page of store.read(ledgerStream(contended), 0)) {
    records.push(...page.map(({ text }) => JSON.parse(text) as Record<string, unknown>));
  }
  return records;
};

describe('a key', () => {
  it.each([
    ['', 400, 'IDEMPOTENCY_KEY_MISSING'],
    ['1234567', 400, 'INVALID_COMMAND'],
    ['x'.repeat(129), 400, 'INVALID_COMMAND'],
    ['con espacio', 400, 'INVALID_COMMAND'],
    ['12345678', 201, undefined],
    ['x'.repeat(128), 201, undefined],
    ['a-1_b.c:2', 201, undefined],
  ])('of %j is answered with %i %s', async (key, status, code) => {
    const { execute, head } = await spendingOverHttp();
    const said = await execute(spent('1'), { key });
    expect([said.status, said.json.code]).toEqual([status, code]);
    expect(await head()).toBe(status === 201 ? 2 : 1);
  });

  it('of another content is refused, and nothing is written', async () => {
    const { execute, head } = await spendingOverHttp();
    await execute(spent('1'), { key: 'pedido-1' });
    const said = await execute(spent('1', '2.00'), { key: 'pedido-1' });
    expect([said.status, said.json.code, await head()]).toEqual([409, 'COMMAND_ID_REUSED', 2]);
  });

  it('is the same with another spelling of the same content', async () => {
    const { execute } = await spendingOverHttp();
    await execute(spent('1', '1'), { key: 'pedido-1' });
    const said = await execute(spent('1', '1.00'), { key: 'pedido-1' });
    expect([said.status, said.json.isRepeat]).toEqual([200, true]);
  });

  it('that comes many times at once is written once', async () => {
    const { execute, head } = await spendingOverHttp();
    const same = Array.from({ length: 6 }, () => execute(spent('1'), { key: 'pedido-1' }));
    const statuses = (await Promise.all(same)).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 200, 200, 200, 200, 201]);
    expect(await head()).toBe(2);
  });

  it('that is known is known to what is only tried', async () => {
    const { execute } = await spendingOverHttp();
    await execute(spent('1'), { key: 'pedido-1' });
    const trying = { key: 'pedido-1', query: '?dryRun=true' };
    const same = await execute(spent('1'), trying);
    expect([same.status, same.json.events]).toEqual([200, []]);
    const other = await execute(spent('2'), trying);
    expect([other.status, other.json.code]).toEqual([409, 'COMMAND_ID_REUSED']);
  });

  it('stays with the record, beside who asked and by which request', async () => {
    const { execute, store, account } = await spendingOverHttp();
    const headers = { 'x-correlation-id': 'pedido-7' };
    await execute(spent('1'), { key: 'pedido-1', headers });
    expect((await recordsOf(store)).at(-1)).toMatchObject({
      ...{ commandId: 'pedido-1', actor: account, correlationId: 'pedido-7' },
    });
  });
});

describe('a condition', () => {
  it.each([
    ['"1"', 201, undefined],
    ['"0"', 412, 'REVISION_MOVED'],
    ['"9"', 412, 'REVISION_MOVED'],
    ['1', 400, 'INVALID_COMMAND'],
    ['W/"1"', 400, 'INVALID_COMMAND'],
    ['*', 400, 'INVALID_COMMAND'],
    ['"1", "2"', 400, 'INVALID_COMMAND'],
  ])('of If-Match: %s is answered with %i %s', async (condition, status, code) => {
    const { execute, head } = await spendingOverHttp();
    const headers = { 'if-match': condition };
    const said = await execute(spent('1'), { headers });
    expect([said.status, said.json.code]).toEqual([status, code]);
    expect(await head()).toBe(status === 201 ? 2 : 1);
  });

  it('holds for what is only tried as well', async () => {
    const { execute } = await spendingOverHttp();
    const said = await execute(spent('1'), {
      query: '?dryRun=true',
      headers: { 'if-match': '"0"' },
    });
    expect([said.status, said.json.code]).toEqual([412, 'REVISION_MOVED']);
  });

  it('does not hold against a repeat: it was met when it was done', async () => {
    const { execute } = await spendingOverHttp();
    const headers = { 'if-match': '"1"' };
    await execute(spent('1'), { key: 'pedido-1', headers });
    const said = await execute(spent('1'), { key: 'pedido-1', headers });
    expect([said.status, said.json.isRepeat]).toEqual([200, true]);
  });
});

describe('a ledger', () => {
  const opening = {
    entity: { code: '41', name: null },
    area: { sigla: 'OTRA', name: null },
    fiscalYear: 2020,
  };

  it.each(['', '?dryRun=true'])('is opened at its own address alone (%s)', async (query) => {
    const { ask } = await served(new MemoryStore());
    const there = await posting(ask, '41-SENAVEX-2020').command('open-ledger', opening, { query });
    expect([there.status, there.json.code]).toEqual([422, 'OTHER_LEDGER']);
    const own = await posting(ask, '41-OTRA-2020').command('open-ledger', opening, { query });
    expect(own.status).toBe(query === '' ? 201 : 200);
  });

  it.each([
    ['41-OTRO-2020', 404, 'LEDGER_NOT_FOUND'],
    ['otro', 400, 'INVALID_LEDGER_ID'],
  ])('that is not there is not written to: %s', async (ledger, status, code) => {
    const { ask } = await spendingOverHttp();
    for (const query of ['', '?dryRun=true']) {
      const said = await posting(ask, ledger).command('execute-budget', spent('1'), { query });
      expect([said.status, said.json.code]).toEqual([status, code]);
    }
  });
});
