import { beforeAll, describe, expect, it } from '@jest/globals';
import { poaWithClock } from '../support/poa-in-process.ts';
import { poa, poaJson, samples } from '../support/run-poa.ts';
import { sampleStores } from '../support/sample-stores.ts';

interface Answer {
  readonly cutOff: { known: { revision: number; recordedAt: string }; provisional?: true };
  readonly root: string;
  readonly total: { current: string; executed: string };
}

const november = ['--cutoff', '2020-11-30'];
const may = ['--cutoff', '2020-05-31'];
const lateExecution = [
  ...['execute', '--on', '2020-11-15', '--document', 'C31:55'],
  ...['--line', '11.01.11:23400:10:1500.00'],
];
const lateAdjustment = [
  ...['adjust', '--on', '2020-05-15', '--name', 'ADICIONAL MAYO', '--kind', 'additional'],
  ...['--instrument', 'DS:4200:2020-05-10', '--line', ':20000:TGN:250.50', '--beyond'],
];

describe('an entry that was recorded late', () => {
  const stores = sampleStores();

  it('must say whether later forms contain it', async () => {
    const store = stores.copy();
    await expect(poa(store, ...lateExecution)).rejects.toThrow('[STATED_BY_FORMS]');
    await poa(store, ...lateExecution, '--beyond');
  });

  it('moves the view of an old day, and not the view at an older revision or instant', async () => {
    const store = stores.copy();
    const overall = (...options: string[]) =>
      poaJson<Answer>(store, 'view', 'overall', ...november, ...options);

    const before = await overall();
    const { revision, recordedAt } = before.cutOff.known;
    await poa(store, ...lateExecution, '--beyond');
    expect((await overall()).total).toMatchObject({ executed: '1500.00' });

    const atRevision = await overall('--known', String(revision));
    expect(atRevision).toEqual(before);
    const { cutOff, total } = await overall('--known', recordedAt);
    expect([cutOff.known, total]).toEqual([before.cutOff.known, before.total]);
  });

  it('moves what was in force in May when it is an adjustment of May', async () => {
    const store = stores.copy();
    const overall = (...options: string[]) =>
      poaJson<Answer>(store, 'view', 'overall', ...may, ...options);
    const before = await overall();
    expect(before.total.current).toBe('11320195.00');
    await poa(store, ...lateAdjustment);
    expect((await overall()).total.current).toBe('11320445.50');
    expect(await overall('--known', String(before.cutOff.known.revision))).toEqual(before);
  });
});

describe('the view of a day as it was known', () => {
  const { at } = poaWithClock();
  const january = '2021-01-15T18:00:00-04:00';
  const march = '2021-03-02T09:00:00-04:00';
  const years = '2024-05-05T09:00:00-04:00';

  const executed = async (...known: string[]): Promise<string> => {
    const { out } = await at(years, 'view', 'overall', ...november, ...known, '--json');
    return (JSON.parse(out) as Answer).total.executed;
  };

  beforeAll(async () => {
    await at(january, 'import', samples.form);
    await at(march, ...lateExecution, '--beyond');
  });

  it('lacks a late entry until the day of its recording has begun', async () => {
    expect(await executed()).toBe('1500.00');
    expect(await executed('--known', '2021-03-02')).toBe('1500.00');
    expect(await executed('--known', '2021-03-01')).toBe('0.00');
    expect(await executed('--known', '2021-01-15')).toBe('0.00');
  });

  it('lacks it at an instant before its recording', async () => {
    expect(await executed('--known', '2021-03-02T08:59:59-04:00')).toBe('0.00');
    expect(await executed('--known', march)).toBe('1500.00');
  });

  it('says until when', async () => {
    const { out } = await at(years, 'view', 'overall', ...november, '--known', '2021-02-28');
    expect(out).toContain('Datos al 30/11/2020 según lo registrado hasta el 15/01/2021 18:00');
  });

  it('is refused before the ledger began and in the future', async () => {
    const refusal = async (known: string) =>
      (await at(years, 'view', 'overall', '--known', known)).err;
    expect(await refusal('2021-01-14')).toContain('[KNOWN_BEFORE_LEDGER]');
    expect(await refusal('2024-05-06')).toContain('[KNOWN_IN_FUTURE]');
    expect(await refusal('999')).toContain('[REVISION_NOT_FOUND]');
  });

  it('is refused to a writer whose clock is behind the last record', async () => {
    const progress = ['progress', '11.01.11', '--on', '2020-12-31', '--accumulated', '50'];
    const { code, err } = await at('2021-03-02T08:59:50-04:00', ...progress);
    expect([code, err]).toEqual([6, expect.stringMatching(/atrasado.*\[CLOCK_SKEW\]\n$/)]);
    expect((await at('2021-03-02T08:59:56-04:00', ...progress)).code).toBe(0);
  });
});
