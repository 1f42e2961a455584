import { describe, expect, it } from '@jest/globals';
import { poa, poaJson } from '../support/run-poa.ts';
import { sampleStores } from '../support/sample-stores.ts';

const stores = sampleStores();
const may = ['--cutoff', '2020-05-31'];
const yearEnd = ['--cutoff', '2020-12-31'];

interface Lines {
  readonly lines: readonly {
    readonly activity: string | null;
    readonly amounts: readonly (readonly [string | null, string, string])[];
  }[];
}

interface Recorded {
  readonly type: string;
  readonly effectiveOn: string;
  readonly recordedAt: string;
  readonly data: Lines & Record<string, unknown>;
}

interface Figures {
  readonly original: string | null;
  readonly distributed: string | null;
  readonly adjustments: string | null;
  readonly current: string;
  readonly reserved: string | null;
  readonly committed: string | null;
  readonly executed: string;
  readonly paid: string | null;
  readonly executionRate: string | null;
}

interface View<Row> {
  readonly title: string;
  readonly rows: readonly (Row & Figures)[];
  readonly total: Figures;
}

type Group = Record<'group', string | null>;
type Activity = Record<'activity' | 'code' | 'name', string | null>;

const byGroup = (...cutOff: string[]) =>
  poaJson<View<Group>>(stores.shared(), 'view', 'group', ...cutOff);
const byActivity = (...cutOff: string[]) =>
  poaJson<View<Activity>>(stores.shared(), 'view', 'activity', ...cutOff);

describe('the ledger after the original budget and the form', () => {
  const recorded = async (...types: string[]): Promise<readonly Recorded[]> => {
    const { rows } = await poaJson<{ rows: readonly Recorded[] }>(stores.shared(), 'events');
    return types.length === 0 ? rows : rows.filter(({ type }) => types.includes(type));
  };

  it('holds these records, in this order, on these days', async () => {
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'America/La_Paz' });
    const told = (await recorded()).map(({ type, effectiveOn, recordedAt }) => {
      const isDayOfRecording = effectiveOn === today.format(new Date(recordedAt));
      return `${type} ${isDayOfRecording ? 'when recorded' : effectiveOn}`;
    });
    expect(told).toEqual([
      'LedgerOpened when recorded',
      'BudgetProgrammed 2020-01-01',
      'PlanApproved when recorded',
      ...Array.from({ length: 41 }, () => 'ActivityRegistered 2020-06-30'),
      'BudgetAdjusted 2020-06-30',
      'BudgetDistributed 2020-06-30',
      'BudgetExecuted 2020-12-31',
      'ProgressReported 2020-12-31',
      'FormTaken when recorded',
    ]);
  });

  it('adjusts six lines without activity, without instrument, on an assumed day', async () => {
    const [adjusted] = await recorded('BudgetAdjusted');
    expect(adjusted?.data).toEqual({
      adjustment: 'AJUSTADO-JUNIO',
      name: 'AJUSTADO JUNIO',
      kind: 'stated',
      instrument: null,
      assumed: ['effectiveOn'],
      lines: [
        {
          activity: null,
          amounts: [
            ['20000', 'TGN', '-553708.38'],
            ['30000', 'TGN', '-45493.15'],
            ['40000', 'TGN', '-28000.00'],
            ['80000', 'TGN', '3000.00'],
            ['90000', 'TGN', '26616.00'],
            [null, 'TGN', '62100.00'],
          ],
        },
      ],
    });
  });

  it('distributes 10,784,709.47 to 19 lines and executes 9,242,127.55 in 16', async () => {
    const centavos = (amount: string): number => Math.round(Number(amount) * 100);
    const toActivities = ({ data }: Recorded) =>
      data.lines.filter(({ activity }) => activity !== null).flatMap(({ amounts }) => amounts);
    const said = (await recorded('BudgetDistributed', 'BudgetExecuted')).map((record) => {
      const lines = toActivities(record);
      const sum = lines.reduce((total, [, , amount]) => total + centavos(amount), 0);
      return [record.type, lines.length, sum];
    });
    expect(said).toEqual([
      ['BudgetDistributed', 19, 1_078_470_947],
      ['BudgetExecuted', 16, 924_212_755],
    ]);
  });

  it('approves under Ley 1267 and keeps progress of the 41 activities', async () => {
    const [approved, progress] = await recorded('PlanApproved', 'ProgressReported');
    expect(approved?.data).toEqual({
      instrument: { kind: 'LEY', number: '1267', date: '2019-12-20' },
    });
    expect(progress?.data.progress).toHaveLength(41);
  });
});

