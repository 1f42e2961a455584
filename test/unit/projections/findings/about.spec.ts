import { describe, expect, it } from '@jest/globals';
import { approve } from '../../../support/acts.ts';
import { auditOf, findingsOf, ledgerOf } from '../../../support/audited.ts';
import { execute, program, register, report, reverse, revise } from '../../../support/commands.ts';
import type { Line } from '../../../support/lines.ts';
import type { RecordedLedger } from '../../../support/recorded-ledger.ts';

const [one, two] = ['01.01.01', '01.01.02'];
const of = (activity: string, money: string): Line => [activity, '20000', 'TGN', money];

/** Two activities of 100.00; the second spends and is half done: 1 and 2 registered, 3 and 4 programmed, 6 spent, 7 reported. */
const beside = (): RecordedLedger =>
  ledgerOf(
    register('2020-01-01', one, { end: '2020-06-30' as never }),
    register('2020-01-01', two),
    program('2020-01-01', of(one, '100.00')),
    program('2020-01-01', of(two, '100.00')),
    approve(),
    execute('2020-02-01', 'C31 1/1', [of(two, '50.00')]),
    report('2020-02-28', [two, '50']),
  );
/** The first spends 5.00 (8), all of which is taken back (9). */
const spentAndBack = () =>
  beside().take(
    execute('2020-03-01', 'C31 2/1', [of(one, '5.00')]),
    reverse('2020-03-02', 8, [of(one, '5.00')]),
  );

const foundIn = (ledger: RecordedLedger, day: string) =>
  findingsOf(ledger, day).map(({ code, facts, about, origin }) => [code, facts, about, origin]);

describe('A finding is about one activity, with the records of that one alone', () => {
  it('where nothing was done', () => {
    expect(foundIn(spentAndBack().take(report('2020-03-31', [one, '0'])), '2020-03-31')).toEqual([
      [
        'NOTHING_DONE',
        { activity: one, current: '100.00', executed: '0.00', accumulated: '0.00' },
        { activity: one },
        { revisions: [3, 8, 9, 10] },
      ],
    ]);
  });

  it('where all was reached and nothing spent', () => {
    expect(foundIn(spentAndBack().take(report('2020-03-31', [one, '100'])), '2020-03-31')).toEqual([
      [
        'PROGRESS_WITHOUT_SPENDING',
        { activity: one, current: '100.00', executed: '0.00', accumulated: '100.00' },
        { activity: one },
        { revisions: [3, 8, 9, 10] },
      ],
    ]);
  });

  it('where money was spent and nothing reached', () => {
    const ledger = beside().take(
      execute('2020-03-01', 'C31 2/1', [of(one, '5.00')]),
      report('2020-03-31', [one, '0']),
    );
    expect(foundIn(ledger, '2020-03-31')).toEqual([
      [
        'SPENT_WITHOUT_PROGRESS',
        { activity: one, executed: '5.00', accumulated: '0.00' },
        { activity: one },
        { revisions: [8, 9] },
      ],
    ]);
  });

  it('where it is due or past its end', () => {
    const ledger = beside().take(report('2020-03-31', [one, '50']));
    expect(foundIn(ledger, '2020-06-30')).toEqual([
      [
        'DUE_ON_CUT_OFF',
        { activity: one, end: '2020-06-30', accumulated: '50.00' },
        { activity: one },
        { revisions: [1, 8] },
      ],
    ]);
    expect(foundIn(ledger, '2020-07-01').map(([code, , about]) => [code, about])).toEqual([
      ['PAST_END_DATE', { activity: one }],
    ]);
  });

  it('where it says that it buys and what it had was taken back', () => {
    const ledger = ledgerOf(
      register('2020-01-01', one, { name: 'Taller' }),
      register('2020-01-01', two),
      program('2020-01-01', of(one, '100.00')),
      program('2020-01-01', of(two, '100.00')),
      reverse('2020-01-01', 3),
      revise('2020-02-01', one, { name: 'Compra de mesas' }),
    );
    expect(foundIn(ledger, '2020-12-31')).toEqual([
      [
        'BUYS_WITHOUT_BUDGET',
        { activity: one, word: 'COMPRA', current: '0.00' },
        { activity: one },
        { revisions: [3, 5, 6] },
      ],
    ]);
  });
});

describe('The words with which a name says that it buys', () => {
  it('are looked for without the blanks around them', () => {
    const ledger = ledgerOf(register('2020-01-01', one, { name: 'Gastos: compras' }));
    const settings = { buyingWords: [' compra '] };
    expect(findingsOf(ledger, '2020-12-31', { settings }).map(({ code }) => code)).toEqual([
      'BUYS_WITHOUT_BUDGET',
    ]);
  });
});

describe('Findings', () => {
  it('are counted, warnings before notices', () => {
    const ledger = ledgerOf(
      register('2020-01-01', one, { name: 'Compra', end: '2020-12-31' as never }),
      report('2020-03-31', [one, '50']),
    );
    const { rows, count } = auditOf(ledger, '2020-12-31');
    expect(rows.map(({ code, severity }) => [code, severity])).toEqual([
      ['BUYS_WITHOUT_BUDGET', 'warning'],
      ['DUE_ON_CUT_OFF', 'notice'],
    ]);
    expect(count).toEqual({ warnings: 1, notices: 1 });
  });
});
