import { describe, expect, it } from '@jest/globals';
import { approve, takeForm } from '../../support/acts.ts';
import { adjustmentsOf, ledgerOf } from '../../support/audited.ts';
import { adjust, documentAdjustment, program, register } from '../../support/commands.ts';
import type { Line } from '../../support/lines.ts';
import { form } from '../../support/stated-files.ts';

const one = '01.01.01';
const two = '01.01.02';
const of = (activity: string, money: string): Line => [activity, '20000', 'TGN', money];
const approved = () =>
  ledgerOf(
    register('2020-01-01', one),
    register('2020-01-01', two),
    program('2020-01-01', of(one, '1000.00'), of(two, '1000.00')),
    approve(),
  );
const transfer = (on: string, name: string, money: string) =>
  adjust(on, 'transfer', [of(one, `-${money}`), of(two, money)], { name });

describe('an adjustment of several records', () => {
  it('stands on its first day, whichever was recorded first', () => {
    const ledger = approved().take(
      adjust('2020-10-05', 'additional', [of(one, '5.00')]),
      adjust('2020-09-20', 'additional', [of(one, '7.00')]),
    );
    const { rows, byMonth } = adjustmentsOf(ledger, '2020-12-31');
    expect(rows).toMatchObject([{ day: '2020-09-20', revisions: [5, 6], net: '12.00' }]);
    expect(rows[0]?.recordedAt).toBe(ledger.records[6]?.recordedAt);
    expect(byMonth).toMatchObject([
      { month: '2020-09', net: '7.00' },
      { month: '2020-10', net: '5.00' },
    ]);
  });

  it('stands on what was recorded first of its first day', () => {
    const ledger = approved().take(
      adjust('2020-09-20', 'additional', [of(one, '5.00')]),
      adjust('2020-09-20', 'additional', [of(two, '7.00')]),
    );
    const { rows } = adjustmentsOf(ledger, '2020-12-31');
    expect(rows[0]?.recordedAt).toBe(ledger.records[5]?.recordedAt);
    expect(rows[0]?.lines.map(({ amount }) => amount)).toEqual(['5.00', '7.00']);
  });

  it('lists no line that they leave as it was', () => {
    const ledger = approved().take(
      adjust('2020-06-30', 'reformulation', [of(one, '-10.00')], { netEffect: '-10.00' }),
      adjust('2020-07-31', 'reformulation', [of(one, '10.00'), of(two, '4.00')], {
        netEffect: '4.00',
      }),
    );
    const { rows } = adjustmentsOf(ledger, '2020-12-31');
    expect(rows[0]?.lines).toStrictEqual([
      { activity: two, code: two, object: '20000', source: 'TGN', amount: '4.00' },
    ]);
  });

  it('lists a line with all that it was given', () => {
    const line: Line = [one, '20000', 'TGN', '4.00', { programme: '19-0-1' }];
    const ledger = approved().take(adjust('2020-06-30', 'additional', [line]));
    expect(adjustmentsOf(ledger, '2020-12-31').rows[0]?.lines).toStrictEqual([
      {
        activity: one,
        code: one,
        object: '20000',
        source: 'TGN',
        attributes: { programme: '19-0-1' },
        amount: '4.00',
      },
    ]);
  });

  it('keeps its kind and instrument where a later form states more of it', () => {
    const stated = (money: string) => ({ [one]: [['20000', 'TGN', money, '0.00']] }) as const;
    const ledger = ledgerOf(takeForm(form('2020-11-30', stated('80.00')))).take(
      documentAdjustment('AJUSTADO-JUNIO', 'additional'),
      takeForm(form('2020-11-30', stated('90.00'), { file: 'again' })),
    );
    expect(adjustmentsOf(ledger, '2020-12-31').rows).toMatchObject([
      { kind: 'additional', instrument: { number: '7/2020' }, net: '90.00' },
    ]);
  });

  it('is not there by a day before it, though its instrument is known', () => {
    const stated = { [one]: [['20000', 'TGN', '80.00', '0.00']] } as const;
    const ledger = ledgerOf(takeForm(form('2020-12-31', stated))).take(
      documentAdjustment('AJUSTADO-JUNIO', 'additional'),
    );
    expect(adjustmentsOf(ledger, '2020-06-29').rows).toEqual([]);
  });
});

describe('the counts of adjustments', () => {
  it('say how many there are of each kind and month, in the order of months', () => {
    const ledger = approved().take(
      transfer('2020-06-10', 'UNO', '1.00'),
      transfer('2020-06-20', 'DOS', '2.00'),
      transfer('2020-10-10', 'UNO', '4.00'),
      transfer('2020-09-10', 'TRES', '8.00'),
    );
    const { byKind, byMonth, byInstrument, total } = adjustmentsOf(ledger, '2020-12-31');
    expect(byKind.map(({ kind, number }) => [kind, number])).toEqual([['transfer', 3]]);
    expect(byInstrument.map(({ number }) => number)).toEqual([3]);
    expect(byMonth.map(({ month, number, increases }) => [month, number, increases])).toEqual([
      ['2020-06', 2, '3.00'],
      ['2020-09', 1, '8.00'],
      ['2020-10', 1, '4.00'],
    ]);
    expect(total.number).toBe(3);
  });

  it('count an adjustment once in a month in which it has several days', () => {
    const ledger = approved().take(
      transfer('2020-06-10', 'UNO', '1.00'),
      transfer('2020-06-20', 'UNO', '2.00'),
    );
    expect(adjustmentsOf(ledger, '2020-12-31').byMonth).toMatchObject([
      { month: '2020-06', number: 1, increases: '3.00' },
    ]);
  });
});
