import { describe, it } from '@jest/globals';
import { distribute, execute } from '../../support/commands.ts';
import { distributed } from '../../support/events.ts';
import { given } from '../../support/given.ts';
import { approved } from '../../support/ledgers.ts';

const open20 = () => approved([null, '20000', 'TGN', '100.00']);

describe('distributing', () => {
  it('moves money not yet distributed to activities, in part', () => {
    given(...open20())
      .when(
        distribute(
          '2020-02-01',
          [null, '20000', 'TGN', '-60.00'],
          ['11.01.01', '20000', 'TGN', '40.00'],
          ['11.01.02', '20000', 'TGN', '20.00'],
        ),
      )
      .then(
        distributed(
          '2020-02-01',
          [null, '20000', 'TGN', '-60.00'],
          ['11.01.01', '20000', 'TGN', '40.00'],
          ['11.01.02', '20000', 'TGN', '20.00'],
        ),
      )
      .thenNoFindings();
  });

  it('may be done later, after executions elsewhere', () => {
    given(
      ...open20(),
      distribute(
        '2020-02-01',
        [null, '20000', 'TGN', '-60.00'],
        ['11.01.01', '20000', 'TGN', '60.00'],
      ),
      execute('2020-03-01', 'C31 1/1', [['11.01.01', '20000', 'TGN', '60.00']]),
    )
      .when(
        distribute(
          '2020-04-01',
          [null, '20000', 'TGN', '-40.00'],
          ['11.01.02', '20000', 'TGN', '40.00'],
        ),
      )
      .thenTypes('BudgetDistributed');
  });

  it('moves it back', () => {
    given(...approved(['11.01.01', '20000', 'TGN', '100.00']))
      .when(
        distribute(
          '2020-02-01',
          ['11.01.01', '20000', 'TGN', '-30.00'],
          [null, '20000', 'TGN', '30.00'],
        ),
      )
      .thenTypes('BudgetDistributed');
  });

  it('gives money without group to a group of the same activity', () => {
    given(...approved(['11.01.01', null, 'TGN', '12.00']))
      .when(
        distribute(
          '2020-02-01',
          ['11.01.01', null, 'TGN', '-12.00'],
          ['11.01.01', '20000', 'TGN', '12.00'],
        ),
      )
      .thenTypes('BudgetDistributed');
  });

  it('needs no approval', () => {
    given(...approved([null, '20000', 'TGN', '1.00']).slice(0, -1))
      .when(
        distribute(
          '2020-02-01',
          [null, '20000', 'TGN', '-1.00'],
          ['11.01.01', '20000', 'TGN', '1.00'],
        ),
      )
      .thenTypes('BudgetDistributed');
  });
});
