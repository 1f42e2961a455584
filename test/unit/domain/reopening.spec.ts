import { describe, it } from '@jest/globals';
import { closePeriod, reopenPeriod } from '../../support/acts.ts';
import { execute, open } from '../../support/commands.ts';
import { given } from '../../support/given.ts';
import { hundred } from '../../support/ledgers.ts';

describe('reopening a period', () => {
  it('may open its last day alone', () => {
    given(...hundred(), closePeriod('2020-06-30'), reopenPeriod('2020-06-30'))
      .when(execute('2020-06-30', 'C31 1/1', [['11.01.01', '20000', 'TGN', '1.00']]))
      .thenTypes('BudgetExecuted');
  });

  it('is refused outside the gestión', () => {
    given(open(), closePeriod('2020-06-30'))
      .when(reopenPeriod('2019-12-31'))
      .thenRefused('OUTSIDE_FISCAL_YEAR', { day: '2019-12-31', fiscalYear: 2020 });
  });
});
