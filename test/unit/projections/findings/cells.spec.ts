import { describe, expect, it } from '@jest/globals';
import { approve, control, takeForm } from '../../../support/acts.ts';
import { factsOf, findingsOf, ledgerOf } from '../../../support/audited.ts';
import {
  adjust,
  commit,
  execute,
  program,
  register,
  reserve,
  reverse,
  revise,
} from '../../../support/commands.ts';
import type { Line } from '../../../support/lines.ts';
import { form } from '../../../support/stated-files.ts';

const [one, two] = ['01.01.01', '01.01.02'];

/** The second activity is printed first; control warns. */
const warned = () =>
  ledgerOf(
    register('2020-01-01', one, { position: 2 }),
    register('2020-01-01', two, { position: 1 }),
    program('2020-01-01', [one, '20000', 'TGN', '100.00'], [two, '20000', 'TGN', '100.00']),
    approve(),
    control('warn'),
  );

describe('The cells of findings', () => {
  it('stand in printed order, then by group and source, what is not known last', () => {
    const lines: Line[] = [
      [null, '30000', 'TGN', '1.00'],
      [one, null, 'TGN', '2.00'],
      [one, '40000', null, '3.00'],
      [one, '40000', 'TGN', '4.00'],
      [one, '40000', 'OTRAS', '5.00'],
      [one, '30000', 'TGN', '6.00'],
      [two, '30000', 'TGN', '7.00'],
    ];
    const rows = findingsOf(warned().take(execute('2020-02-01', 'C31 1/1', lines)), '2020-12-31');
    expect(factsOf(rows, 'EXECUTED_WITHOUT_BUDGET').map(({ cell }) => cell)).toEqual([
      '01.01.02 · 30000 · TGN',
      '01.01.01 · 30000 · TGN',
      '01.01.01 · 40000 · OTRAS',
      '01.01.01 · 40000 · TGN',
      '01.01.01 · 40000 · sin fuente',
      '01.01.01 · sin grupo · TGN',
      'sin distribuir · 30000 · TGN',
    ]);
  });

  it('without group stand in printed order too, what is not distributed last', () => {
    const lines: Line[] = [
      [null, null, 'TGN', '1.00'],
      [one, null, 'TGN', '2.00'],
      [two, null, 'TGN', '3.00'],
    ];
    const rows = findingsOf(warned().take(execute('2020-02-01', 'C31 1/1', lines)), '2020-12-31');
    expect(factsOf(rows, 'EXECUTED_WITHOUT_GROUP').map(({ activity }) => activity)).toEqual([
      two,
      one,
      'sin distribuir',
    ]);
  });

  it('are called by the code that an activity has', () => {
    const ledger = warned().take(
      revise('2020-01-15', one, { code: '09.09.09' as never }),
      execute('2020-02-01', 'C31 1/1', [['09.09.09', '30000', 'TGN', '1.00']]),
    );
    expect(factsOf(findingsOf(ledger, '2020-12-31'), 'EXECUTED_WITHOUT_BUDGET')).toEqual([
      { cell: '09.09.09 · 30000 · TGN', executed: '1.00' },
    ]);
  });

  it('that use more than they have name every stage that uses them, of that cell alone', () => {
    const own = (money: string): Line[] => [[one, '20000', 'TGN', money]];
    const ledger = warned().take(
      execute('2020-02-01', 'C31 8/1', [[two, '20000', 'TGN', '1.00']]),
      reserve('2020-02-01', 'CP 1/1', own('120.00')),
      commit('2020-02-02', 'OC 1/1', own('110.00'), { follows: 'CP 1/1' }),
      execute('2020-02-03', 'C31 1/1', own('5.00'), { follows: 'OC 1/1' }),
    );
    const [row] = findingsOf(ledger, '2020-12-31');
    expect(row?.facts).toMatchObject({ used: '120.00', exceeded: '20.00' });
    expect(row?.origin.revisions).toEqual([3, 7, 8, 9]);
  });
});

