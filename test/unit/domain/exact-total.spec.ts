import { describe, it } from '@jest/globals';
import { control } from '../../support/acts.ts';
import { execute, open } from '../../support/commands.ts';
import { given } from '../../support/given.ts';
import type { Line } from '../../support/lines.ts';

/** No cell leaves exact centavos, all of them together would with one more. */
const largest = (count: number): Line[] =>
  Array.from({ length: count }, (_, index) => [
    null,
    `${String(1 + (index % 9))}0000`,
    'TGN',
    '999999999999.99',
    { unit: String(index) },
  ]);

describe('the sum of the whole ledger', () => {
  it('counts what documents move: it is refused where it would leave exact centavos', () => {
    given(open(), control('warn'))
      .when(execute('2020-03-01', 'C31 1/1', largest(91)))
      .thenRefused('TOTAL_TOO_LARGE', {});
  });

  it('is let in where it does not', () => {
    given(open(), control('warn'))
      .when(execute('2020-03-01', 'C31 1/1', largest(90)))
      .thenTypes('BudgetExecuted');
  });
});
