import { describe, expect, it } from '@jest/globals';
import { poa, poaJson } from '../support/run-poa.ts';
import { sampleStores } from '../support/sample-stores.ts';

const stores = sampleStores();

type Money = Readonly<Record<string, string | null>>;

interface Difference {
  readonly from: Money;
  readonly to: Money;
  readonly difference: Money;
  readonly newFacts: Money;
  readonly lateRecorded: Money;
  readonly corrections: Money;
  readonly unexplained: Money;
  readonly explanation: readonly {
    readonly revision: number;
    readonly type: string;
    readonly part: string;
    readonly amounts: Money;
    readonly adjustment?: { readonly name: string; readonly kind: string };
    readonly instrument?: object | null;
    readonly form?: object;
  }[];
}

interface Compared {
  readonly from: { readonly reference: string; readonly effective: string };
  readonly to: { readonly reference: string; readonly effective: string };
  readonly rows: readonly (Difference & {
    readonly group?: string | null;
    readonly activity?: string | null;
    readonly code?: string | null;
  })[];
  readonly total: Difference;
}

const compare = (...args: string[]) => poaJson<Compared>(stores.shared(), 'compare', ...args);
const originalToCurrent = ['--from', 'original', '--to', 'current'];
const yearEnd = ['--cutoff', '2020-12-31'];

