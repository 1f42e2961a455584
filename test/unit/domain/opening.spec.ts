import { describe, it } from '@jest/globals';
import { takeForm } from '../../support/acts.ts';
import { open, opened, program, register } from '../../support/commands.ts';
import { event, formTaken } from '../../support/events.ts';
import { given } from '../../support/given.ts';
import { day } from '../../support/lines.ts';
import { form, june } from '../../support/stated-files.ts';

describe('opening a ledger', () => {
  it('names the area, the gestión, the currency, the zone and the classifiers', () => {
    given()
      .when(open())
      .then(event('LedgerOpened', null, opened))
      .thenNoFindings();
  });

  it('is done once', () => {
    given(open()).when(open()).thenRefused('LEDGER_ALREADY_OPEN', { ledger: '41-SENAVEX-2020' });
  });

  it('comes before everything else', () => {
    given()
      .when(register('2020-01-01', '11.01.01'))
      .thenRefused('LEDGER_NOT_FOUND', { name: '', known: [] });
  });

  it('is done by a form that speaks of a ledger not known yet, and said', () => {
    given()
      .when(takeForm(form('2020-12-31', {})))
      .then(
        event('LedgerOpened', null, {
          ...opened,
          entity: { code: '41', name: 'MINISTERIO' },
          area: { sigla: 'SENAVEX', name: 'SERVICIO' },
        }),
        formTaken('form-12', '2020-12-31', june, {}),
      )
      .thenFinding('LEDGER_OPENED', { ledger: '41-SENAVEX-2020' });
  });

  it('is not done again by a second form', () => {
    given(takeForm(form('2020-11-30', { '11.01.01': [] })))
      .when(takeForm(form('2020-12-31', { '11.01.01': [] })))
      .thenTypes('FormTaken')
      .thenFindings({ code: 'ORIGINAL_NOT_KNOWN', facts: {} });
  });

  it('binds a ledger to its area: a form of another one is refused', () => {
    given(open())
      .when(takeForm(form('2020-12-31', {}, { sigla: 'OTRA' })))
      .thenRefused('OTHER_LEDGER', { stated: '41-OTRA-2020', ledger: '41-SENAVEX-2020' });
  });
});

describe('the days of a gestión', () => {
  const lines = [null, '20000', 'TGN', '10.00'] as const;

  it('begin on 1 January', () => {
    given(open()).when(program('2020-01-01', lines)).thenTypes('BudgetProgrammed');
  });

  it('end on 31 December', () => {
    given(open()).when(program('2020-12-31', lines)).thenTypes('BudgetProgrammed');
  });

  it('hold every fact: the last day of the year before is refused', () => {
    given(open())
      .when(program('2019-12-31', lines))
      .thenRefused('OUTSIDE_FISCAL_YEAR', { day: '2019-12-31', fiscalYear: 2020 });
  });

  it('hold every fact: the first day of the next year is refused', () => {
    given(open())
      .when(register('2021-01-01', '11.01.01'))
      .thenRefused('OUTSIDE_FISCAL_YEAR', { day: '2021-01-01', fiscalYear: 2020 });
  });

  it('hold what a form states: a corte or a version of another year is refused', () => {
    const levels = { '11.01.01': [['20000', 'TGN', '1.00', '1.00']] } as const;
    given(open())
      .when(takeForm(form('2021-01-31', levels)))
      .thenRefused('OUTSIDE_FISCAL_YEAR', { day: '2021-01-31', fiscalYear: 2020 });
    given(open())
      .when(takeForm(form('2020-12-31', levels, { version: { ...june, day: day('2019-12-31') } })))
      .thenRefused('OUTSIDE_FISCAL_YEAR', { day: '2019-12-31', fiscalYear: 2020 });
  });

  it('are looked at before the activities: of another year none is in force', () => {
    given(open(), register('2020-01-01', '11.01.01'))
      .when(program('2019-12-31', ['11.01.01', '20000', 'TGN', '10.00']))
      .thenRefused('OUTSIDE_FISCAL_YEAR', { day: '2019-12-31', fiscalYear: 2020 });
  });
});
