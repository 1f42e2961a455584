import { describe, it } from '@jest/globals';
import { takeForm } from '../../support/acts.ts';
import { adjust, correct, distribute, open, program, register } from '../../support/commands.ts';
import { approve } from '../../support/acts.ts';
import { corrected, event, formTaken, statedExecution } from '../../support/events.ts';
import { given } from '../../support/given.ts';
import { day, kept, type Line, resolution } from '../../support/lines.ts';
import { form, june } from '../../support/stated-files.ts';

const of = (money: string): Line[] => [['11.01.01', '20000', 'TGN', money]];
const levels = (spent: string) => ({ '11.01.01': [['20000', 'TGN', '100.00', spent]] }) as const;
const one = () => [open(), takeForm(form('2020-11-30', levels('40.00')))];
const two = () => [...one(), takeForm(form('2020-12-31', levels('60.00')))];

describe('a correction by hand of the level that a form stated', () => {
  it('changes it on its corte, with a reason', () => {
    given(...one())
      .when(correct('2020-11-30', ...of('-3.00')))
      .then(corrected('2020-11-30', 'hand', ...of('-3.00')))
      .thenNoFindings();
  });

  it('leaves the level of a later form as it was', () => {
    given(...two())
      .when(correct('2020-11-30', ...of('5.00')))
      .then(
        corrected('2020-11-30', 'hand', ...of('5.00')),
        corrected('2020-12-31', 'form', ...of('-5.00')),
      );
  });

  it('stands against what a later form states', () => {
    given(...one(), correct('2020-11-30', ...of('5.00')))
      .when(takeForm(form('2020-12-31', levels('60.00'))))
      .then(
        statedExecution('2020-12-31', ...of('15.00')),
        formTaken('form-12', '2020-12-31', june, levels('60.00')),
      );
  });

  it('gives way to a form that states the same corte again', () => {
    given(...one(), correct('2020-11-30', ...of('5.00')))
      .when(takeForm(form('2020-11-30', levels('40.00'), { file: 'again' })))
      .then(
        corrected('2020-11-30', 'form', ...of('-5.00')),
        formTaken('again', '2020-11-30', june, levels('40.00')),
      );
  });

  it('breaks money without group down', () => {
    given(
      open(),
      takeForm(
        form('2020-12-31', {
          '11.01.01': [
            [null, 'TGN', '20.00', '9.00'],
            ['20000', 'TGN', '20.00', '0.00'],
          ],
        }),
      ),
    )
      .when(correct('2020-12-31', ['11.01.01', null, 'TGN', '-9.00'], ...of('9.00')))
      .then(corrected('2020-12-31', 'hand', ['11.01.01', null, 'TGN', '-9.00'], ...of('9.00')));
  });

  it('is refused for a corte that no form stated', () => {
    given(...one())
      .when(correct('2020-12-31', ...of('5.00')))
      .thenRefused('CORTE_NOT_STATED', { corte: '2020-12-31', cortes: ['2020-11-30'] });
  });

  it('is told the cortes in their order, however the forms arrived', () => {
    given(
      open(),
      takeForm(form('2020-12-31', levels('60.00'))),
      takeForm(form('2020-11-30', levels('40.00'))),
    )
      .when(correct('2020-10-31', ...of('5.00')))
      .thenRefused('CORTE_NOT_STATED', {
        corte: '2020-10-31',
        cortes: ['2020-11-30', '2020-12-31'],
      });
  });

  it('is refused for an activity that the form does not list', () => {
    const october = { ...levels('30.00'), '11.01.02': [['20000', 'TGN', '9.00', '3.00']] } as const;
    given(
      open(),
      takeForm(form('2020-10-31', october)),
      takeForm(form('2020-11-30', levels('40.00'))),
    )
      .when(correct('2020-11-30', ['11.01.02', '20000', 'TGN', '1.00']))
      .thenRefused('ACTIVITY_NOT_STATED', { activity: '11.01.02', corte: '2020-11-30' });
  });

  it('is refused without activity: a form states none', () => {
    given(...one())
      .when(correct('2020-11-30', [null, '20000', 'TGN', '1.00']))
      .thenRefused('ACTIVITY_NOT_STATED', { activity: 'sin distribuir', corte: '2020-11-30' });
  });

  it('is refused where it leaves a level below zero', () => {
    given(...one())
      .when(correct('2020-11-30', ...of('-40.01')))
      .thenRefused('BELOW_ZERO', {
        measure: 'lo ejecutado',
        cell: '11.01.01 · 20000 · TGN',
        balance: '-0.01',
        day: '2020-11-30',
      });
  });

  it('is refused above the vigente', () => {
    given(...one())
      .when(correct('2020-11-30', ...of('60.01')))
      .thenRefused('BUDGET_EXCEEDED', {
        cell: '11.01.01 · 20000 · TGN',
        requested: '60.01',
        available: '60.00',
        day: '2020-11-30',
      });
  });

  it('is refused without money', () => {
    given(...one())
      .when(correct('2020-11-30'))
      .thenRefused('EMPTY_LINES', {});
  });
});

