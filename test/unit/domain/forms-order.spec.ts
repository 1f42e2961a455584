import { describe, expect, it } from '@jest/globals';
import type { Command } from '../../../src/domain/area-ledger/index.ts';
import { takeBudget, takeForm } from '../../support/acts.ts';
import { beyond, execute, within } from '../../support/commands.ts';
import { recordedBy } from '../../support/given.ts';
import { day } from '../../support/lines.ts';
import { moneyByDay, permutations } from '../../support/money-by-day.ts';
import { budget, form, june, original, september } from '../../support/stated-files.ts';

const originalBudget = () =>
  takeBudget(
    budget([
      [null, '20000', 'TGN', '100.00'],
      [null, '30000', 'TGN', '50.00'],
    ]),
  );
const november = () =>
  takeForm(form('2020-11-30', { '11.01.01': [['20000', 'TGN', '80.00', '40.00']] }));
const december = () =>
  takeForm(
    form('2020-12-31', {
      '11.01.01': [
        ['20000', 'TGN', '80.00', '60.00'],
        ['30000', 'TGN', '5.00', '1.00'],
      ],
      '11.01.02': [['30000', 'TGN', '60.00', '30.00']],
    }),
  );

/** All orders of the same commands give this money. */
const sameInAnyOrder = (commands: readonly Command[]) => {
  const [first, ...others] = permutations(commands).map((order) =>
    moneyByDay(recordedBy(...order)),
  );
  for (const other of others) expect(other).toEqual(first);
  return first;
};

describe('any order of the same files gives equal money', () => {
  it('the original and two forms of one version', () => {
    expect(sameInAnyOrder([originalBudget(), november(), december()])).toEqual({
      '-·20000·TGN original': { '2020-01-01': '100.00' },
      '-·30000·TGN original': { '2020-01-01': '50.00' },
      '-·20000·TGN adjustments': { '2020-06-30': '-20.00' },
      '-·30000·TGN adjustments': { '2020-06-30': '-50.00' },
      '-·20000·TGN distributed': { '2020-06-30': '-80.00' },
      '11.01.01·20000·TGN distributed': { '2020-06-30': '80.00' },
      '11.01.01·30000·TGN adjustments': { '2020-12-31': '5.00' },
      '11.01.02·30000·TGN adjustments': { '2020-12-31': '60.00' },
      '11.01.01·20000·TGN executed': { '2020-11-30': '40.00', '2020-12-31': '60.00' },
      '11.01.01·30000·TGN executed': { '2020-12-31': '1.00' },
      '11.01.02·30000·TGN executed': { '2020-12-31': '30.00' },
    });
  });

  it('a form of the unadjusted plan among them', () => {
    const march = () =>
      takeForm(
        form(
          '2020-03-31',
          {
            '11.01.01': [['20000', 'TGN', '100.00', '10.00']],
            '11.01.02': [['30000', 'TGN', '50.00', '0.00']],
          },
          { version: original },
        ),
      );
    expect(sameInAnyOrder([originalBudget(), march(), november(), december()])).toEqual({
      '-·20000·TGN original': { '2020-01-01': '100.00' },
      '-·30000·TGN original': { '2020-01-01': '50.00' },
      '-·20000·TGN distributed': { '2020-01-01': '-100.00' },
      '-·30000·TGN distributed': { '2020-01-01': '-50.00' },
      '11.01.01·20000·TGN distributed': { '2020-01-01': '100.00' },
      '11.01.02·30000·TGN distributed': { '2020-01-01': '50.00' },
      '11.01.01·20000·TGN adjustments': { '2020-06-30': '-20.00' },
      '11.01.01·30000·TGN adjustments': { '2020-12-31': '5.00' },
      '11.01.02·30000·TGN adjustments': { '2020-12-31': '10.00' },
      '11.01.01·20000·TGN executed': {
        '2020-03-31': '10.00',
        '2020-11-30': '40.00',
        '2020-12-31': '60.00',
      },
      '11.01.01·30000·TGN executed': { '2020-12-31': '1.00' },
      '11.01.02·30000·TGN executed': { '2020-12-31': '30.00' },
    });
  });

  it('two versions, a lower level, an absent group and no original', () => {
    const later = () =>
      takeForm(
        form(
          '2020-10-31',
          { '11.01.01': [['20000', 'TGN', '90.00', '20.00']] },
          { version: september },
        ),
      );
    const earlier = () =>
      takeForm(
        form('2020-08-31', {
          '11.01.01': [
            ['20000', 'TGN', '80.00', '25.00'],
            ['40000', 'OTRAS', '9.00', '0.00'],
          ],
        }),
      );
    expect(sameInAnyOrder([earlier(), later()])).toEqual({
      '-·20000·TGN adjustments': { '2020-06-30': '80.00' },
      '-·40000·OTRAS adjustments': { '2020-06-30': '9.00' },
      '-·20000·TGN distributed': { '2020-06-30': '-80.00' },
      '-·40000·OTRAS distributed': { '2020-06-30': '-9.00' },
      '11.01.01·20000·TGN distributed': { '2020-06-30': '80.00' },
      '11.01.01·40000·OTRAS distributed': { '2020-06-30': '9.00' },
      '11.01.01·20000·TGN adjustments': { '2020-09-30': '10.00' },
      '11.01.01·40000·OTRAS adjustments': { '2020-09-30': '-9.00' },
      '11.01.01·20000·TGN executed': { '2020-08-31': '25.00', '2020-10-31': '20.00' },
    });
  });

  it('documents said alike, among them one within and one beyond', () => {
    const lines = [['11.01.01', '20000', 'TGN', '15.00']] as const;
    const documents = [
      execute('2020-11-10', 'C31 1/1', lines, { forms: within }),
      execute('2020-11-10', 'C31 2/1', lines, { forms: beyond('2020-11-30') }),
    ];
    const expected = {
      '2020-11-10': '30.00',
      '2020-11-30': '55.00',
      '2020-12-31': '60.00',
    };
    const [one, other] = documents;
    for (const order of [
      [november(), december(), one, other],
      [december(), november(), other, one],
      [november(), one, december(), other],
      [november(), other, one, december()],
    ] as Command[][]) {
      const money = moneyByDay(recordedBy(originalBudget(), ...order));
      expect(money['11.01.01·20000·TGN executed']).toEqual(expected);
    }
  });

  it('a day that one form says and another one assumes', () => {
    const said = { ...june, day: day('2020-06-15'), assumed: false };
    const late = () =>
      takeForm(
        form('2020-12-31', { '11.01.01': [['20000', 'TGN', '80.00', '60.00']] }, { version: said }),
      );
    expect(sameInAnyOrder([originalBudget(), november(), late()])).toEqual({
      '-·20000·TGN original': { '2020-01-01': '100.00' },
      '-·30000·TGN original': { '2020-01-01': '50.00' },
      '-·20000·TGN adjustments': { '2020-06-15': '-20.00' },
      '-·30000·TGN adjustments': { '2020-06-15': '-50.00' },
      '-·20000·TGN distributed': { '2020-06-15': '-80.00' },
      '11.01.01·20000·TGN distributed': { '2020-06-15': '80.00' },
      '11.01.01·20000·TGN executed': { '2020-11-30': '40.00', '2020-12-31': '60.00' },
    });
  });
});
