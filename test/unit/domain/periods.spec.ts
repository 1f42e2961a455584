import { describe, it } from '@jest/globals';
import {
  closeLedger,
  closePeriod,
  control,
  issue,
  reopenLedger,
  reopenPeriod,
  takeForm,
} from '../../support/acts.ts';
import { adjust, correct, execute, open, report, reverse } from '../../support/commands.ts';
import { event } from '../../support/events.ts';
import { given } from '../../support/given.ts';
import { hundred } from '../../support/ledgers.ts';
import { day, type Line, note } from '../../support/lines.ts';
import { form } from '../../support/stated-files.ts';

const of = (money: string): Line[] => [['11.01.01', '20000', 'TGN', money]];

describe('closing a period', () => {
  it('says through which day', () => {
    given(open())
      .when(closePeriod('2020-03-31'))
      .then(event('PeriodClosed', null, { through: day('2020-03-31') }));
  });

  it('goes on to a later day', () => {
    given(open(), closePeriod('2020-03-31'))
      .when(closePeriod('2020-04-30'))
      .thenTypes('PeriodClosed');
  });

  it('is refused for a day that is closed already', () => {
    given(open(), closePeriod('2020-03-31'))
      .when(closePeriod('2020-03-31'))
      .thenRefused('PERIOD_ALREADY_CLOSED', { through: '2020-03-31' });
  });

  it('is refused outside the gestión', () => {
    given(open())
      .when(closePeriod('2019-12-31'))
      .thenRefused('OUTSIDE_FISCAL_YEAR', { day: '2019-12-31', fiscalYear: 2020 });
  });

  it('refuses facts of its last day', () => {
    given(...hundred(), closePeriod('2020-03-31'))
      .when(execute('2020-03-31', 'C31 1/1', of('1.00')))
      .thenRefused('PERIOD_IS_CLOSED', { day: '2020-03-31', through: '2020-03-31' });
  });

  it('lets facts of the next day in', () => {
    given(...hundred(), closePeriod('2020-03-31'))
      .when(execute('2020-04-01', 'C31 1/1', of('1.00')))
      .thenTypes('BudgetExecuted');
  });

  it('refuses progress too', () => {
    given(...hundred(), closePeriod('2020-03-31'))
      .when(report('2020-03-31', ['11.01.01', '10.00']))
      .thenRefused('PERIOD_IS_CLOSED', { day: '2020-03-31', through: '2020-03-31' });
  });

  it('is looked at before the activities: what is closed is said first', () => {
    given(...hundred(), closePeriod('2020-03-31'))
      .when(execute('2020-03-31', 'C31 1/1', [['11.01.09', '20000', 'TGN', '1.00']]))
      .thenRefused('PERIOD_IS_CLOSED', { day: '2020-03-31', through: '2020-03-31' });
  });

  it('leaves an entry of it to be reversed in the open month', () => {
    given(...hundred(), execute('2020-03-31', 'C31 1/1', of('1.00')), closePeriod('2020-03-31'))
      .when(reverse('2020-04-01', 5))
      .thenTypes('EntryReversed');
  });

  it('leaves acts alone: control changes', () => {
    given(open(), closePeriod('2020-12-31')).when(control('warn')).thenTypes('ControlChanged');
  });

  it('refuses the correction of a corte in it', () => {
    given(
      takeForm(
        form(
          '2020-03-31',
          { '11.01.01': [['20000', 'TGN', '100.00', '50.00']] },
          {
            version: { name: 'POA 2020', day: day('2020-01-01'), assumed: true },
          },
        ),
      ),
      closePeriod('2020-03-31'),
    )
      .when(correct('2020-03-31', ...of('1.00')))
      .thenRefused('PERIOD_IS_CLOSED', { day: '2020-03-31', through: '2020-03-31' });
  });

  it('refuses a late form that needs it and names it', () => {
    given(
      takeForm(form('2020-12-31', { '11.01.01': [['20000', 'TGN', '100.00', '50.00']] })),
      closePeriod('2020-11-30'),
    )
      .when(takeForm(form('2020-11-30', { '11.01.01': [['20000', 'TGN', '100.00', '40.00']] })))
      .thenRefused('PERIOD_IS_CLOSED', { day: '2020-11-30', through: '2020-11-30' });
  });

  it('lets a form in that changes nothing in it', () => {
    given(
      takeForm(form('2020-11-30', { '11.01.01': [['20000', 'TGN', '100.00', '40.00']] })),
      closePeriod('2020-11-30'),
    )
      .when(takeForm(form('2020-12-31', { '11.01.01': [['20000', 'TGN', '100.00', '50.00']] })))
      .thenTypes('BudgetExecuted', 'FormTaken');
  });
});

