import { describe, expect, it } from '@jest/globals';
import {
  at,
  executed,
  line,
  opened,
  programmed,
  registered,
  type Told,
} from '../../support/views-at.ts';

describe('Rows', () => {
  it('of partidas and fuentes roll up to groups and columns', () => {
    const { byGroup, form } = at(
      [
        opened,
        registered('11.01', '2020-01-01', 1),
        programmed([
          ...line('11.01', '20000', 'TGN', '100.00'),
          ...line('11.01', '20000', 'OTRAS', '50.00'),
        ] as never),
        executed('2020-03-01', [
          ...line('11.01', '23400', '10', '7.00'),
          ...line('11.01', '21100', '41', '2.00'),
        ] as never),
      ],
      '2020-12-31',
    );
    expect(byGroup.rows).toHaveLength(1);
    expect(byGroup.rows[0]).toMatchObject({
      ...{ group: '20000', current: '150.00', executed: '9.00', executionRate: '6.00' },
    });
    expect(form.rows[0]?.groups).toEqual([
      {
        group: '20000',
        programmed: { TGN: '100.00', OTRAS: '50.00' },
        executed: { TGN: '7.00', OTRAS: '2.00' },
        rate: '6.00',
      },
    ]);
  });

  it('of activities stand in printed order, those without a place last', () => {
    const { activities } = at(
      [
        opened,
        registered('11.03', '2020-01-01', null),
        registered('11.02', '2020-01-01', 2),
        registered('11.01', '2020-01-01', 1),
      ],
      '2020-12-31',
    );
    expect(activities.map(({ code }) => code)).toEqual(['11.01', '11.02', '11.03']);
  });

  it('begin and end with their activity, and money of one withdrawn is still shown', () => {
    const told: readonly Told[] = [
      opened,
      registered('11.01', '2020-03-01', 1),
      executed('2020-04-01', line('11.01', '20000', '10', '5.00')),
      ['ActivityWithdrawn', '2020-09-01', { activity: '11.01', reason: 'x' } as never],
    ];
    expect(at(told, '2020-02-29').activities).toEqual([]);
    expect(at(told, '2020-08-31').activities).toHaveLength(1);
    expect(at(told, '2020-09-01').activities).toEqual([]);
    expect(at(told, '2020-09-01').byActivity.rows).toMatchObject([
      { activity: '11.01', code: null, executed: '5.00' },
    ]);
    expect(at(told, '2020-12-31', 2).activities).toHaveLength(1);
  });

  it('carry what was said of an activity last, by day and then by recording', () => {
    const revised = (day: string, name: string): Told => [
      'ActivityRevised',
      day,
      { activity: '11.01', changes: { name } } as never,
    ];
    const told = [
      opened,
      registered('11.01', '2020-01-01', 1),
      revised('2020-06-01', 'b'),
      revised('2020-03-01', 'a'),
      revised('2020-06-01', 'c'),
    ];
    const nameAt = (day: string, revision?: number) => at(told, day, revision).activities[0]?.name;
    expect([
      nameAt('2020-02-01'),
      nameAt('2020-03-01'),
      nameAt('2020-06-01'),
      nameAt('2020-06-01', 3),
    ]).toEqual(['11.01', 'a', 'c', 'b']);
  });

  it('of money without a source have no column in the form and are named beside it', () => {
    const { form } = at(
      [
        opened,
        registered('11.01', '2020-01-01', 1),
        programmed(line('11.01', '20000', null, '8.00')),
      ],
      '2020-12-31',
    );
    expect(form.withoutSource).toEqual({ programmed: '8.00', executed: '0.00' });
    expect(form.total.programmed).toEqual({ TGN: '0.00', OTRAS: '0.00' });
  });
});

describe('The title', () => {
  it('is that of the plan in force', () => {
    const adjusted = (day: string, name: string | null): Told => [
      'BudgetAdjusted',
      day,
      { adjustment: 'A', name, kind: 'stated', instrument: null, lines: [] },
    ];
    const told = [opened, adjusted('2020-06-30', 'AJUSTADO JUNIO'), adjusted('2020-10-31', null)];
    expect(at(told, '2020-06-29').title).toBe('POA 2020');
    expect(at(told, '2020-06-30').title).toBe('POA 2020 AJUSTADO JUNIO');
    expect(at(told, '2020-12-31').title).toBe('POA 2020 AJUSTADO JUNIO');
    expect(at([opened, adjusted('2020-01-01', 'POA 2020')], '2020-12-31').title).toBe('POA 2020');
  });
});
