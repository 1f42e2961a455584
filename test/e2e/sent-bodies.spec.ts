import { describe, expect, it } from '@jest/globals';
import { spendingOverHttp, spent } from '../support/spending-over-http.ts';

describe('what is sent', () => {
  const bad = [
    ['lines[0].amount', { amount: '1,00' }, 'INVALID_AMOUNT'],
    ['lines[0].amount', { amount: '1e3' }, 'INVALID_AMOUNT'],
    ['lines[0].amount', { amount: '1.001' }, 'INVALID_AMOUNT'],
    ['lines[0].object', { object: '2' }, 'INVALID_OBJECT_CODE'],
    ['lines[0].source', { source: 'TODAS' }, 'INVALID_SOURCE'],
  ] as const;

  it.each(bad)('is refused with the place of its value: %s', async (field, change, code) => {
    const { execute, head } = await spendingOverHttp();
    const body = { ...spent('1'), lines: [{ ...spent('1').lines[0], ...change }] };
    const { status, json } = await execute(body);
    expect([status, json]).toEqual([400, expect.objectContaining({ code, place: { field } })]);
    expect(json.detail).toMatch(new RegExp(`^lines\\[0\\]\\.${field.slice(9)}: «`));
    expect(await head()).toBe(1);
  });

  it.each([
    ['effectiveOn', { effectiveOn: '2020-02-30' }, 'INVALID_DATE'],
    ['forms.beyond', { forms: { beyond: 'ayer' } }, 'INVALID_DATE'],
    ['forms', { forms: { within: true, beyond: null } }, 'INVALID_COMMAND'],
    ['forms', { forms: {} }, 'INVALID_COMMAND'],
    ['also', { also: ['executed', 'executed'] }, 'INVALID_COMMAND'],
    ['document.kind', { document: { kind: ' ', number: '1', sequence: 1 } }, 'INVALID_COMMAND'],
    [
      'document.kind',
      { document: { kind: '\ud800', number: '1', sequence: 1 } },
      'INVALID_COMMAND',
    ],
    ['document.number', { document: { kind: 'C', number: '\0', sequence: 1 } }, 'INVALID_COMMAND'],
    ['document.sequence', { document: { kind: 'C', number: '1', sequence: 0 } }, 'INVALID_COMMAND'],
    [
      'document.sequence',
      { document: { kind: 'C', number: '1', sequence: 1.5 } },
      'INVALID_COMMAND',
    ],
    ['constructor', { constructor: 1 }, 'INVALID_COMMAND'],
    ['lines', { lines: [] }, 'INVALID_COMMAND'],
    ['lines', { lines: [[spent('1').lines[0]]] }, 'INVALID_COMMAND'],
    ['lines', { lines: { 0: spent('1').lines[0] } }, 'INVALID_COMMAND'],
    ['lines', { lines: Array(5_001).fill(spent('1').lines[0]) }, 'INVALID_COMMAND'],
  ])('is refused by its field: %s of %j', async (field, change, code) => {
    const { execute, head } = await spendingOverHttp();
    const { status, json } = await execute({ ...spent('1'), ...change });
    expect([status, json]).toEqual([400, expect.objectContaining({ code, place: { field } })]);
    expect(await head()).toBe(1);
  });

  it.each([
    ['null', 400, 'INVALID_COMMAND'],
    ['[]', 400, 'INVALID_COMMAND'],
    ['"text"', 400, 'INVALID_COMMAND'],
    [`${'['.repeat(100_000)}${']'.repeat(100_000)}`, 400, 'INVALID_COMMAND'],
    [`{"lines":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, 400, 'INVALID_COMMAND'],
    ['{"__proto__":{"effectiveOn":"2020-01-01"}}', 400, 'BODY_NOT_READABLE'],
    ['{"constructor":{"prototype":{}}}', 400, 'BODY_NOT_READABLE'],
    ['{', 400, 'BODY_NOT_READABLE'],
  ])('is an object of fields: %.20s', async (body, status, code) => {
    const { ask, views } = await spendingOverHttp();
    const headers = { 'content-type': 'application/json', 'idempotency-key': 'pedido-1' };
    const said = await ask(`${views}/commands/execute-budget`, { method: 'POST', headers, body });
    expect([said.status, said.json.code]).toEqual([status, code]);
  });

  it.each([
    [{ 'content-type': 'application/octet-stream' }],
    [{ 'content-type': 'application/x-www-form-urlencoded' }],
    [{ 'content-type': 'text/plain' }],
    [{ 'content-encoding': 'gzip' }],
  ])('is JSON, as it is: %j', async (headers) => {
    const { execute, head } = await spendingOverHttp();
    const said = await execute(spent('1'), { headers });
    expect([said.status, said.json.code]).toEqual([415, 'MEDIA_TYPE_NOT_SUPPORTED']);
    expect(await head()).toBe(1);
  });

  it('has as many lines as fit', async () => {
    const { execute } = await spendingOverHttp();
    const many = Array.from({ length: 5_000 }, () => ({ ...spent('1').lines[0], amount: '0.01' }));
    expect((await execute({ ...spent('1'), lines: many })).status).toBe(201);
  });

  it('is refused by the rules of the ledger as everywhere', async () => {
    const { execute, head } = await spendingOverHttp();
    const said = await execute(spent('1', '1000.01'));
    expect([said.status, said.json.code]).toEqual([422, 'BUDGET_EXCEEDED']);
    expect(await head()).toBe(1);
  });
});
