import { describe, it } from '@jest/globals';
import { takeBudget, takeForm } from '../../support/acts.ts';
import { open, opened, program } from '../../support/commands.ts';
import { event, programmed } from '../../support/events.ts';
import { given } from '../../support/given.ts';
import { twoActivities } from '../../support/ledgers.ts';
import { kept, law } from '../../support/lines.ts';
import { budget, form } from '../../support/stated-files.ts';

describe('an original budget from a file', () => {
  const lines = [null, '20000', 'TGN', '100.00'] as const;

  it('opens the ledger, is programmed and approved as one', () => {
    given()
      .when(takeBudget(budget([lines])))
      .then(
        event('LedgerOpened', null, {
          ...opened,
          entity: { code: '41', name: null },
          area: { sigla: 'SENAVEX', name: null },
        }),
        programmed('2020-01-01', lines),
        event('PlanApproved', null, { instrument: law }),
      )
      .thenFindings({ code: 'LEDGER_OPENED', facts: { ledger: '41-SENAVEX-2020' } });
  });

  it('says what of it was assumed', () => {
    given(open())
      .when(takeBudget({ ...budget([lines]), assumed: ['effectiveOn'] }, null))
      .then(
        event('BudgetProgrammed', '2020-01-01', {
          lines: kept([lines]),
          assumed: ['effectiveOn'],
        }),
      );
  });

  it('is refused where it speaks of another area', () => {
    given(open())
      .when(takeBudget({ ...budget([lines]), sigla: 'OTRA' }))
      .thenRefused('OTHER_LEDGER', { stated: '41-OTRA-2020', ledger: '41-SENAVEX-2020' });
  });

  it('keeps the place of each line where one is of zero and activities alternate', () => {
    given(...twoActivities())
      .when(
        takeBudget(
          budget([
            ['11.01.01', '20000', 'TGN', '1.00'],
            ['11.01.01', '30000', 'TGN', '0.00'],
            ['11.01.02', '20000', 'TGN', '2.00'],
            ['11.01.01', '40000', 'TGN', '3.00'],
          ]),
          null,
        ),
      )
      .then({
        ...programmed(
          '2020-01-01',
          ['11.01.01', '20000', 'TGN', '1.00'],
          ['11.01.01', '40000', 'TGN', '3.00'],
          ['11.01.02', '20000', 'TGN', '2.00'],
        ),
        origin: { file: 'original', places: ['2', '5', '4'] },
      });
  });

  it('says where each line stands in the file', () => {
    given(open())
      .when(takeBudget(budget([lines, [null, '30000', 'TGN', '1.00']]), null))
      .then({
        ...programmed('2020-01-01', lines, [null, '30000', 'TGN', '1.00']),
        origin: { file: 'original', places: ['2', '3'] },
      });
  });

  it('writes nothing the second time', () => {
    given(takeBudget(budget([lines])))
      .when(takeBudget(budget([lines])))
      .thenNothing()
      .thenFindings({ code: 'FILE_ALREADY_TAKEN', facts: { revision: 1 } });
  });

  it('is approved the second time where it was not the first', () => {
    given(takeBudget(budget([lines]), null))
      .when(takeBudget(budget([lines])))
      .then(event('PlanApproved', null, { instrument: law }))
      .thenFindings({ code: 'FILE_ALREADY_TAKEN', facts: { revision: 1 } });
  });

  it('stays without approval the second time where none is told', () => {
    given(takeBudget(budget([lines]), null))
      .when(takeBudget(budget([lines]), null))
      .thenNothing()
      .thenFindings({ code: 'FILE_ALREADY_TAKEN', facts: { revision: 1 } });
  });

  it('is refused once the plan is approved', () => {
    given(takeBudget(budget([lines])))
      .when(takeBudget(budget([lines], { file: 'other' })))
      .thenRefused('PLAN_ALREADY_APPROVED', {});
  });

  it('is refused for a group that the gestión does not have', () => {
    const known = ['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((group) => `${group}0000`);
    const { groups, ...data } = { groups: { '20000': 'Servicios' }, ...open().data };
    given({
      type: 'OpenLedger',
      data: { ...data, classifiers: { groups, treasurySources: [] } },
    } as never)
      .when(takeBudget(budget([[null, '30000', 'TGN', '1.00']])))
      .thenRefused('GROUP_NOT_FOUND', { name: '30000', known: ['20000'] });
    given(open())
      .when(takeBudget(budget(known.map((group) => [null, group, 'TGN', '1.00'] as const)), null))
      .thenTypes('BudgetProgrammed');
  });

  it('is refused with a negative amount', () => {
    given(open(), program('2020-01-01', lines))
      .when(takeBudget(budget([[null, '20000', 'TGN', '-1.00']])))
      .thenRefused('NEGATIVE_AMOUNT', { cell: 'sin distribuir · 20000 · TGN', amount: '-1.00' });
  });

  it('may arrive after a form', () => {
    given(takeForm(form('2020-12-31', { '11.01.01': [['20000', 'TGN', '100.00', '0.00']] })))
      .when(takeBudget(budget([lines])))
      .thenTypes('BudgetProgrammed', 'PlanApproved', 'BudgetAdjusted');
  });
});
