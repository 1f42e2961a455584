import { describe, expect, it } from '@jest/globals';
import { takeForm } from '../../support/acts.ts';
import { beyond, execute, open, reserve, within } from '../../support/commands.ts';
import { corrected, executed, formTaken, statedExecution } from '../../support/events.ts';
import { given, recordedBy } from '../../support/given.ts';
import type { Line } from '../../support/lines.ts';
import { moneyByDay } from '../../support/money-by-day.ts';
import { form, june } from '../../support/stated-files.ts';

const of = (money: string): Line[] => [['11.01.01', '20000', 'TGN', money]];
const levels = (spent: string) => ({ '11.01.01': [['20000', 'TGN', '100.00', spent]] }) as const;
const november = () => takeForm(form('2020-11-30', levels('40.00')));
const december = () => takeForm(form('2020-12-31', levels('60.00')));
const one = () => [open(), november()];
const two = () => [...one(), december()];

describe('a document on or before a corte that a form stated', () => {
  it('is refused where it does not say whether the form contains it', () => {
    given(...two())
      .when(execute('2020-11-30', 'C31 1/1', of('5.00')))
      .thenRefused('STATED_BY_FORMS', {
        day: '2020-11-30',
        cortes: ['2020-11-30', '2020-12-31'],
      });
  });

  it('is asked only about the cortes from its day on', () => {
    given(...two())
      .when(execute('2020-12-01', 'C31 1/1', of('5.00')))
      .thenRefused('STATED_BY_FORMS', { day: '2020-12-01', cortes: ['2020-12-31'] });
  });

  it('is not asked after the last corte', () => {
    given(...one())
      .when(execute('2020-12-01', 'C31 1/1', of('5.00')))
      .then(executed('2020-12-01', 'C31 1/1', of('5.00')));
  });

  it('is not asked before it executes: a form states no reservation', () => {
    given(...two())
      .when(reserve('2020-11-30', 'PRE 1/1', of('5.00')))
      .thenTypes('BudgetReserved');
  });

  it('is asked where execution is one of its stages', () => {
    given(...two())
      .when(reserve('2020-12-31', 'PRE 1/1', of('5.00'), { also: ['executed'] }))
      .thenRefused('STATED_BY_FORMS', { day: '2020-12-31', cortes: ['2020-12-31'] });
  });

  it('within the level takes the difference from the entry of the form', () => {
    given(...one())
      .when(execute('2020-11-10', 'C31 1/1', of('5.00'), { forms: within }))
      .then(
        executed('2020-11-10', 'C31 1/1', of('5.00')),
        corrected('2020-11-30', 'document', ['11.01.01', '20000', 'TGN', '-5.00']),
      )
      .thenFindings({
        code: 'TAKEN_BACK',
        facts: { measure: 'lo ejecutado', day: '2020-11-30', amount: '5.00', cells: 1 },
      });
  });

  it('within several cortes takes it from the first of them alone', () => {
    given(...two())
      .when(execute('2020-11-10', 'C31 1/1', of('5.00'), { forms: within }))
      .then(
        executed('2020-11-10', 'C31 1/1', of('5.00')),
        corrected('2020-11-30', 'document', ['11.01.01', '20000', 'TGN', '-5.00']),
      );
  });

  it('beyond the level is a late entry', () => {
    given(...one())
      .when(execute('2020-11-10', 'C31 1/1', of('5.00'), { forms: beyond() }))
      .then(executed('2020-11-10', 'C31 1/1', of('5.00'), { beyond: '2020-11-30' }))
      .thenNoFindings();
  });

  it('beyond one of several cortes is within the next', () => {
    given(...two())
      .when(execute('2020-11-10', 'C31 1/1', of('5.00'), { forms: beyond('2020-11-30') }))
      .then(
        executed('2020-11-10', 'C31 1/1', of('5.00'), { beyond: '2020-11-30' }),
        corrected('2020-12-31', 'document', ['11.01.01', '20000', 'TGN', '-5.00']),
      );
  });

  it('beyond all of several cortes is beyond the last', () => {
    given(...two())
      .when(execute('2020-11-10', 'C31 1/1', of('5.00'), { forms: beyond() }))
      .then(executed('2020-11-10', 'C31 1/1', of('5.00'), { beyond: '2020-12-31' }));
  });

  it('beyond a corte that no form stated is refused', () => {
    given(...two())
      .when(execute('2020-11-10', 'C31 1/1', of('5.00'), { forms: beyond('2020-10-31') }))
      .thenRefused('CORTE_NOT_STATED', {
        corte: '2020-10-31',
        cortes: ['2020-11-30', '2020-12-31'],
      });
  });

  it('beyond such a corte is told the cortes in their order, however the forms arrived', () => {
    given(
      open(),
      takeForm(form('2020-12-31', { '11.01.01': [['20000', 'TGN', '100.00', '60.00']] })),
      takeForm(form('2020-11-30', { '11.01.01': [['20000', 'TGN', '100.00', '40.00']] })),
    )
      .when(
        execute('2020-10-15', 'C31 1/1', [['11.01.01', '20000', 'TGN', '5.00']], {
          forms: beyond('2020-09-30'),
        }),
      )
      .thenRefused('CORTE_NOT_STATED', {
        corte: '2020-09-30',
        cortes: ['2020-11-30', '2020-12-31'],
      });
  });

  it('beyond is refused where the vigente does not bear both', () => {
    given(...one())
      .when(execute('2020-11-10', 'C31 1/1', of('60.01'), { forms: beyond() }))
      .thenRefused('BUDGET_EXCEEDED', {
        cell: '11.01.01 · 20000 · TGN',
        requested: '60.01',
        available: '60.00',
        day: '2020-11-30',
      });
  });

  it('within needs no vigente twice', () => {
    given(open(), takeForm(form('2020-11-30', levels('100.00'))))
      .when(execute('2020-11-10', 'C31 1/1', of('100.00'), { forms: within }))
      .thenTypes('BudgetExecuted', 'ExecutionCorrected');
  });
});

