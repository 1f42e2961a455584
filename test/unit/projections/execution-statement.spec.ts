import { describe, expect, it } from '@jest/globals';
import {
  executionStatement,
  officialColumns,
} from '../../../projections/execution-statement/execution-statement.ts';
import { takeForm } from '../../support/acts.ts';
import { ledgerOf } from '../../support/audited.ts';
import { adjust, commit, execute, pay, program, register } from '../../support/commands.ts';
import { approve } from '../../support/acts.ts';
import { form } from '../../support/stated-files.ts';
import { Projected } from '../../support/views-of.ts';

const one = '01.01.01';

/** 100.00 for an activity and 40.00 without one, of which documents use a part. */
const byDocument = () =>
  ledgerOf(
    register('2020-01-01', one),
    program('2020-01-01', [one, '20000', 'TGN', '100.00'], [one, '30000', '41', '40.00']),
    approve(),
    adjust('2020-02-01', 'additional', [[one, '20000', 'TGN', '10.00']]),
    commit('2020-03-01', 'OC 1/1', [[one, '21000', '10', '60.00']]),
    execute('2020-03-02', 'C31 1/1', [[one, '21000', '10', '50.00']], { follows: 'OC 1/1' }),
    pay('2020-03-03', 'C31 2/1', [[one, '21000', '10', '30.00']], { follows: 'C31 1/1' }),
  );

const viewsAt = (ledger: ReturnType<typeof ledgerOf>, day = '2020-12-31') =>
  new Projected(ledger.records).views({ day, revision: ledger.revision });

describe('the official columns', () => {
  it('are these, with the three balances worked out', () => {
    const { overall } = viewsAt(byDocument());
    expect(officialColumns(overall.total)).toEqual({
      original: '140.00',
      adjustments: '10.00',
      distributed: '0.00',
      current: '150.00',
      committed: '60.00',
      uncommitted: '90.00',
      executed: '50.00',
      unexecuted: '100.00',
      paid: '30.00',
      unpaid: '20.00',
    });
  });

  it('come by activity, group and source, and overall as one row', () => {
    const { activity, group, overall } = viewsAt(byDocument());
    const rows = [
      executionStatement('activity', activity),
      executionStatement('group', group),
      executionStatement('source', overall),
    ].map((statement) =>
      statement.rows.map(({ code, group: of, source, current, unexecuted }) => [
        code ?? of ?? source,
        current,
        unexecuted,
      ]),
    );
    expect(rows).toEqual([
      [[one, '150.00', '100.00']],
      [
        ['20000', '110.00', '60.00'],
        ['30000', '40.00', '40.00'],
      ],
      [
        ['OTRAS', '40.00', '40.00'],
        ['TGN', '110.00', '60.00'],
      ],
    ]);
    expect(executionStatement('overall', overall)).toMatchObject({
      rows: [],
      total: { current: '150.00' },
    });
    const { groups, executionRate, ...row } = activity.rows[0] ?? {};
    expect([groups, executionRate]).not.toContain(undefined);
    expect(executionStatement('activity', activity).rows[0]).toEqual({
      ...Object.fromEntries(Object.entries(row).filter(([name]) => name !== 'reserved')),
      ...{ uncommitted: '90.00', unexecuted: '100.00', unpaid: '20.00' },
    });
  });

  it('do not know a balance of what nobody reported', () => {
    const ledger = ledgerOf(
      takeForm(form('2020-12-31', { [one]: [['20000', 'TGN', '80.00', '30.00']] })),
    );
    expect(officialColumns(viewsAt(ledger).overall.total)).toEqual({
      original: null,
      adjustments: null,
      distributed: null,
      current: '80.00',
      committed: null,
      uncommitted: null,
      executed: '30.00',
      unexecuted: '50.00',
      paid: null,
      unpaid: null,
    });
  });
});