describe('the original compared with the plan in force', () => {
  it('differs by group as the published budget and the form do', async () => {
    const { from, to, rows } = await compare(...originalToCurrent, '--by', 'group', ...yearEnd);
    expect([from.reference, from.effective, to.reference, to.effective]).toEqual([
      ...['original', '2020-01-01', 'current', '2020-12-31'],
    ]);
    expect(
      rows.map((row) => [
        row.group,
        row.from.current,
        row.to.current,
        row.difference.current,
        row.unexplained.current,
      ]),
    ).toEqual([
      ['10000', '6829045.00', '6829045.00', '0.00', '0.00'],
      ['20000', '2090860.00', '1537151.62', '-553708.38', '0.00'],
      ['30000', '677318.00', '631824.85', '-45493.15', '0.00'],
      ['40000', '225800.00', '197800.00', '-28000.00', '0.00'],
      ['80000', '1497172.00', '1500172.00', '3000.00', '0.00'],
      ['90000', '0.00', '26616.00', '26616.00', '0.00'],
      [null, '0.00', '62100.00', '62100.00', '0.00'],
    ]);
  });

  it('is explained whole by the one adjustment, and the distribution explains nothing', async () => {
    for (const by of ['group', 'overall']) {
      const { rows, total } = await compare(...originalToCurrent, '--by', by, ...yearEnd);
      expect(total).toMatchObject({
        from: { current: '11320195.00', executed: null },
        to: { current: '10784709.47', executed: '9242127.55' },
        difference: { current: '-535485.53', distributed: '0.00', executed: null },
        newFacts: { current: '-535485.53', distributed: '0.00' },
        unexplained: { current: '0.00' },
      });
      const explaining = [...rows, total].flatMap(({ explanation }) => explanation);
      expect(new Set(explaining.map(({ revision }) => revision))).toEqual(new Set([44]));
      expect(total.explanation).toMatchObject([
        {
          revision: 44,
          type: 'BudgetAdjusted',
          effectiveOn: '2020-06-30',
          part: 'newFacts',
          adjustment: { name: 'AJUSTADO JUNIO', kind: 'stated' },
          instrument: null,
          form: { corte: '2020-12-31' },
          amounts: { adjustments: '-535485.53', current: '-535485.53' },
        },
      ]);
    }
  });

  it('is not known by activity, and what is not distributed is', async () => {
    const { rows, total } = await compare(...originalToCurrent, '--by', 'activity', ...yearEnd);
    const [activities, undistributed] = [rows.slice(0, -1), rows.at(-1)];
    expect(activities).toHaveLength(41);
    for (const { from, difference, newFacts, unexplained, explanation } of activities) {
      for (const money of [from, difference, newFacts, unexplained]) {
        expect(new Set(Object.values(money))).toEqual(new Set([null]));
      }
      expect(explanation).toEqual([]);
    }
    expect(undistributed).toMatchObject({
      activity: null,
      from: { current: '11320195.00' },
      difference: { current: '-11320195.00' },
      unexplained: { current: '0.00' },
    });
    expect(total.difference.current).toBe('-535485.53');
  });

  it('turns with its references', async () => {
    const there = await compare(...originalToCurrent, ...yearEnd);
    const back = await compare('--from', 'current', '--to', 'original', ...yearEnd);
    expect(back.total.difference.current).toBe('535485.53');
    expect(back.total.newFacts.current).toBe('535485.53');
    expect(back.rows.map(({ group }) => group)).toEqual(there.rows.map(({ group }) => group));
  });

  it('is the preset of the plan, and the plan as its one adjustment left it', async () => {
    const asked = await compare(...originalToCurrent, ...yearEnd);
    expect(await compare('--preset', 'plan', ...yearEnd)).toEqual(asked);
    const named = ['--from', 'original', '--to', 'adjustment:AJUSTADO JUNIO'];
    const { to, total } = await compare(...named, ...yearEnd);
    expect(to).toMatchObject({ effective: '2020-06-30', known: { revision: 48 } });
    expect(total.difference.current).toBe('-535485.53');
    expect(total.to.executed).toBe('0.00');
  });

  it('shows the instrument once it is documented, and not before', async () => {
    const store = stores.copy();
    await poa(
      ...[store, 'document', 'AJUSTADO-JUNIO', '--kind', 'reformulation'],
      ...['--net-effect', '-535485.53', '--instrument', 'RM:100/2020:2020-06-25'],
    );
    const of = async (...known: string[]) => {
      const { total } = await poaJson<Compared>(store, 'compare', ...originalToCurrent, ...known);
      return total.explanation.map(({ instrument, adjustment }) => [instrument, adjustment?.kind]);
    };
    const instrument = { kind: 'RM', number: '100/2020', date: '2020-06-25' };
    expect(await of()).toEqual([[instrument, 'reformulation']]);
    expect(await of('--known', '48')).toEqual([[null, 'stated']]);
  });

  it('can leave out what is equal', async () => {
    const { rows } = await compare(...originalToCurrent, '--only-changed', ...yearEnd);
    expect(rows.map(({ group }) => group)).toEqual([
      ...['20000', '30000', '40000', '80000', '90000', null],
    ]);
  });

  it('is a table for people, with what explains it', async () => {
    const shown = await poa(stores.shared(), 'compare', ...originalToCurrent, ...yearEnd);
    expect(shown).toMatch(/\nVigente\nGrupo +Nombre +original +current +Diferencia +Hechos nuevos/);
    expect(shown).toMatch(
      /\nTOTAL +11,320,195\.00 +10,784,709\.47 +-535,485\.53 +-535,485\.53 +0\.00 +0\.00 +100\.00 %\n/,
    );
    expect(shown).toContain('\nSin diferencia: Original, Distribuido\n');
    expect(shown).toMatch(
      /\n 44 +30\/06\/2020 .* modificación +hecho nuevo +AJUSTADO JUNIO · instr/,
    );
    const byActivity = await poa(stores.shared(), 'compare', ...originalToCurrent, '--by=activity');
    expect(byActivity).toMatch(/\n11\.04\.03 .* no conocido +59,009\.00 +no conocido/);
  });
});

describe('two cut-offs compared', () => {
  it('differ by what was executed and adjusted between their days', async () => {
    const { total } = await compare('--from', '2020-05-31', '--to', '2020-12-31');
    expect(total.difference).toMatchObject({ current: '-535485.53', executed: '9242127.55' });
    expect(total.explanation.map(({ revision, part }) => [revision, part])).toEqual([
      [44, 'newFacts'],
      [46, 'newFacts'],
    ]);
  });

  it('differ by what was recorded late where only what is known differs', async () => {
    const { total } = await compare('--from', '2020-12-31@2', '--to', '2020-12-31');
    expect(total.lateRecorded.current).toBe('-535485.53');
    expect(total.newFacts.current).toBe('0.00');
  });

  it('are last month and this one by a preset', async () => {
    const { from, to, total } = await compare('--preset', 'month', '--cutoff', '2020-12-31');
    expect([from.effective, to.effective]).toEqual(['2020-11-30', '2020-12-31']);
    expect(total.difference.executed).toBe('9242127.55');
  });
});
