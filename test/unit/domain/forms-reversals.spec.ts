import { describe, it } from '@jest/globals';
import { takeForm } from '../../support/acts.ts';
import { beyond, execute, open, reserve, reverse, within } from '../../support/commands.ts';
import { reversed, statedExecution } from '../../support/events.ts';
import { given, revisionOf } from '../../support/given.ts';
import type { Line } from '../../support/lines.ts';
import { form } from '../../support/stated-files.ts';

const of = (money: string): Line[] => [['11.01.01', '20000', 'TGN', money]];
const levels = (spent: string) => ({ '11.01.01': [['20000', 'TGN', '100.00', spent]] }) as const;
const november = () => takeForm(form('2020-11-30', levels('40.00')));
const one = () => [open(), november()];

describe('a reversal on or before a corte that a form stated', () => {
  const spent = () => [...one(), execute('2020-11-10', 'C31 1/1', of('5.00'), { forms: within })];
  const entry = revisionOf('BudgetExecuted', ...spent());

  it('is refused where it does not say whether the form contains it', () => {
    given(...spent())
      .when(reverse('2020-11-20', entry))
      .thenRefused('STATED_BY_FORMS', { day: '2020-11-20', cortes: ['2020-11-30'] });
  });

  it('within the level gives its money back to the entry of the form', () => {
    given(...spent())
      .when(reverse('2020-11-20', entry, undefined, within))
      .then(
        reversed('2020-11-20', { reverses: entry, measure: 'executed' }, of('-5.00')),
        statedExecution('2020-11-30', ['11.01.01', '20000', 'TGN', '5.00']),
      );
  });

  it('beyond the level lowers what is executed', () => {
    given(...spent())
      .when(reverse('2020-11-20', entry, undefined, beyond()))
      .then(
        reversed('2020-11-20', { reverses: entry, measure: 'executed' }, of('-5.00'), '2020-11-30'),
      );
  });

  it('is not asked after the last corte', () => {
    given(...spent())
      .when(reverse('2020-12-20', entry))
      .then(reversed('2020-12-20', { reverses: entry, measure: 'executed' }, of('-5.00')));
  });

  it('of a reservation is not asked at all', () => {
    const reserved = [...one(), reserve('2020-11-10', 'PRE 1/1', of('5.00'))];
    given(...reserved)
      .when(reverse('2020-11-20', revisionOf('BudgetReserved', ...reserved)))
      .thenTypes('EntryReversed');
  });
});
