import { describe, expect, it } from '@jest/globals';
import { approve, takeForm } from '../../support/acts.ts';
import { executedIn, intervalsIn, ledgerOf, seriesOf } from '../../support/audited.ts';
import {
  adjust,
  beyond,
  commit,
  execute,
  program,
  register,
  within,
} from '../../support/commands.ts';
import type { RecordedLedger } from '../../support/recorded-ledger.ts';
import { form } from '../../support/stated-files.ts';

const one = '01.01.01';
const two = '01.01.02';

const planned = (): RecordedLedger =>
  ledgerOf(
    register('2020-01-01', one),
    register('2020-01-01', two),
    program('2020-01-01', [one, '20000', 'TGN', '100.00'], [two, '20000', 'TGN', '100.00']),
    approve(),
  );

const stated = (corte: string, executed: string, other = '0.00') =>
  takeForm(
    form(corte, {
      [one]: [['20000', 'TGN', '100.00', executed]],
      [two]: [['20000', 'TGN', '100.00', other]],
    }),
  );

const document = (on: string, number: string, amount: string, forms?: typeof within) =>
  execute(on, `C31 ${number}/1`, [[one, '21000', '10', amount]], forms && { forms });

describe('a series by document', () => {
  const ledger = planned().take(
    adjust('2020-02-15', 'additional', [[one, '20000', 'TGN', '50.00']]),
    commit('2020-01-20', 'OC 1/1', [[one, '21000', '10', '30.00']]),
    document('2020-01-31', '1', '10.00'),
    document('2020-03-10', '2', '5.00'),
    document('2020-03-20', '3', '7.00'),
  );

  it('gives each measure of the month and accumulated, up to the cut-off', () => {
    const { months } = seriesOf(ledger, '2020-03-15');
    expect(months.map(({ month, from, to }) => [month, from, to])).toEqual([
      ['2020-01', '2020-01-01', '2020-01-31'],
      ['2020-02', '2020-02-01', '2020-02-29'],
      ['2020-03', '2020-03-01', '2020-03-15'],
    ]);
    expect(months.map(({ current }) => current)).toEqual([
      { ofMonth: '200.00', accumulated: '200.00' },
      { ofMonth: '50.00', accumulated: '250.00' },
      { ofMonth: '0.00', accumulated: '250.00' },
    ]);
    expect(months.map(({ committed }) => committed.ofMonth)).toEqual(['30.00', '0.00', '0.00']);
    expect(executedIn(ledger, '2020-03-15')).toEqual([
      ['10.00', '10.00'],
      ['0.00', '10.00'],
      ['5.00', '15.00'],
    ]);
  });

  it('is that of an activity or a group', () => {
    expect(executedIn(ledger, '2020-02-29', { activity: two as never })).toEqual([
      ['0.00', '0.00'],
      ['0.00', '0.00'],
    ]);
    expect(executedIn(ledger, '2020-01-31', { group: '20000' as never })).toEqual([
      ['10.00', '10.00'],
    ]);
    expect(executedIn(ledger, '2020-01-31', { group: null })).toEqual([['0.00', '0.00']]);
  });
});

