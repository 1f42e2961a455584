import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MemoryStore } from '../../src/adapters/memory/memory-store.ts';
import { ledgerStream } from '../../src/application/ports/event-store.ts';
import type { LedgerId } from '../../src/catalogue/codes.ts';
import type { LedgerRecord } from '../../src/catalogue/events.ts';
import { tokenIn } from '../support/admitted.ts';
import { temporaryFolders } from '../support/folders.ts';
import { poaOver } from '../support/poa-in-process.ts';
import { type Run, samples } from '../support/run-poa.ts';
import { serviceHere } from '../support/served.ts';

const there = new MemoryStore();
const here = new MemoryStore();
const stream = ledgerStream('41-SENAVEX-2020' as LedgerId);
const newFolder = temporaryFolders();
let server: Awaited<ReturnType<typeof serviceHere>>;

beforeAll(async () => {
  server = await serviceHere(there, { requestsPerMinute: 0 });
});
afterAll(() => server.close());

const noStore = (): Promise<MemoryStore> => Promise.reject(new Error('no store is opened here'));

const remotely = (args: readonly string[], environment: Record<string, string> = {}) =>
  poaOver(['--server', server.url, ...args], noStore, {
    ...tokenIn(server.headers),
    ...environment,
  });

const locally = (args: readonly string[]) => poaOver(args, () => Promise.resolve(here));

const lines = ['--line', '11.02.02:20000:TGN:10.00'];
const law = 'LEY:1267:2019-12-20';

/** In this order: the sample, then a piece of every kind of work on it. */
const orders: readonly (readonly string[])[] = [
  ['import', samples.budget, '--assume-source', 'TGN', '--approve', law],
  ['import', samples.form],
  ['import', samples.form],
  ['import', samples.form, '--again'],
  ['register', '11.09.09', '--on', '2020-01-01', '--name', 'Ferias', '--position', '42'],
  ['revise', '11.09.09', '--on', '2020-02-01', '--indicator', 'Nº DE FERIAS'],
  ['withdraw', '11.09.09', '--on', '2020-03-01', '--reason', 'sin objeto'],
  [
    'document',
    'AJUSTADO-JUNIO',
    '--kind',
    'reformulation',
    '--net-effect',
    '-535485.53',
    '--instrument',
    law,
  ],
  [
    'adjust',
    '--on',
    '2020-12-31',
    '--name',
    'AJUSTADO FIN',
    '--kind',
    'additional',
    '--instrument',
    law,
    ...lines,
    '--within',
  ],
  ['reserve', '--on', '2020-12-31', '--document', 'C31:7', ...lines, '--beyond'],
  [
    'execute',
    '--on',
    '2020-12-31',
    '--document',
    'C31:8',
    '--also',
    'reserved,committed',
    ...lines,
    '--beyond',
    '2020-12-31',
  ],
  [
    'correct',
    '--corte',
    '2020-12-31',
    '--reason',
    'conciliación',
    '--line',
    '11.02.02:20000:TGN:-1.00',
  ],
  ['progress', '11.02.02', '--on', '2020-12-31', '--accumulated', '77.5', '--evidence', 'informe'],
  ['control', '--mode', 'warn', '--level', 'ledger', '--reason', 'cierre'],
  ['close', '--through', '2020-11-30'],
  ['reopen', '--from', '2020-11-01', '--reason', 'omisión', '--authorisation', law],
  [
    'issue',
    '--report',
    'form-5b',
    '--number',
    '1',
    '--effective',
    '2020-12-31',
    '--revision',
    '48',
    '--sha256',
    'ab'.repeat(32),
    '--prepared',
    'u1',
    '--reviewed',
    'u2',
    '--approved',
    'u3',
  ],
  ['close', '--year'],
  ['reopen', '--reason', 'omisión', '--authorisation', law],
  ['open', '--entity', '41', '--sigla', 'OTRA', '--year', '2020', '--area-name', 'Otra área'],
  ['program', '--ledger', '41-OTRA-2020', '--on', '2020-01-01', '--line', '::10:100.00'],
];

/** Fields of JSON have no order. */
const shown = ({ code, out, err }: Run, form: readonly string[]) => ({
  ...{ code, err },
  out: form.includes('--json') ? (JSON.parse(out) as unknown) : out,
});

describe('a command that writes', () => {
  it.each(orders.map((args, index) => [args[0], index, args] as const))(
    'says of a server what it says of a store, and does it: %s (%i)',
    async (_, index, args) => {
      const named = [...args, '--command-id', `orden-${String(index)}-x`, '--json'];
      for (const form of [[...args, '--dry-run'], [...named, '--dry-run'], named, named]) {
        const [remote, local] = [await remotely(form), await locally(form)];
        expect([form, local.code, local.err]).toEqual([form, 0, '']);
        expect(shown(remote, form)).toEqual(shown(local, form));
        expect(await there.head(stream)).toBe(await here.head(stream));
      }
      expect(await there.keptFiles()).toEqual(await here.keptFiles());
    },
  );

  it.each([
    [
      4,
      'PERIOD_NOT_CLOSED',
      [
        'reopen',
        '--ledger',
        '41-OTRA-2020',
        '--from',
        '2020-11-01',
        '--reason',
        'x',
        '--authorisation',
        law,
      ],
    ],
    [3, 'LEDGER_NOT_FOUND', ['close', '--ledger', '41-NADA-2020', '--year']],
    [2, 'LEDGER_NOT_CHOSEN', ['close', '--year']],
    [4, 'OTHER_LEDGER', ['import', samples.form, '--ledger', '41-OTRA-2020']],
    [3, 'FILE_NOT_FOUND', ['import', 'no-hay.txt']],
  ] as [number, string, string[]][])('is refused with %i %s', async (exit, code, args) => {
    for (const form of [args, [...args, '--dry-run']]) {
      const [remote, local] = [await remotely(form), await locally(form)];
      expect([local.code, local.out, local.err]).toEqual([exit, '', expect.stringContaining(code)]);
      expect(remote).toEqual(local);
    }
  });

  it('is refused where its identification is no key', async () => {
    const { code, err } = await remotely([
      'close',
      '--year',
      '--ledger',
      '41-OTRA-2020',
      '--command-id',
      'x',
    ]);
    expect([code, err]).toEqual([2, expect.stringContaining('Idempotency-Key')]);
  });

  it('is refused before it is sent where the file cannot be read', async () => {
    const file = join(newFolder(), 'a.txt');
    writeFileSync(file, 'hola');
    const { code, err } = await remotely(['import', file]);
    expect([code, err]).toEqual([2, expect.stringContaining('[FILE_NOT_RECOGNISED]')]);
  });
});

describe('the token of a session', () => {
  const closing = ['close', '--through', '2020-01-31', '--ledger', '41-OTRA-2020'];

  it('says who writes, and --actor does not', async () => {
    await remotely([...closing, '--actor', 'otra']);
    const records: LedgerRecord[] = [];
    for await (const page of there.read(ledgerStream('41-OTRA-2020' as LedgerId), 0)) {
      records.push(...page.map(({ text }) => JSON.parse(text) as LedgerRecord));
    }
    expect(records.at(-1)).toMatchObject({ type: 'PeriodClosed', actor: server.account });
  });

  it.each(['con espacio', 'línea\nnueva', 'ñ'])(
    'is refused where it is none: %j',
    async (token) => {
      const { code, err } = await remotely(closing, { POA_TOKEN: token });
      expect([code, err]).toEqual([2, expect.stringContaining('[VARIABLE_NOT_VALID]')]);
      expect(err).not.toContain(token);
    },
  );
});
