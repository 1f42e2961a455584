import { describe, expect, it } from '@jest/globals';
import type { Command } from '../../../../src/domain/area-ledger/index.ts';
import { approve, takeForm } from '../../../support/acts.ts';
import { ledgerOf } from '../../../support/audited.ts';
import { adjust, program, register } from '../../../support/commands.ts';
import { instrument } from '../../../support/arbitraries.ts';
import { consolidated, type Shown } from '../../../support/consolidated.ts';
import { form } from '../../../support/stated-files.ts';

const one = '01.01.01';

const half = (on: string, amount: string, area: string, transferId = 'TR-1') =>
  adjust(on, 'transfer', [[one, '20000', 'TGN', amount]], {
    name: `TRASPASO ${area} ${on} ${amount}`,
    counterpart: { area, transferId },
  });

const ledger = (sigla: string, ...more: readonly Command[]): Shown => ({
  sigla,
  records: ledgerOf(
    register('2020-01-01', one),
    program('2020-01-01', [one, '20000', 'TGN', '1000.00']),
    approve(),
    ...more,
  ).records,
});

const gives = ledger('A', half('2020-03-01', '-500.00', 'B'));
const takes = ledger('B', half('2020-03-05', '500.00', 'A'));

describe('a transfer between the ledgers shown', () => {
  it('is eliminated and said: nothing was added and nothing taken', () => {
    const { eliminated, inTransit, adjusted, total } = consolidated([gives, takes]).overall;
    expect(eliminated).toMatchObject([
      {
        ...{ transferId: 'TR-1', fiscalYear: 2020, amount: '500.00' },
        halves: [
          { ledger: '41-A-2020', counterpart: 'B', day: '2020-03-01', amount: '-500.00' },
          { ledger: '41-B-2020', counterpart: 'A', day: '2020-03-05', amount: '500.00' },
        ],
      },
    ]);
    expect(inTransit).toEqual([]);
    expect(adjusted).toEqual({ increases: '0.00', decreases: '0.00', net: '0.00' });
    expect(total).toMatchObject({ adjustments: '0.00', current: '2000.00' });
  });

  it('leaves other changes to be counted', () => {
    const adding = adjust('2020-06-01', 'additional', [[one, '20000', 'TGN', '70.00']]);
    const other = ledger('B', half('2020-03-05', '500.00', 'A'), adding);
    const { adjusted } = consolidated([gives, other]).overall;
    expect(adjusted).toEqual({ increases: '70.00', decreases: '0.00', net: '70.00' });
  });
});

describe('a half that only a form showed', () => {
  const shown = (isDocumented: boolean): Shown => {
    const records = ledgerOf(
      takeForm(form('2020-12-31', { [one]: [['20000', 'TGN', '500.00', '0.00']] })),
    );
    const counterpart = { area: 'A', transferId: 'TR-1' };
    const data = {
      adjustment: 'AJUSTADO-JUNIO',
      kind: 'transfer',
      instrument,
      counterpart,
    } as const;
    if (isDocumented) records.take({ type: 'DocumentAdjustment', data });
    return { sigla: 'B', records: records.records };
  };

  it('is a partner once it is documented as a transfer', () => {
    const { eliminated, adjusted } = consolidated([gives, shown(true)]).overall;
    expect(eliminated).toMatchObject([{ transferId: 'TR-1', amount: '500.00' }]);
    expect(adjusted).toBeNull();
    expect(consolidated([gives, shown(false)]).overall.inTransit).toHaveLength(1);
  });
});

describe('a half', () => {
  const transitOf = (...shown: readonly Shown[]) => {
    const { eliminated, inTransit } = consolidated(shown).overall;
    expect(eliminated).toEqual([]);
    return inTransit.map(({ ledger: id, amount, found }) => [id, amount, found]);
  };

  it('is in transit while its partner is not shown', () => {
    expect(transitOf(gives)).toEqual([['41-A-2020', '-500.00', null]]);
    expect(consolidated([gives]).overall.adjusted).toEqual({
      ...{ increases: '0.00', decreases: '-500.00', net: '-500.00' },
    });
  });

  it('is in transit before the day of its partner', () => {
    expect(transitOf(gives, { ...takes, effective: '2020-03-04' })).toEqual([
      ['41-A-2020', '-500.00', null],
    ]);
  });

  it('is in transit while its partner is not known', () => {
    expect(transitOf(gives, { ...takes, revision: 3 })).toEqual([['41-A-2020', '-500.00', null]]);
  });

  it('is in transit beside one of another amount, and both are said', () => {
    const less = ledger('B', half('2020-03-05', '499.00', 'A'));
    expect(transitOf(gives, less)).toEqual([
      ['41-A-2020', '-500.00', '499.00'],
      ['41-B-2020', '499.00', '-500.00'],
    ]);
  });

  it('is no partner under another id, nor in another gestión', () => {
    const named = ledger('B', half('2020-03-05', '500.00', 'A', 'TR-2'));
    expect(transitOf(gives, named)).toHaveLength(2);
    expect(transitOf(gives, { ...takes, fiscalYear: 2021 })).toHaveLength(2);
  });

  it('is of a transfer alone: other adjustments with a counterpart are none', () => {
    const additional = adjust('2020-03-05', 'additional', [[one, '20000', 'TGN', '500.00']], {
      counterpart: { area: 'A', transferId: 'TR-1' },
    });
    expect(transitOf(gives, ledger('B', additional))).toHaveLength(1);
  });

  it('that came back to its ledger is not in transit', () => {
    const back = half('2020-04-01', '500.00', 'B');
    expect(transitOf(ledger('A', half('2020-03-01', '-500.00', 'B'), back))).toEqual([]);
  });
});