describe('a series by cumulative forms', () => {
  const byForms = () =>
    planned().take(stated('2020-02-29', '20.00'), stated('2020-05-31', '50.00'));

  it('knows no month between two cortes, and what belongs to the interval', () => {
    expect(executedIn(byForms(), '2020-05-31')).toEqual([
      [null, null],
      [null, '20.00'],
      [null, null],
      [null, null],
      [null, '50.00'],
    ]);
    expect(intervalsIn(byForms(), '2020-05-31')).toEqual([
      ['2020-02', '2020-01-01', '2020-02-29', '20.00'],
      ['2020-05', '2020-03-01', '2020-05-31', '30.00'],
    ]);
  });

  it('knows the month between two cortes a month apart', () => {
    const ledger = byForms().take(stated('2020-06-30', '55.00'));
    expect(executedIn(ledger, '2020-06-30').at(-1)).toEqual(['5.00', '55.00']);
    expect(intervalsIn(ledger, '2020-06-30')).toHaveLength(2);
  });

  it('says an interval that ends inside a month, of which the month is not known', () => {
    const ledger = byForms().take(stated('2020-06-15', '52.00'));
    expect(executedIn(ledger, '2020-06-30').at(-1)).toEqual([null, null]);
    expect(intervalsIn(ledger, '2020-06-30').at(-1)).toEqual([
      ...['2020-06', '2020-06-01', '2020-06-15', '2.00'],
    ]);
    expect(executedIn(ledger, '2020-06-15').at(-1)).toEqual(['2.00', '52.00']);
  });

  it('knows nothing after the last corte, and nothing of a corte to come', () => {
    expect(executedIn(byForms(), '2020-07-31').slice(5)).toEqual([
      [null, null],
      [null, null],
    ]);
    expect(executedIn(byForms(), '2020-04-30').slice(2)).toEqual([
      [null, null],
      [null, null],
    ]);
  });

  it('shows equal levels of two forms as an interval of nothing', () => {
    const ledger = planned().take(stated('2020-01-31', '20.00'), stated('2020-03-31', '20.00'));
    expect(executedIn(ledger, '2020-03-31')).toEqual([
      ['20.00', '20.00'],
      [null, null],
      [null, '20.00'],
    ]);
    expect(intervalsIn(ledger, '2020-03-31')).toEqual([
      ['2020-03', '2020-02-01', '2020-03-31', '0.00'],
    ]);
  });

  it('does not know the stages that forms are silent of, and knows the plan', () => {
    const [january] = seriesOf(byForms(), '2020-05-31').months;
    expect(january?.paid).toEqual({ ofMonth: null, accumulated: null });
    expect(january?.current).toEqual({ ofMonth: '200.00', accumulated: '200.00' });
  });
});

describe('a series by forms and documents', () => {
  it('keeps a month unknown that documents tell in part, and says the part', () => {
    const ledger = planned().take(stated('2020-02-29', '20.00'), stated('2020-05-31', '50.00'));
    ledger.take(document('2020-04-10', '1', '12.00', within));
    const months = seriesOf(ledger, '2020-05-31').months.slice(2);
    expect(
      months.map(({ executed, executedByDocument }) => [executed.ofMonth, executedByDocument]),
    ).toEqual([
      [null, '0.00'],
      [null, '12.00'],
      [null, '0.00'],
    ]);
    expect(months.at(-1)?.intervals).toEqual([
      { from: '2020-03-01', to: '2020-05-31', amount: '30.00' },
    ]);
  });

  it('counts what is beyond a form with its interval', () => {
    const ledger = planned().take(stated('2020-05-31', '50.00'));
    const lines = [[one, '21000', '10', '3.00']] as const;
    ledger.take(execute('2020-04-10', 'C31 1/1', lines, { forms: beyond() }));
    expect(intervalsIn(ledger, '2020-05-31')).toEqual([
      ['2020-05', '2020-01-01', '2020-05-31', '53.00'],
    ]);
    expect(executedIn(ledger, '2020-05-31').at(-1)).toEqual([null, '53.00']);
  });

  it('knows the months that documents explain wholly', () => {
    const ledger = planned().take(
      document('2020-01-10', '1', '20.00'),
      document('2020-03-10', '2', '30.00'),
    );
    ledger.take(stated('2020-03-31', '50.00'));
    expect(executedIn(ledger, '2020-05-31')).toEqual([
      ['20.00', '20.00'],
      ['0.00', '20.00'],
      ['30.00', '50.00'],
      ['0.00', '50.00'],
      ['0.00', '50.00'],
    ]);
    expect(intervalsIn(ledger, '2020-05-31')).toEqual([]);
  });

  it('knows them of an activity to which the form adds nothing, and not of the whole', () => {
    const ledger = planned().take(
      document('2020-01-10', '1', '20.00'),
      stated('2020-02-29', '20.00', '9.00'),
    );
    expect(executedIn(ledger, '2020-02-29', { activity: one as never })).toEqual([
      ['20.00', '20.00'],
      ['0.00', '20.00'],
    ]);
    expect(executedIn(ledger, '2020-02-29')).toEqual([
      [null, null],
      [null, '29.00'],
    ]);
  });

  it('says a month of nothing after the last corte where documents go on', () => {
    const ledger = planned().take(
      stated('2020-02-29', '20.00'),
      document('2020-04-10', '1', '5.00'),
    );
    expect(executedIn(ledger, '2020-04-30')).toEqual([
      [null, null],
      [null, '20.00'],
      ['0.00', '20.00'],
      ['5.00', '25.00'],
    ]);
  });
});
