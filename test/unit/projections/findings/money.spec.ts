import { describe, expect, it } from '@jest/globals';
import { approve, control, takeForm } from '../../../support/acts.ts';
import { factsOf, findingsOf, ledgerOf } from '../../../support/audited.ts';
import { commit, execute, program, register, reserve } from '../../../support/commands.ts';
import type { RecordedLedger } from '../../../support/recorded-ledger.ts';
import { form } from '../../../support/stated-files.ts';

const one = '01.01.01';
const two = '01.01.02';

/** 100.00 for each of two activities; control warns, at the level that is said. */
const warned = (level: 'cell' | 'activity' | 'ledger' = 'cell'): RecordedLedger =>
  ledgerOf(
    register('2020-01-01', one),
    register('2020-01-01', two),
    program('2020-01-01', [one, '20000', 'TGN', '100.00'], [two, '20000', 'TGN', '100.00']),
    approve(),
    control('warn', level),
  );

describe('money executed without a group', () => {
  const stated = (executed: string) =>
    takeForm(form('2020-12-31', { [one]: [[null, 'TGN', '50.00', executed]] }));

  it('is found by activity, with the form that states it', () => {
    const ledger = ledgerOf(stated('20.00'));
    const [row] = findingsOf(ledger, '2020-12-31');
    expect(row).toMatchObject({
      code: 'EXECUTED_WITHOUT_GROUP',
      text: '01.01.01: se ejecutaron 20.00 sin grupo de gasto',
      facts: { activity: one, executed: '20.00' },
      about: { activity: one, group: null },
    });
    const types = row?.origin.revisions.map((revision) => ledger.records[revision]?.type);
    expect(types).toEqual(['BudgetExecuted']);
  });

  it('is not found before its day, nor where it is only programmed', () => {
    expect(
      factsOf(findingsOf(ledgerOf(stated('20.00')), '2020-12-30'), 'EXECUTED_WITHOUT_GROUP'),
    ).toEqual([]);
    expect(
      factsOf(findingsOf(ledgerOf(stated('0.00')), '2020-12-31'), 'EXECUTED_WITHOUT_GROUP'),
    ).toEqual([]);
  });

  it('is silent where every group is said', () => {
    const ledger = warned().take(execute('2020-02-01', 'C31 1/1', [[one, '21000', '10', '1.00']]));
    expect(findingsOf(ledger, '2020-12-31')).toEqual([]);
  });
});

describe('a cell that uses more than it has', () => {
  const overspent = (level: 'cell' | 'activity' | 'ledger' = 'cell') =>
    warned(level).take(execute('2020-02-01', 'C31 1/1', [[one, '21000', '10', '130.00']]));

  it('is found with its figures, while control warns', () => {
    const [row] = findingsOf(overspent(), '2020-12-31');
    expect(row).toMatchObject({
      code: 'USED_ABOVE_BUDGET',
      severity: 'warning',
      facts: {
        cell: '01.01.01 · 20000 · TGN',
        current: '100.00',
        used: '130.00',
        exceeded: '30.00',
        control: 'warn',
      },
      about: { activity: one, group: '20000', source: 'TGN' },
      origin: { revisions: [3, 6] },
    });
  });

  it('stays found when control blocks again, and says so', () => {
    const rows = findingsOf(overspent().take(control('block')), '2020-12-31');
    expect(factsOf(rows, 'USED_ABOVE_BUDGET')).toMatchObject([{ control: 'block' }]);
    expect(rows[0]?.text).toContain('el control hoy impide');
  });

  it('is not found before the day on which it exceeds', () => {
    expect(findingsOf(overspent(), '2020-01-31')).toEqual([]);
  });

  it('is looked at in the cells of the control', () => {
    expect(factsOf(findingsOf(overspent('activity'), '2020-12-31'), 'USED_ABOVE_BUDGET')).toEqual([
      expect.objectContaining({ cell: one, exceeded: '30.00' }),
    ]);
    expect(findingsOf(overspent('ledger'), '2020-12-31')).toEqual([]);
    const more = overspent('ledger').take(
      execute('2020-02-02', 'C31 2/1', [[two, '21000', '10', '80.00']]),
    );
    expect(factsOf(findingsOf(more, '2020-12-31'), 'USED_ABOVE_BUDGET')).toEqual([
      expect.objectContaining({ cell: 'todo el libro', used: '210.00', exceeded: '10.00' }),
    ]);
  });

  it('uses of each chain the largest stage, over all chains', () => {
    const ledger = warned().take(
      reserve('2020-02-01', 'CP 1/1', [[one, '21000', '10', '60.00']]),
      commit('2020-02-02', 'OC 1/1', [[one, '21000', '10', '50.00']], { follows: 'CP 1/1' }),
      execute('2020-02-03', 'C31 1/1', [[one, '21000', '10', '50.00']], { follows: 'OC 1/1' }),
    );
    expect(findingsOf(ledger, '2020-12-31')).toEqual([]);
    ledger.take(execute('2020-02-04', 'C31 9/1', [[one, '22000', '10', '45.00']]));
    expect(factsOf(findingsOf(ledger, '2020-12-31'), 'USED_ABOVE_BUDGET')).toMatchObject([
      { used: '105.00', exceeded: '5.00' },
    ]);
  });

  it('is silent where all is within its budget', () => {
    const ledger = warned().take(
      execute('2020-02-01', 'C31 1/1', [[one, '21000', '10', '100.00']]),
    );
    expect(findingsOf(ledger, '2020-12-31')).toEqual([]);
  });
});

describe('execution without budget', () => {
  it('is found in a cell with nothing, and not said twice as overspent', () => {
    const ledger = warned().take(execute('2020-02-01', 'C31 1/1', [[one, '31000', '10', '5.00']]));
    const rows = findingsOf(ledger, '2020-12-31');
    expect(rows.map(({ code, facts, origin }) => [code, facts, origin])).toEqual([
      [
        'EXECUTED_WITHOUT_BUDGET',
        { cell: '01.01.01 · 30000 · TGN', executed: '5.00' },
        { revisions: [6] },
      ],
    ]);
  });

  it('is no finding where the control looks at the whole activity', () => {
    const ledger = warned('activity').take(
      execute('2020-02-01', 'C31 1/1', [[one, '31000', '10', '5.00']]),
    );
    expect(findingsOf(ledger, '2020-12-31')).toEqual([]);
  });

  it('is silent where nothing was executed: a reservation is overspent only', () => {
    const ledger = warned().take(reserve('2020-02-01', 'CP 1/1', [[one, '31000', '10', '5.00']]));
    expect(findingsOf(ledger, '2020-12-31').map(({ code }) => code)).toEqual(['USED_ABOVE_BUDGET']);
  });
});
