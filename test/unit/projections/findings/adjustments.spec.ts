import { describe, expect, it } from '@jest/globals';
import { approve, takeBudget, takeForm } from '../../../support/acts.ts';
import { findingsOf, ledgerOf } from '../../../support/audited.ts';
import { adjust, documentAdjustment, program, register } from '../../../support/commands.ts';
import type { Line } from '../../../support/lines.ts';
import type { RecordedLedger } from '../../../support/recorded-ledger.ts';
import { budget, form } from '../../../support/stated-files.ts';

const one = '01.01.01';
const two = '01.01.02';
const lineOf = (activity: string, amount: string, object = '20000'): Line => [
  activity,
  object,
  'TGN',
  amount,
];

const approved = (): RecordedLedger =>
  ledgerOf(
    register('2020-01-01', one),
    register('2020-01-01', two),
    program('2020-01-01', lineOf(one, '100000.00'), lineOf(two, '100000.00')),
    approve(),
  );

const moved = (on: string, name: string, amount: string) =>
  adjust(on, 'transfer', [lineOf(one, `-${amount}`), lineOf(two, amount)], { name });
const codesOf = (ledger: RecordedLedger, day = '2020-12-31', settings = {}): string[] =>
  findingsOf(ledger, day, { settings }).map(({ code }) => code);

describe('an adjustment without instrument', () => {
  const stated = () =>
    ledgerOf(
      takeBudget(
        budget([
          [null, '20000', 'TGN', '100.00'],
          [null, '30000', 'TGN', '50.00'],
        ]),
      ),
      takeForm(
        form('2020-12-31', {
          [one]: [
            ['20000', 'TGN', '80.00', '0.00'],
            ['40000', 'TGN', '7.00', '0.00'],
          ],
        }),
      ),
    );

  it('is found with what it changes and its records', () => {
    const ledger = stated();
    const [row] = findingsOf(ledger, '2020-12-31');
    expect(row).toMatchObject({
      code: 'ADJUSTMENT_WITHOUT_INSTRUMENT',
      facts: {
        adjustment: 'AJUSTADO-JUNIO',
        name: 'AJUSTADO JUNIO',
        day: '2020-06-30',
        increases: '7.00',
        decreases: '-70.00',
        net: '-63.00',
      },
      about: { adjustment: 'AJUSTADO-JUNIO' },
    });
    const types = row?.origin.revisions.map((revision) => ledger.records[revision]?.type);
    expect(types).toEqual(['BudgetAdjusted']);
  });

  it('is gone once it is documented, from that record on', () => {
    const ledger = stated();
    const before = ledger.revision;
    ledger.take(documentAdjustment('AJUSTADO-JUNIO', 'reformulation', { netEffect: '-63.00' }));
    expect(codesOf(ledger)).toEqual([]);
    const then = findingsOf(ledger, '2020-12-31', { revision: before });
    expect(then.map(({ code }) => code)).toEqual(['ADJUSTMENT_WITHOUT_INSTRUMENT']);
  });

  it('is not there before its day, and silent where a resolution is named', () => {
    expect(codesOf(stated(), '2020-06-29')).toEqual([]);
    expect(codesOf(approved().take(moved('2020-06-01', 'T1', '50000.00')))).toEqual([]);
  });
});

describe('an adjustment late in the year', () => {
  it('is a notice from 1 December on', () => {
    const ledger = approved().take(moved('2020-12-01', 'T1', '50000.00'));
    const [row] = findingsOf(ledger, '2020-12-31');
    expect([row?.severity, row?.facts]).toEqual([
      'notice',
      {
        adjustment: 'T1',
        name: 'T1',
        day: '2020-12-01',
        from: '2020-12-01',
        increases: '50000.00',
        decreases: '-50000.00',
        net: '0.00',
      },
    ]);
  });

  it('is not one on 30 November, unless it is configured so', () => {
    const ledger = approved().take(moved('2020-11-30', 'T1', '50000.00'));
    expect(codesOf(ledger)).toEqual([]);
    expect(codesOf(ledger, '2020-12-31', { lateFrom: '11-30' })).toEqual([
      'ADJUSTMENT_LATE_IN_YEAR',
    ]);
  });

  it('is silent without adjustments', () => {
    expect(codesOf(approved())).toEqual([]);
  });
});

describe('many small adjustments of one line', () => {
  const small = (count: number, amount = '10000.00', object = '20000') => {
    const ledger = approved();
    for (let number = 1; number <= count; number += 1) {
      const lines = [lineOf(one, amount, object)];
      ledger.take(adjust('2020-03-01', 'additional', lines, { name: `A${number}` }));
    }
    return ledger;
  };

  it('are found from four on, with the line, their sum and their records', () => {
    const [row] = findingsOf(small(4), '2020-12-31');
    expect(row).toMatchObject({
      code: 'SMALL_ADJUSTMENTS_REPEATED',
      facts: {
        cell: '01.01.01 · 20000 · TGN',
        count: 4,
        amountMax: '10000.00',
        net: '40000.00',
        adjustments: ['A1', 'A2', 'A3', 'A4'],
      },
      about: { activity: one },
      origin: { revisions: [5, 6, 7, 8] },
    });
  });

  it('are not three of them, nor four larger ones', () => {
    expect(codesOf(small(3))).toEqual([]);
    expect(codesOf(small(4, '10000.01'))).toEqual([]);
  });

  it('are of one line: a partida is another than its group', () => {
    const ledger = small(3);
    ledger.take(adjust('2020-03-01', 'additional', [lineOf(one, '1.00', '21000')], { name: 'B' }));
    expect(codesOf(ledger)).toEqual([]);
  });

  it('count one adjustment once, whatever its records', () => {
    const ledger = small(3);
    const lines = [lineOf(one, '1.00')];
    ledger.take(adjust('2020-03-02', 'additional', lines, { name: 'A3' }));
    expect(codesOf(ledger)).toEqual([]);
  });

  it('are how many and how small the settings say', () => {
    const settings = { smallCountMin: 2, smallAmountMax: '5.00' };
    expect(codesOf(small(2, '5.00'), '2020-12-31', settings)).toEqual([
      'SMALL_ADJUSTMENTS_REPEATED',
    ]);
    expect(codesOf(small(4, '5.01'), '2020-12-31', settings)).toEqual([]);
  });
});