describe('Control in findings', () => {
  const own: Line[] = [[one, '20000', 'TGN', '120.00']];

  it('is that of the time until when is known', () => {
    const ledger = warned().take(execute('2020-02-01', 'C31 1/1', own));
    const before = ledger.revision;
    ledger.take(control('block'));
    const controls = (revision: number) =>
      factsOf(findingsOf(ledger, '2020-12-31', { revision }), 'USED_ABOVE_BUDGET').map(
        (facts) => facts.control,
      );
    expect([controls(before), controls(ledger.revision)]).toEqual([['warn'], ['block']]);
  });

  it('uses nothing of what was reserved and taken back', () => {
    const ledger = warned().take(reserve('2020-02-01', 'CP 1/1', own), reverse('2020-03-01', 6));
    expect(findingsOf(ledger, '2020-12-31')).toEqual([]);
    expect(findingsOf(ledger, '2020-02-29')).toHaveLength(1);
  });
});

describe('Adjustments in findings', () => {
  const small = (on: string, name: string, line: Line) =>
    adjust(on, 'additional', [line], { name });

  it('of one line are called by their names, the line by all that it was given', () => {
    const line: Line = [one, '20000', 'TGN', '1.00', { programme: '19-0-1', organism: '111' }];
    const ledger = warned().take(
      small('2020-03-01', 'Primer ajuste', line),
      small('2020-04-01', 'Segundo ajuste', line),
    );
    const rows = findingsOf(ledger, '2020-12-31', { settings: { smallCountMin: 2 } });
    expect(factsOf(rows, 'SMALL_ADJUSTMENTS_REPEATED')).toEqual([
      {
        cell: '01.01.01 · 20000 · TGN · 19-0-1 · 111',
        count: 2,
        amountMax: '10000.00',
        net: '2.00',
        adjustments: ['Primer ajuste', 'Segundo ajuste'],
      },
    ]);
  });

  it('of a line of which nothing is known say so', () => {
    const line: Line = [null, null, null, '1.00'];
    const ledger = warned().take(small('2020-03-01', 'A', line), small('2020-04-01', 'B', line));
    const rows = findingsOf(ledger, '2020-12-31', { settings: { smallCountMin: 2 } });
    expect(factsOf(rows, 'SMALL_ADJUSTMENTS_REPEATED')).toMatchObject([
      { cell: 'sin distribuir · sin grupo · sin fuente' },
    ]);
  });

  it('that go on late in the year say what changed late', () => {
    const ledger = warned().take(
      small('2020-11-30', 'A', [one, '20000', 'TGN', '1.00']),
      small('2020-12-05', 'A', [one, '20000', 'TGN', '2.00']),
      small('2020-12-09', 'A', [one, '20000', 'TGN', '4.00']),
    );
    const [row] = findingsOf(ledger, '2020-12-31');
    expect([row?.code, row?.about]).toEqual(['ADJUSTMENT_LATE_IN_YEAR', { adjustment: 'A' }]);
    expect(row?.facts).toMatchObject({ day: '2020-12-05', increases: '6.00', net: '6.00' });
  });

  it('that change nothing are none', () => {
    const reformulated = (on: string, money: string, netEffect: string) =>
      adjust(on, 'reformulation', [[one, '20000', 'TGN', money]], { name: 'A', netEffect });
    const ledger = warned().take(
      reformulated('2020-12-05', '-3.00', '-3.00'),
      reformulated('2020-12-06', '3.00', '0.00'),
    );
    expect(findingsOf(ledger, '2020-12-31')).toEqual([]);
  });

  it('that a form took back whole need no instrument', () => {
    const stated = (money: string, file: string) =>
      takeForm(form('2020-11-30', { [one]: [['20000', 'TGN', money, '0.00']] }, { file }));
    const ledger = ledgerOf(stated('80.00', 'first'), stated('0.00', 'again'));
    expect(factsOf(findingsOf(ledger, '2020-12-31'), 'ADJUSTMENT_WITHOUT_INSTRUMENT')).toEqual([]);
  });
});

describe('A form out of order', () => {
  it('names the later cortes in their order', () => {
    const taken = (corte: string) => takeForm(form(corte, { [one]: [] }));
    const ledger = ledgerOf(taken('2020-12-31'), taken('2020-11-30'), taken('2020-10-31'));
    expect(factsOf(findingsOf(ledger, '2020-12-31'), 'FORM_OUT_OF_ORDER')).toEqual([
      { corte: '2020-11-30', later: ['2020-12-31'] },
      { corte: '2020-10-31', later: ['2020-11-30', '2020-12-31'] },
    ]);
  });
});
