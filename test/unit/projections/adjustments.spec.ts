import { describe, expect, it } from '@jest/globals';
import { approve, takeForm } from '../../support/acts.ts';
import { adjustmentsOf, ledgerOf } from '../../support/audited.ts';
import { adjust, documentAdjustment, program, register } from '../../support/commands.ts';
import { form } from '../../support/stated-files.ts';

const one = '01.01.01';
const two = '01.01.02';
const decree = { kind: 'DECRETO SUPREMO', number: '4598', date: '2020-09-15' as never };
const resolution = { kind: 'RA', number: '7/2020', date: '2020-06-15' };

/** An additional one of two records in two months, and a transfer. */
const adjusted = () =>
  ledgerOf(
    register('2020-01-01', one),
    register('2020-01-01', two),
    program('2020-01-01', [one, '20000', 'TGN', '1000.00'], [two, '20000', 'TGN', '1000.00']),
    approve(),
    adjust('2020-09-20', 'additional', [[one, '20000', 'TGN', '150.00']], {
      name: 'AJUSTADO SEPTIEMBRE',
      instrument: decree,
    }),
    adjust('2020-10-05', 'additional', [[one, '20000', 'TGN', '50.00']], {
      name: 'AJUSTADO SEPTIEMBRE',
      instrument: decree,
    }),
    adjust('2020-06-20', 'transfer', [
      [one, '20000', 'TGN', '-100.00'],
      [two, '20000', 'TGN', '100.00'],
    ]),
  );

const sums = (increases: string, decreases: string, net: string) => ({ increases, decreases, net });

describe('the adjustments of a year', () => {
  it('are one row each, by their day, with kind, instrument, lines, people and records', () => {
    const { rows } = adjustmentsOf(adjusted(), '2020-12-31');
    expect(rows).toEqual([
      {
        adjustment: 'AJUSTADO-JUNIO',
        name: 'AJUSTADO JUNIO',
        kind: 'transfer',
        instrument: resolution,
        counterpart: null,
        day: '2020-06-20',
        recordedAt: expect.any(String),
        actors: ['ana'],
        revisions: [7],
        ...sums('100.00', '-100.00', '0.00'),
        moved: '200.00',
        netRate: '0.00',
        movedRate: '10.00',
        lines: [
          { activity: one, code: one, object: '20000', source: 'TGN', amount: '-100.00' },
          { activity: two, code: two, object: '20000', source: 'TGN', amount: '100.00' },
        ],
      },
      expect.objectContaining({
        adjustment: 'AJUSTADO-SEPTIEMBRE',
        kind: 'additional',
        instrument: decree,
        day: '2020-09-20',
        revisions: [5, 6],
        ...sums('200.00', '0.00', '200.00'),
        netRate: '10.00',
        lines: [{ activity: one, code: one, object: '20000', source: 'TGN', amount: '200.00' }],
      }),
    ]);
  });

  it('are counted by kind, by instrument and by month, and as a whole', () => {
    const { original, byKind, byInstrument, byMonth, total } = adjustmentsOf(
      adjusted(),
      '2020-12-31',
    );
    expect(original).toBe('2000.00');
    expect(byKind).toMatchObject([
      { kind: 'transfer', number: 1, ...sums('100.00', '-100.00', '0.00') },
      { kind: 'additional', number: 1, ...sums('200.00', '0.00', '200.00') },
    ]);
    expect(byInstrument).toMatchObject([
      { instrument: resolution, number: 1, net: '0.00' },
      { instrument: decree, number: 1, net: '200.00' },
    ]);
    expect(byMonth).toMatchObject([
      { month: '2020-06', number: 1, moved: '200.00' },
      { month: '2020-09', number: 1, net: '150.00' },
      { month: '2020-10', number: 1, net: '50.00', netRate: '2.50' },
    ]);
    expect(total).toEqual({
      number: 2,
      ...sums('300.00', '-100.00', '200.00'),
      moved: '400.00',
      netRate: '10.00',
      movedRate: '20.00',
    });
  });

  it('are those in force by the day and known by the record', () => {
    const ledger = adjusted();
    expect(adjustmentsOf(ledger, '2020-09-30').rows.map(({ net }) => net)).toEqual([
      '0.00',
      '150.00',
    ]);
    expect(adjustmentsOf(ledger, '2020-12-31', 5).rows).toHaveLength(1);
    expect(adjustmentsOf(ledger, '2020-06-19')).toMatchObject({ rows: [], total: { number: 0 } });
  });

  it('have the kind and the instrument that a stated one got later, from then on', () => {
    const ledger = ledgerOf(
      takeForm(form('2020-12-31', { [one]: [['20000', 'TGN', '80.00', '0.00']] })),
    );
    const before = ledger.revision;
    ledger.take(documentAdjustment('AJUSTADO-JUNIO', 'reformulation', { netEffect: '80.00' }));
    const then = adjustmentsOf(ledger, '2020-12-31', before);
    expect(then.rows).toMatchObject([{ kind: 'stated', instrument: null }]);
    const now = adjustmentsOf(ledger, '2020-12-31');
    expect(now.rows).toMatchObject([
      { kind: 'reformulation', instrument: resolution, netRate: null, movedRate: null },
    ]);
    expect(now.rows[0]?.revisions).toContain(ledger.revision);
    expect(now.byKind).toMatchObject([{ kind: 'reformulation', number: 1 }]);
    expect(now.original).toBeNull();
  });
});