describe('the views of the ledger after both files', () => {
  it('show the table by group of the two plans', async () => {
    const { rows, total } = await byGroup(...yearEnd);
    const figures = ({ original, adjustments, current, executed }: Figures) => [
      ...[original, adjustments, current, executed],
    ];
    expect([...rows.map((row) => [row.group, ...figures(row)]), figures(total)]).toEqual([
      ['10000', '6829045.00', '0.00', '6829045.00', '6290020.61'],
      ['20000', '2090860.00', '-553708.38', '1537151.62', '971549.17'],
      ['30000', '677318.00', '-45493.15', '631824.85', '416620.69'],
      ['40000', '225800.00', '-28000.00', '197800.00', '72070.00'],
      ['80000', '1497172.00', '3000.00', '1500172.00', '1453379.08'],
      ['90000', '0.00', '26616.00', '26616.00', '0.00'],
      [null, '0.00', '62100.00', '62100.00', '38488.00'],
      ['11320195.00', '-535485.53', '10784709.47', '9242127.55'],
    ]);
  });

  it('show nothing executed before 31/12/2020', async () => {
    const { total } = await byGroup('--cutoff', '2020-12-30');
    expect([total.current, total.executed]).toEqual(['10784709.47', '0.00']);
  });

  it('show at 31/05/2020 one row, «Sin distribuir», of 11,320,195.00', async () => {
    const { title, rows } = await byActivity(...may);
    expect(title).toBe('POA 2020');
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      activity: null,
      original: '11320195.00',
      distributed: '0.00',
      adjustments: '0.00',
      current: '11320195.00',
      executed: '0.00',
    });
    expect(await poa(stores.shared(), 'view', 'activity', ...may)).toMatch(
      /Sin distribuir +11,320,195\.00/,
    );
  });

  it('call the plan POA 2020 until 29/06 and POA 2020 AJUSTADO JUNIO from 30/06 on', async () => {
    const titles = await Promise.all(
      ['2020-01-01', '2020-06-29', '2020-06-30', '2020-12-31'].map(
        async (day) => (await byActivity('--cutoff', day)).title,
      ),
    );
    expect(titles).toEqual([
      ...['POA 2020', 'POA 2020', 'POA 2020 AJUSTADO JUNIO', 'POA 2020 AJUSTADO JUNIO'],
    ]);
  });

  it('do not know the original by activity, nor what forms never state', async () => {
    const { rows } = await byActivity(...yearEnd);
    const activities = rows.filter(({ activity }) => activity !== null);
    expect(activities).toHaveLength(41);
    const unknown = new Set(
      activities.map(({ original, distributed, adjustments, reserved, committed, paid }) =>
        JSON.stringify([original, distributed, adjustments, reserved, committed, paid]),
      ),
    );
    expect([...unknown]).toEqual(['[null,null,null,null,null,null]']);
    expect(rows.find(({ activity }) => activity === null)).toMatchObject({
      original: '11320195.00',
      adjustments: '-535485.53',
      distributed: '-10784709.47',
      current: '0.00',
    });
  });

  it('tell a rate of nothing from a rate of zero', async () => {
    const { rows } = await byActivity(...yearEnd);
    const rateOf = (code: string) => rows.find((row) => row.code === code)?.executionRate;
    expect([rateOf('04.01.01'), rateOf('04.01.02'), rateOf('11.02.02')]).toEqual([
      ...[null, '0.00', '85.17'],
    ]);
  });

  it('say to people what is not known', async () => {
    const shown = await poa(stores.shared(), 'view', 'activity', ...yearEnd);
    expect(shown).toContain('no conocido');
    expect(shown).toContain('Compromiso: no informado');
    expect(shown).toContain('Pagado: no informado');
    expect(shown).toContain('sin presupuesto');
  });

  it('come by source as well', async () => {
    const { rows } = await poaJson<View<Record<'source', string>>>(
      ...[stores.shared(), 'view', 'overall', ...yearEnd],
    );
    expect(rows.map(({ source, current, executed }) => [source, current, executed])).toEqual([
      ['TGN', '10784709.47', '9242127.55'],
    ]);
  });
});
