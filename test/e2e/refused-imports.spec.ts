import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { MemoryStore } from '../../src/adapters/memory/memory-store.ts';
import { ledgerStream } from '../../src/application/ports/event-store.ts';
import type { LedgerId } from '../../src/catalogue/codes.ts';
import { faultsOfAnswer } from '../support/described-schemas.ts';
import { posting } from '../support/posting.ts';
import { samples } from '../support/run-poa.ts';
import { served } from '../support/served.ts';

const ledger = '41-SENAVEX-2020' as LedgerId;
const path = '/api/v1/ledgers/{ledger}/imports';
const form = readFileSync(samples.form);
const asForm = '?fileName=senavex-2020-12-form-5b.txt';

const contentOf = async (store: MemoryStore) => [
  await store.head(ledgerStream(ledger)),
  await store.keptFiles(),
];

describe('what is not taken', () => {
  const bomb = gzipSync(Buffer.alloc(20_000_000));
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
  const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n');
  const zip = Buffer.concat([Buffer.from('504b0304140008000800', 'hex'), Buffer.alloc(40, 0xc3)]);
  const junk = Buffer.from(Array.from({ length: 4_096 }, (_, at) => (at * 7_919) % 256));

  it.each([
    ['nothing', Buffer.alloc(0), {}, [400, 'FILE_NOT_RECOGNISED']],
    ['another text', Buffer.from('hola\n'), {}, [400, 'FILE_NOT_RECOGNISED']],
    ['a PDF', pdf, {}, [400, 'FILE_NOT_RECOGNISED']],
    ['a zip or a spreadsheet', zip, {}, [400, 'FILE_NOT_TEXT']],
    ['an image', png, {}, [400, 'FILE_NOT_TEXT']],
    ['junk', junk, {}, [400, 'FILE_NOT_TEXT']],
    ['UTF-16', Buffer.from(form.toString(), 'utf16le'), {}, [400, 'FILE_NOT_TEXT']],
    ['a packed file', gzipSync(form), {}, [400, 'FILE_NOT_TEXT']],
    ['a small file that is large inside', bomb, {}, [400, 'FILE_NOT_TEXT']],
    [
      'what is packed on the way',
      gzipSync(form),
      { 'content-encoding': 'gzip' },
      ...[[415, 'MEDIA_TYPE_NOT_SUPPORTED']],
    ],
    [
      'JSON',
      Buffer.from('{}'),
      { 'content-type': 'application/json' },
      [415, 'MEDIA_TYPE_NOT_SUPPORTED'],
    ],
    ['text', form, { 'content-type': 'text/plain' }, [415, 'MEDIA_TYPE_NOT_SUPPORTED']],
    ['more than fits', Buffer.alloc(300_001, 0x61), {}, [413, 'BODY_TOO_LARGE']],
    ['half a form', form.subarray(0, 5_000), {}, [400, 'FORM_CUT_OFF']],
  ] as [string, Buffer, Record<string, string>, [number, string]][])(
    'is %s',
    async (_, bytes, headers, expected) => {
      const store = new MemoryStore();
      const { ask } = await served(store, { bodyBytesMax: 300_000 });
      for (const query of [asForm, `${asForm}&dryRun=true`]) {
        const said = await posting(ask, ledger).file(bytes, { query, headers });
        expect([said.status, said.json.code]).toEqual(expected);
        expect(faultsOfAnswer(path, said)).toEqual([]);
      }
      expect(await contentOf(store)).toEqual([-1, []]);
    },
  );

  it.each([
    ['', 400, 'INVALID_COMMAND', 'fileName: se espera'],
    ['?fileName=a%2Fb', 400, 'INVALID_COMMAND', 'fileName: se espera'],
    [`?fileName=${'x'.repeat(201)}`, 400, 'INVALID_COMMAND', 'fileName: se espera'],
    [`${asForm}&nada=1`, 400, 'INVALID_COMMAND', 'no existe el parámetro nada'],
    [`${asForm}&again=si`, 400, 'INVALID_COMMAND', 'again: true o false'],
    [`${asForm}&decimal=dot`, 400, 'INVALID_COMMAND', 'decimal: point o comma'],
    [`${asForm}&adjustedOn=ayer`, 400, 'INVALID_DATE', '«ayer» no es una fecha'],
    [`${asForm}&effectiveOn=2020-02-30`, 400, 'INVALID_DATE', '«2020-02-30» no es una fecha'],
    [`${asForm}&approve=LEY`, 400, 'INVALID_COMMAND', 'approve: se espera CLASE:NÚMERO'],
    [`${asForm}&approve=LEY:1:2020-13-01`, 400, 'INVALID_DATE', '«2020-13-01» no es una fecha'],
  ])('is what is said wrongly about it: %s', async (query, status, code, detail) => {
    const store = new MemoryStore();
    const { ask } = await served(store);
    const said = await posting(ask, ledger).file(form, { query });
    expect([said.status, said.json]).toEqual([
      status,
      expect.objectContaining({ code, detail: expect.stringContaining(detail) }),
    ]);
    expect(await contentOf(store)).toEqual([-1, []]);
  });

  it('is the file of another ledger', async () => {
    const store = new MemoryStore();
    const { ask } = await served(store);
    const said = await posting(ask, '41-OTRA-2020').file(form, { query: asForm });
    expect([said.status, said.json.code]).toEqual([422, 'OTHER_LEDGER']);
    expect(await contentOf(store)).toEqual([-1, []]);
  });

  it('is a file without a key', async () => {
    const store = new MemoryStore();
    const { ask } = await served(store);
    const said = await posting(ask, ledger).file(form, { query: asForm, key: '' });
    expect([said.status, said.json.code]).toEqual([400, 'IDEMPOTENCY_KEY_MISSING']);
    expect(await contentOf(store)).toEqual([-1, []]);
  });

  it('is a file that a rule refuses, which is not kept', async () => {
    const store = new MemoryStore();
    const { ask } = await served(store);
    const post = posting(ask, ledger);
    await post.command('open-ledger', {
      entity: { code: '41', name: null },
      area: { sigla: 'SENAVEX', name: null },
      fiscalYear: 2020,
    });
    await post.command('close-period', { through: '2020-12-31' });
    const said = await post.file(form, { query: asForm });
    expect([said.status, said.json.code]).toEqual([422, 'PERIOD_IS_CLOSED']);
    expect(await contentOf(store)).toEqual([1, []]);
  });
});
