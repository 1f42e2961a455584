import { describe, expect, it } from '@jest/globals';
import { poaJson, refusalOf, runPoa, samples } from '../support/run-poa.ts';
import { sampleStores } from '../support/sample-stores.ts';
import { storeContent } from '../support/store-content.ts';

const stores = sampleStores();

interface Answer {
  readonly ledger: string;
  readonly revision: number;
  readonly events: number;
  readonly isRepeat: boolean;
  readonly findings: readonly { code: string; severity: string; text: string }[];
}

const codesOf = ({ findings }: Answer): string[] => findings.map(({ code }) => code);

describe('a command that is sent twice', () => {
  const progress = (percent: string) => [
    ...['progress', '11.01.10', '--on', '2020-12-31', '--accumulated', percent],
    ...['--command-id', 'orden-1'],
  ];

  it('is recorded once, and refused with other content', async () => {
    const store = stores.copy();
    const first = await poaJson<Answer>(store, ...progress('10'));
    expect(first).toMatchObject({ revision: 49, events: 1, isRepeat: false });
    expect(await poaJson<Answer>(store, ...progress('10'))).toMatchObject({
      revision: 49,
      isRepeat: true,
    });
    expect(await refusalOf(store, progress('11'))).toMatchObject({
      code: 'COMMAND_ID_REUSED',
      exit: 5,
    });
    expect(storeContent(store)?.records).toBe(50);
  });
});

describe('--json', () => {
  it('prints JSON alone, of the shape that programs rely on', async () => {
    for (const view of [
      ['view', 'activity'],
      ['view', 'group'],
      ['view', 'overall'],
      ['form-5b'],
    ]) {
      const { code, out, err } = await runPoa(stores.shared(), [...view, '--json']);
      const answer = JSON.parse(out) as Record<string, unknown>;
      expect([code, err]).toEqual([0, '']);
      expect(answer).toMatchObject({
        ledger: '41-SENAVEX-2020',
        cutOff: {
          effective: '2020-12-31',
          known: { revision: 48, recordedAt: expect.stringMatching(/^\d{4}-.*\.\d{6}Z$/) },
        },
        root: expect.stringMatching(/^[0-9a-f]{64}$/),
        rows: expect.any(Array),
        total: expect.any(Object),
      });
    }
  });

  it('writes money as text with two decimals, and null for what is not known', async () => {
    const { total } = await poaJson<{ total: object }>(stores.shared(), 'view', 'group');
    expect(total).toEqual({
      original: '11320195.00',
      distributed: '0.00',
      adjustments: '-535485.53',
      current: '10784709.47',
      reserved: null,
      committed: null,
      executed: '9242127.55',
      paid: null,
      executionRate: '85.70',
    });
  });

  it('tells of an import what was written and what was odd', async () => {
    const answer = await poaJson<Answer>(stores.fresh(), 'import', samples.form);
    expect(answer).toMatchObject({ ledger: '41-SENAVEX-2020', revision: 46, events: 47 });
    expect(codesOf(answer)).toEqual([
      'PLAN_DAY_ASSUMED',
      'MONEY_WITHOUT_GROUP',
      'CELLS_JOINED',
      'CELLS_JOINED',
      'CELLS_JOINED',
      'LABEL_READ_AS_GROUP',
      'PERCENTAGE_ON_OTHER_ROW',
      'MONEY_WITHOUT_GROUP',
      'MONEY_WITHOUT_GROUP',
      'CELLS_JOINED',
      'CELLS_JOINED',
      'LEDGER_OPENED',
      'ORIGINAL_NOT_KNOWN',
    ]);
    const [, first] = answer.findings;
    expect(first).toMatchObject({
      place: { file: 'senavex-2020-12-form-5b.txt', line: 19, cell: 'GRUPO DE GASTO' },
      severity: 'warning',
    });
  });
});

it('finishes its work although nobody reads on', async () => {
  const store = stores.fresh();
  const run = await runPoa(store, ['import', samples.form], { isUnread: true });
  expect(run).toEqual({ code: 0, out: '', err: '' });
  expect(storeContent(store)?.records).toBe(47);
});

describe('the ledger that a command means', () => {
  it('is the only one, must be named where there are two, and must exist', async () => {
    const store = stores.copy();
    const opened = await poaJson<Answer>(
      ...[store, 'open', '--entity', '41', '--sigla', 'PROBOLIVIA', '--year', '2020'],
    );
    expect(opened).toMatchObject({ ledger: '41-PROBOLIVIA-2020', revision: 0 });

    const refusal = await refusalOf(store, ['view', 'group']);
    expect(refusal).toMatchObject({ code: 'LEDGER_NOT_CHOSEN', exit: 2 });
    expect(refusal.detail).toBe('falta --ledger; existen: 41-SENAVEX-2020, 41-PROBOLIVIA-2020');

    const named = ['--ledger', '41-PROBOLIVIA-2020', 'view', 'group'];
    expect(await poaJson(store, ...named)).toMatchObject({ title: 'POA 2020', rows: [] });
    const { ledgers } = await poaJson<{ ledgers: object[] }>(store, 'ledgers');
    expect(ledgers).toMatchObject([
      { ledger: '41-SENAVEX-2020', title: 'POA 2020 AJUSTADO JUNIO', records: 49 },
      { ledger: '41-PROBOLIVIA-2020', title: 'POA 2020', records: 1 },
    ]);
  });
});