describe('a change of the plan by hand beside forms', () => {
  const approved = () => [
    open(),
    register('2020-01-01', '11.01.01', { position: 1 }),
    program('2020-01-01', ['11.01.01', '20000', 'TGN', '100.00']),
    approve(),
    takeForm(form('2020-11-30', levels('40.00'))),
  ];

  it('is lacked by the forms that were there before it', () => {
    given(...approved())
      .when(adjust('2020-10-01', 'additional', of('7.00'), { name: 'ADICIONAL 1' }))
      .then(
        event('BudgetAdjusted', '2020-10-01', {
          adjustment: 'ADICIONAL-1',
          name: 'ADICIONAL 1',
          kind: 'additional',
          instrument: resolution,
          lines: kept(of('7.00')),
          beyond: day('2020-11-30'),
        }),
      );
  });

  it('may be said to stand in them: the form gives it up', () => {
    given(
      open(),
      register('2020-01-01', '11.01.01', { position: 1 }),
      program('2020-01-01', ['11.01.01', '20000', 'TGN', '90.00']),
      approve(),
      takeForm(form('2020-11-30', levels('40.00'))),
    )
      .when(
        adjust('2020-06-30', 'additional', of('10.00'), {
          name: 'ADICIONAL 1',
          forms: { within: true },
        }),
      )
      .then(
        event('BudgetAdjusted', '2020-06-30', {
          adjustment: 'ADICIONAL-1',
          name: 'ADICIONAL 1',
          kind: 'additional',
          instrument: resolution,
          lines: kept(of('10.00')),
        }),
        event('BudgetAdjusted', '2020-06-30', {
          adjustment: 'AJUSTADO-JUNIO',
          name: 'AJUSTADO JUNIO',
          kind: 'stated',
          instrument: null,
          lines: kept(of('-10.00')),
          assumed: ['effectiveOn'],
        }),
      );
  });

  it('is contained by a form that arrives after it', () => {
    given(...approved(), adjust('2020-12-01', 'additional', of('7.00'), { name: 'ADICIONAL 1' }))
      .when(takeForm(form('2020-12-31', { '11.01.01': [['20000', 'TGN', '107.00', '40.00']] })))
      .then(
        formTaken('form-12', '2020-12-31', june, {
          '11.01.01': [['20000', 'TGN', '107.00', '40.00']],
        }),
      );
  });

  it('distributes what the forms left without group', () => {
    given(open(), takeForm(form('2020-11-30', { '11.01.01': [[null, 'TGN', '20.00', '9.00']] })))
      .when(distribute('2020-11-30', ['11.01.01', null, 'TGN', '-11.00'], ...of('11.00')))
      .then(
        event('BudgetDistributed', '2020-11-30', {
          lines: kept([['11.01.01', null, 'TGN', '-11.00'], ...of('11.00')]),
          basis: 'hand',
          beyond: day('2020-11-30'),
        }),
      );
  });
});
