import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MemoryStore } from '../../src/adapters/memory/memory-store.ts';
import { ledgerStream } from '../../src/application/ports/event-store.ts';
import { faultsOfAnswer } from '../support/described-schemas.ts';
import { differingCells, formRowsOf } from '../support/form-rows-of.ts';
import { tokenIn } from '../support/admitted.ts';
import { poaOver } from '../support/poa-in-process.ts';
import { posting } from '../support/posting.ts';
import { samples } from '../support/run-poa.ts';
import { served, serviceHere } from '../support/served.ts';
import { takeTwoLedgers } from '../support/two-ledgers.ts';
import type { LedgerId } from '../../src/catalogue/codes.ts';

const ledger = '41-SENAVEX-2020' as LedgerId;
const path = '/api/v1/ledgers/{ledger}/imports';
const form = readFileSync(samples.form);
const budget = readFileSync(samples.budget);
const asBudget = '?fileName=original-budget-2020.csv&assumeSource=TGN&approve=LEY:1267:2019-12-20';
const asForm = '?fileName=senavex-2020-12-form-5b.txt';

/** On the condition that the budget is the last that was registered. */
const december = { query: asForm, key: 'diciembre-2020', headers: { 'if-match': '"2"' } };

const contentOf = async (store: MemoryStore) => [
  await store.head(ledgerStream(ledger)),
  await store.keptFiles(),
];

describe('the sample', () => {
  const store = new MemoryStore();
  let service: Awaited<ReturnType<typeof serviceHere>>;
  let post: ReturnType<typeof posting>;

  beforeAll(async () => {
    service = await serviceHere(store);
    post = posting(service.ask, ledger);
  });
  afterAll(() => service.close());

  it('is tried, and nothing of it is kept', async () => {
    const said = await post.file(form, { query: `${asForm}&dryRun=true`, key: '' });
    expect([said.status, faultsOfAnswer(path, said)]).toEqual([200, []]);
    expect(said.json).toMatchObject({
      ...{ ledger, dryRun: true, fileName: 'senavex-2020-12-form-5b.txt', alreadyTaken: null },
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      reading: expect.arrayContaining([
        expect.objectContaining({
          code: 'LABEL_READ_AS_GROUP',
          severity: 'warning',
          place: { file: 'senavex-2020-12-form-5b.txt', line: 75, cell: 'GRUPO DE GASTO' },
          text: expect.stringContaining('11.02.02'),
        }),
      ]),
    });
    expect(said.json.events).toHaveLength(47);
    expect(await contentOf(store)).toEqual([-1, []]);
  });

  it('is taken in, file by file', async () => {
    const first = await post.file(budget, { query: asBudget, key: 'presupuesto-2020' });
    expect([first.status, faultsOfAnswer(path, first)]).toEqual([201, []]);
    expect(first.json).toMatchObject({
      ...{ ledger, revision: 2, events: 3, isRepeat: false, alreadyTaken: null },
      findings: [expect.objectContaining({ code: 'LEDGER_OPENED' })],
    });
    expect(first.headers.get('location')).toBe(`/api/v1/ledgers/${ledger}/events/2`);
    const second = await post.file(form, december);
    expect([second.status, faultsOfAnswer(path, second)]).toEqual([201, []]);
    expect(second.json).toMatchObject({ revision: 48, events: 46, isRepeat: false });
    expect(await contentOf(store)).toEqual([48, [first.json.sha256, second.json.sha256].sort()]);
  });

  it('is known when it is sent again with its key, and when it comes with another', async () => {
    const again = await post.file(form, december);
    expect([again.status, again.json]).toEqual([
      200,
      expect.objectContaining({ revision: 48, events: 46, isRepeat: true }),
    ]);
    const other = await post.file(form, { query: asForm });
    expect([other.status, faultsOfAnswer(path, other), other.json]).toEqual([
      ...[200, []],
      expect.objectContaining({ revision: 48, events: 0, isRepeat: false, alreadyTaken: 48 }),
    ]);
    const reused = await post.file(budget, { query: asBudget, key: 'diciembre-2020' });
    expect([reused.status, reused.json.code]).toEqual([409, 'COMMAND_ID_REUSED']);
    expect((await contentOf(store))[0]).toBe(48);
  });

  it('prints the form as it was', async () => {
    const { out } = await poaOver(
      ['--server', service.url, 'form-5b', '--format', 'tsv', '--cutoff', '2020-12-31'],
      () => Promise.reject(new Error('no store is opened here')),
      tokenIn(service.headers),
    );
    expect(differingCells(formRowsOf(form.toString()), formRowsOf(out))).toEqual([
      '26 11.02.02. row 1 group: TOTAL → 10000',
      '26 11.02.02. row 1 rate: 85.17 → ',
      '26 11.02.02. row 7 rate:  → 85.17',
    ]);
  });

  it.each([
    'execution/by-activity?cutoff=2020-05-31',
    'execution/by-activity?cutoff=2020-12-31',
    'execution/by-group?cutoff=2020-12-31',
    'findings?cutoff=2020-12-31',
    'execution/overall?cutoff=2020-12-31',
  ])('says of %s what it says where it was imported by hand', async (view) => {
    const other = new MemoryStore();
    await takeTwoLedgers(other);
    const { ask } = await served(other);
    const said = async (by: typeof ask) => {
      const { json } = await by(`/api/v1/ledgers/${ledger}/${view}`);
      return { ...json, root: '', cutOff: '' };
    };
    expect(await said(service.ask)).toEqual(await said(ask));
  });
});
