import { describe, it } from '@jest/globals';
import { issue } from '../../support/acts.ts';
import { adjust, distribute, execute, open, program, reverse } from '../../support/commands.ts';
import { reversed } from '../../support/events.ts';
import { given } from '../../support/given.ts';
import { approved, hundred } from '../../support/ledgers.ts';
import type { Line } from '../../support/lines.ts';

const of = (money: string): Line[] => [['11.01.01', '23400', '10', money]];
/** revision 5 executes 60.00 */
const spent = () => [...hundred(), execute('2020-03-01', 'C31 1/1', of('60.00'))];

describe('what is not reversed', () => {
  it('a reversal', () => {
    given(...spent(), reverse('2020-04-01', 5))
      .when(reverse('2020-04-02', 6))
      .thenRefused('ENTRY_NOT_REVERSIBLE', { revision: 6, type: 'otro' });
  });

  it('an adjustment', () => {
    given(...hundred(), adjust('2020-06-30', 'additional', [['11.01.01', '20000', 'TGN', '1.00']]))
      .when(reverse('2020-07-01', 5))
      .thenRefused('ENTRY_NOT_REVERSIBLE', { revision: 5, type: 'otro' });
  });

  it('a distribution', () => {
    given(
      ...approved([null, '20000', 'TGN', '10.00']),
      distribute(
        '2020-02-01',
        [null, '20000', 'TGN', '-1.00'],
        ['11.01.01', '20000', 'TGN', '1.00'],
      ),
    )
      .when(reverse('2020-07-01', 5))
      .thenRefused('ENTRY_NOT_REVERSIBLE', { revision: 5, type: 'otro' });
  });

  it('an act', () => {
    given(...spent(), issue('1', '2020-12-31', 5))
      .when(reverse('2020-07-01', 6))
      .thenRefused('ENTRY_NOT_REVERSIBLE', { revision: 6, type: 'otro' });
  });

  it('the approved programme', () => {
    given(...hundred())
      .when(reverse('2020-02-01', 3))
      .thenRefused('ENTRY_NOT_REVERSIBLE', { revision: 3, type: 'original' });
  });

  it('but the programme before its approval is', () => {
    given(open(), program('2020-01-01', [null, '20000', 'TGN', '5.00']))
      .when(reverse('2020-01-31', 1, [[null, '20000', 'TGN', '2.00']]))
      .then(
        reversed('2020-01-31', { reverses: 1, measure: 'original' }, [
          [null, '20000', 'TGN', '-2.00'],
        ]),
      );
  });

  it('the programme, and what it took is not spent', () => {
    given(
      open(),
      program('2020-01-01', [null, '20000', 'TGN', '5.00']),
      reverse('2020-01-31', 1, [[null, '20000', 'TGN', '2.00']]),
    )
      .when(execute('2020-02-01', 'C31 1/1', [[null, '20000', 'TGN', '3.01']]))
      .thenRefused('BUDGET_EXCEEDED', {
        cell: 'sin distribuir · 20000 · TGN',
        requested: '3.01',
        available: '3.00',
        day: '2020-02-01',
      });
  });

  it('a record that does not exist', () => {
    given(...spent())
      .when(reverse('2020-04-01', 6))
      .thenRefused('REVISION_NOT_FOUND', { revision: 6, last: 5 });
  });

  it('a record before the first', () => {
    given(...spent())
      .when(reverse('2020-04-01', -1))
      .thenRefused('REVISION_NOT_FOUND', { revision: -1, last: 5 });
  });

  it('the opening', () => {
    given(...spent())
      .when(reverse('2020-04-01', 0))
      .thenRefused('ENTRY_NOT_REVERSIBLE', { revision: 0, type: 'otro' });
  });
});
