import { describe, expect, it } from '@jest/globals';
import { at, line, opened, programmed, registered } from '../../support/views-at.ts';

const day = '2020-01-01';

/** Money without group and source first, then groups and sources against their order. */
const told = () => [
  opened,
  registered('11.01', day, 1),
  programmed([
    ...line('11.01', null, 'TGN', '1.00'),
    ...line('11.01', '30000', null, '2.00'),
    ...line('11.01', '30000', 'TGN', '4.00'),
    ...line('11.01', '20000', 'OTRAS', '8.00'),
    ...line('11.01', '30000', 'OTRAS', '16.00'),
  ] as never),
];

describe('The order of rows', () => {
  it('is rising by group and by source in an activity, what is not known last', () => {
    const groups = at(told(), '2020-12-31').byActivity.rows[0]?.groups ?? [];
    expect(
      groups.map(({ group, sources }) => [group, ...sources.map(({ source }) => source)]),
    ).toEqual([
      ['20000', 'OTRAS'],
      ['30000', 'OTRAS', 'TGN', null],
      [null, 'TGN'],
    ]);
  });

  it('is rising by group and by source over all, what is not known last', () => {
    const { rows } = at(told(), '2020-12-31').byGroup;
    expect(
      rows.map(({ group, sources }) => [group, ...sources.map(({ source }) => source)]),
    ).toEqual([
      ['20000', 'OTRAS'],
      ['30000', 'OTRAS', 'TGN', null],
      [null, 'TGN'],
    ]);
  });

  it('is by code where activities have no place', () => {
    const { activities } = at(
      [
        opened,
        registered('11.03', day, null),
        registered('11.01', day, null),
        registered('11.02', day, null),
        registered('11.09', day, 3),
      ],
      '2020-12-31',
    );
    expect(activities.map(({ code }) => code)).toEqual(['11.09', '11.01', '11.02', '11.03']);
  });
});

describe('Lines that outweigh each other', () => {
  it('are shown as a group of zero', () => {
    const lines = [
      ...line('11.01', '23400', 'TGN', '5.00'),
      ...line('11.01', '24100', 'TGN', '-5.00'),
    ];
    const { byGroup } = at(
      [
        opened,
        registered('11.01', day, 1),
        programmed(line('11.01', '10000', 'TGN', '1.00')),
        ['BudgetAdjusted', '2020-06-30', { name: 'A', kind: 'transfer', lines } as never],
      ],
      '2020-12-31',
    );
    expect(byGroup.rows.map(({ group, current }) => [group, current])).toEqual([
      ['10000', '1.00'],
      ['20000', '0.00'],
    ]);
  });
});

describe('Many lines', () => {
  it('roll up to their groups however many there are', () => {
    const lines = Array.from({ length: 70 }, (_, index) => ({
      activity: '11.01',
      amounts: [['20000', 'TGN', '1.00', { unit: String(index) }]],
    }));
    const { byGroup, overall } = at(
      [opened, registered('11.01', day, 1), programmed(lines as never)],
      '2020-12-31',
    );
    expect(byGroup.rows.map(({ group, current }) => [group, current])).toEqual([
      ['20000', '70.00'],
    ]);
    expect(overall.total.current).toBe('70.00');
  });
});