describe('reopening a period', () => {
  it('names its written authorisation', () => {
    given(open(), closePeriod('2020-06-30'))
      .when(reopenPeriod('2020-06-01'))
      .then(event('PeriodReopened', null, { from: day('2020-06-01'), authorisation: note }));
  });

  it('opens that day again', () => {
    given(...hundred(), closePeriod('2020-06-30'), reopenPeriod('2020-06-01'))
      .when(execute('2020-06-01', 'C31 1/1', of('1.00')))
      .thenTypes('BudgetExecuted');
  });

  it('leaves the days before it closed', () => {
    given(...hundred(), closePeriod('2020-06-30'), reopenPeriod('2020-06-01'))
      .when(execute('2020-05-31', 'C31 1/1', of('1.00')))
      .thenRefused('PERIOD_IS_CLOSED', { day: '2020-05-31', through: '2020-05-31' });
  });

  it('opens all of it from the first day of the gestión', () => {
    given(...hundred(), closePeriod('2020-06-30'), reopenPeriod('2020-01-01'))
      .when(adjust('2020-01-02', 'additional', of('1.00')))
      .thenTypes('BudgetAdjusted');
  });

  it('is refused for days that are open', () => {
    given(open(), closePeriod('2020-06-30'))
      .when(reopenPeriod('2020-07-01'))
      .thenRefused('PERIOD_NOT_CLOSED', { from: '2020-07-01' });
  });

  it('is refused where nothing is closed', () => {
    given(open())
      .when(reopenPeriod('2020-06-01'))
      .thenRefused('PERIOD_NOT_CLOSED', { from: '2020-06-01' });
  });
});

describe('the end of the gestión', () => {
  it('is recorded with its reason', () => {
    given(open())
      .when(closeLedger())
      .then(event('LedgerClosed', null, { reason: 'cierre' }));
  });

  it('comes once', () => {
    given(open(), closeLedger())
      .when(closeLedger())
      .thenRefused('LEDGER_IS_CLOSED', { ledger: '41-SENAVEX-2020' });
  });

  it('refuses entries', () => {
    given(...hundred(), closeLedger())
      .when(execute('2020-12-31', 'C31 1/1', of('1.00')))
      .thenRefused('LEDGER_IS_CLOSED', { ledger: '41-SENAVEX-2020' });
  });

  it('refuses forms', () => {
    given(...hundred(), closeLedger())
      .when(takeForm(form('2020-12-31', {})))
      .thenRefused('LEDGER_IS_CLOSED', { ledger: '41-SENAVEX-2020' });
  });

  it('leaves reports to be issued', () => {
    given(...hundred(), closeLedger())
      .when(issue('1', '2020-12-31', 5))
      .thenTypes('ReportIssued');
  });

  it('is taken back under an authorisation', () => {
    given(open(), closeLedger())
      .when(reopenLedger())
      .then(event('LedgerReopened', null, { authorisation: note }));
  });

  it('is taken back once', () => {
    given(open(), closeLedger(), reopenLedger())
      .when(reopenLedger())
      .thenRefused('LEDGER_IS_NOT_CLOSED', { ledger: '41-SENAVEX-2020' });
  });

  it('lets entries in again once it is taken back', () => {
    given(...hundred(), closeLedger(), reopenLedger())
      .when(execute('2020-12-31', 'C31 1/1', of('1.00')))
      .thenTypes('BudgetExecuted');
  });

  it('leaves closed periods closed when it is taken back', () => {
    given(...hundred(), closePeriod('2020-11-30'), closeLedger(), reopenLedger())
      .when(execute('2020-11-30', 'C31 1/1', of('1.00')))
      .thenRefused('PERIOD_IS_CLOSED', { day: '2020-11-30', through: '2020-11-30' });
  });
});
