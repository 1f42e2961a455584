import { describe, expect, it } from '@jest/globals';
import { at, executed, line, opened, programmed, registered } from '../../support/views-at.ts';

const day = '2020-01-01';
const formOf = (...lines: ReturnType<typeof line>[]) =>
  at([opened, registered('11.01', day, 1), programmed(lines.flat() as never)], '2020-11-30').form;

describe('The rows of the official form', () => {
  it('print a group of which any amount is something', () => {
    const groups = formOf(
      line('11.01', '20000', 'OTRAS', '5.00'),
      line('11.01', '30000', 'TGN', '3.00'),
      line('11.01', '30000', 'TGN', '-3.00'),
    ).rows[0]?.groups;
    expect(groups?.map(({ group, programmed: { TGN, OTRAS } }) => [group, TGN, OTRAS])).toEqual([
      ['20000', '0.00', '5.00'],
    ]);
  });

  it('print money without group beside groups, and none where there is nothing else', () => {
    const both = formOf(line('11.01', null, 'TGN', '1.00'), line('11.01', '20000', 'TGN', '2.00'));
    expect(both.rows[0]?.groups.map(({ group }) => group)).toEqual(['20000', null]);
    const alone = formOf(line('11.01', null, 'TGN', '1.00'));
    expect(alone.rows[0]).toMatchObject({ groups: [], total: { programmed: { TGN: '1.00' } } });
  });

  it('are none of money for an activity that has none', () => {
    const { rows, total } = at([opened, registered('11.01', day, 1)], '2020-11-30').form;
    expect(rows).toMatchObject([{ groups: [], total: { rate: null } }]);
    expect(total).toEqual({
      programmed: { TGN: '0.00', OTRAS: '0.00' },
      executed: { TGN: '0.00', OTRAS: '0.00' },
      rate: null,
    });
  });

  it('stand under a heading with the month of the corte', () => {
    expect(formOf().heading).toEqual({
      entity: null,
      entityCode: '41',
      area: null,
      sigla: 'X',
      title: 'POA 2020',
      fiscalYear: 2020,
      month: 11,
      corte: '2020-11-30',
    });
  });

  it('leave money without source beside the columns, programmed or executed', () => {
    expect(formOf(line('11.01', '20000', null, '4.00')).withoutSource).toEqual({
      programmed: '4.00',
      executed: '0.00',
    });
    const spent = at(
      [
        opened,
        registered('11.01', day, 1),
        executed('2020-03-01', line('11.01', '20000', null, '2.00')),
      ],
      '2020-11-30',
    );
    expect(spent.form.withoutSource).toEqual({ programmed: '0.00', executed: '2.00' });
    expect(formOf(line('11.01', '20000', 'TGN', '4.00')).withoutSource).toBeNull();
  });
});