describe('a form that arrives after documents', () => {
  it('contains all that are dated by its corte', () => {
    given(...one(), execute('2020-12-10', 'C31 1/1', of('15.00')))
      .when(december())
      .then(
        statedExecution('2020-12-31', ['11.01.01', '20000', 'TGN', '5.00']),
        formTaken('form-12', '2020-12-31', june, levels('60.00')),
      );
  });

  it('contains what was said beyond an earlier corte alone', () => {
    given(...one(), execute('2020-11-10', 'C31 1/1', of('15.00'), { forms: beyond() }))
      .when(december())
      .then(
        statedExecution('2020-12-31', ['11.01.01', '20000', 'TGN', '5.00']),
        formTaken('form-12', '2020-12-31', june, levels('60.00')),
      );
  });

  it('lacks what was said beyond its own corte, when it is replaced', () => {
    given(...two(), execute('2020-12-10', 'C31 1/1', of('15.00'), { forms: beyond() }))
      .when(takeForm(form('2020-12-31', levels('70.00'), { file: 'again' })))
      .then(
        statedExecution('2020-12-31', ['11.01.01', '20000', 'TGN', '10.00']),
        formTaken('again', '2020-12-31', june, levels('70.00')),
      );
  });

  it('corrects where its level is below what documents executed', () => {
    given(...one(), execute('2020-12-10', 'C31 1/1', of('15.00')))
      .when(takeForm(form('2020-12-31', levels('50.00'))))
      .then(
        corrected('2020-12-31', 'form', ['11.01.01', '20000', 'TGN', '-5.00']),
        formTaken('form-12', '2020-12-31', june, levels('50.00')),
      );
  });

  it('says where documents within it are more than it states', () => {
    given(open(), takeForm(form('2020-11-30', levels('4.00'))))
      .when(execute('2020-11-10', 'C31 1/1', of('5.00'), { forms: within }))
      .then(
        executed('2020-11-10', 'C31 1/1', of('5.00')),
        corrected('2020-11-30', 'document', ['11.01.01', '20000', 'TGN', '-5.00']),
      )
      .thenFinding('DOCUMENTS_EXCEED_FORM', {
        cell: '11.01.01 · 20000 · TGN',
        documents: '5.00',
        stated: '4.00',
        corte: '2020-11-30',
      });
  });

  it('says nothing of the documents of an activity that it does not list', () => {
    const other: Line[] = [['11.01.02', '30000', 'TGN', '4.00']];
    const both = { ...levels('40.00'), '11.01.02': [['30000', 'TGN', '9.00', '3.00']] } as const;
    const money = moneyByDay(
      recordedBy(
        open(),
        takeForm(form('2020-11-30', both)),
        execute('2020-12-10', 'C31 1/1', other),
        december(),
      ),
    );
    expect(money['11.01.02·30000·TGN executed']).toEqual({
      '2020-11-30': '3.00',
      '2020-12-10': '7.00',
    });
  });
});
