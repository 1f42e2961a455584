import { describe, expect, it } from '@jest/globals';
import { type AskedReplay, replay } from '../../../projections/replay/replay.ts';
import { defaultClassifiers } from '../../../src/catalogue/classifiers.ts';
import { instantAt } from '../../../src/catalogue/instant.ts';
import type { Command } from '../../../src/domain/area-ledger/index.ts';
import { approve, takeForm } from '../../support/acts.ts';
import { ledgerOf } from '../../support/audited.ts';
import {
  adjust,
  execute,
  pay,
  program,
  register,
  reserve,
  reverse,
} from '../../support/commands.ts';
import { day, type Line } from '../../support/lines.ts';
import { form } from '../../support/stated-files.ts';

const one = '01.01.01';
const of = (object: string | null, money: string): Line => [one, object, 'TGN', money];

const replayed = (commands: readonly Command[], asked: AskedReplay, effective = '2020-12-31') => {
  const { records, revision } = ledgerOf(...commands);
  return replay(records, asked, {
    cutOff: { effective: day(effective), known: { revision, recordedAt: instantAt(0) } },
    classifiers: defaultClassifiers,
    zone: 'America/La_Paz',
  });
};
const recorded = { order: 'recorded', unit: 'event' } as const;

/** 2 programmed, 3 approved, 4 spent in June, 5 in March, 6 on the same day, 7 moved within a group. */
const year = (): Command[] => [
  register('2020-01-01', one),
  program('2020-01-02', of('20000', '100.00')),
  approve(),
  execute('2020-06-10', 'C31 1/1', [of('23400', '30.00'), of('24100', '5.00')]),
  execute('2020-03-10', 'C31 2/1', [of('23400', '7.00')]),
  execute('2020-03-10', 'C31 3/1', [of('23400', '1.00')]),
  adjust('2020-07-01', 'transfer', [of('20000', '-2.00'), of('23400', '2.00')]),
];

describe('A replay as it was recorded', () => {
  it('shows what each record changes and where it leaves the cell', () => {
    const { steps } = replayed(year(), recorded);
    expect(steps.map(({ revisions }) => revisions)).toEqual([
      [0],
      [1],
      [2],
      [3],
      [4],
      [5],
      [6],
      [7],
    ]);
    const cell = { activity: one, group: '20000', source: 'TGN' };
    expect(steps.map(({ changes }) => changes).slice(2)).toEqual([
      [{ ...cell, measure: 'original', amount: '100.00', balance: '100.00' }],
      [],
      [{ ...cell, measure: 'executed', amount: '35.00', balance: '35.00' }],
      [{ ...cell, measure: 'executed', amount: '7.00', balance: '42.00' }],
      [{ ...cell, measure: 'executed', amount: '1.00', balance: '43.00' }],
      [],
    ]);
    expect(new Set(steps.map(({ period }) => period))).toEqual(new Set(['2020-09-13']));
  });

  it('puts what comes before its first record together', () => {
    const { opening, steps } = replayed(year(), { ...recorded, from: 5 });
    expect([opening.current, opening.executed]).toEqual(['100.00', '35.00']);
    expect(steps.map(({ revisions }) => revisions)).toEqual([[5], [6], [7]]);
  });

  it('is one step where all is of one day or month', () => {
    expect(replayed(year(), { order: 'recorded', unit: 'day' }).steps).toHaveLength(1);
    expect(replayed(year(), { order: 'recorded', unit: 'month' }).steps).toMatchObject([
      { period: '2020-09', revisions: [0, 1, 2, 3, 4, 5, 6, 7] },
    ]);
  });
});

describe('A replay as it happened', () => {
  it('goes by the day of effect, on one day as it was recorded', () => {
    const { steps } = replayed(year(), { order: 'effective', unit: 'event' });
    expect(steps.map(({ period, revisions: [revision] }) => [period, revision])).toEqual([
      ['2020-01-01', 1],
      ['2020-01-02', 2],
      ['2020-03-10', 5],
      ['2020-03-10', 6],
      ['2020-06-10', 4],
      ['2020-07-01', 7],
      ['2021-01-15', 0],
      ['2021-01-15', 3],
    ]);
  });

  it('has a step for each day and each month', () => {
    const periods = (unit: 'day' | 'month') =>
      replayed(year(), { order: 'effective', unit }).steps.map((step) => step.period);
    expect(periods('day')).toEqual([
      '2020-01-01',
      '2020-01-02',
      '2020-03-10',
      '2020-06-10',
      '2020-07-01',
      '2021-01-15',
    ]);
    expect(periods('month')).toEqual(['2020-01', '2020-03', '2020-06', '2020-07', '2021-01']);
  });
});

describe('What is known in a replay', () => {
  const last = (commands: readonly Command[], effective?: string) =>
    replayed(commands, recorded, effective).steps.at(-1)?.total;

  it('is the original while something is programmed', () => {
    const programmed = [register('2020-01-01', one), program('2020-01-02', of('20000', '9.00'))];
    expect(last(programmed)?.original).toBe('9.00');
    expect(last([...programmed, reverse('2020-01-02', 2, [of('20000', '4.00')])])?.original).toBe(
      '5.00',
    );
    expect(last([...programmed, reverse('2020-01-02', 2)])?.original).toBeNull();
    expect(last([register('2020-01-01', one)])?.original).toBeNull();
  });

  it('is every stage of a ledger without forms, and what documents tell of one with forms', () => {
    const stated = takeForm(form('2020-06-30', { [one]: [['20000', 'TGN', '50.00', '4.00']] }));
    expect(last(year())).toMatchObject({ reserved: '0.00', committed: '0.00', paid: '0.00' });
    expect(last([stated])).toMatchObject({ reserved: null, committed: null, paid: null });
    const told = [
      stated,
      reserve('2020-07-01', 'CP 1/1', [of('20000', '3.00')]),
      execute('2020-07-02', 'C31 1/1', [of('20000', '2.00')]),
      pay('2020-07-03', 'C31 1/1', [of('20000', '1.00')]),
    ];
    expect(last(told)).toMatchObject({ reserved: '3.00', committed: null, paid: '1.00' });
  });

  it('is not told of stages from the beginning as it happened, once a form is known', () => {
    const commands = [
      register('2020-01-01', one),
      takeForm(form('2020-06-30', { [one]: [['20000', 'TGN', '50.00', '4.00']] })),
    ];
    const opening = (order: 'recorded' | 'effective') =>
      replayed(commands, { order, unit: 'event' }).opening;
    expect([opening('recorded').paid, opening('effective').paid]).toEqual(['0.00', null]);
  });
});
