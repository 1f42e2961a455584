import { describe, it } from '@jest/globals';
import { approve } from '../../support/acts.ts';
import { adjust, execute, open, program } from '../../support/commands.ts';
import { given } from '../../support/given.ts';
import { hundred } from '../../support/ledgers.ts';
import { law } from '../../support/lines.ts';

const plus = ['11.01.01', '20000', 'TGN', '10.00'] as const;
const minus = ['11.01.01', '20000', 'TGN', '-10.00'] as const;
const otherPlus = ['11.01.02', '30000', 'OTRAS', '10.00'] as const;

describe('several records of one adjustment', () => {
  it('follow the rule of its kind with their sum: a reduction may take part of itself back', () => {
    given(...hundred(), adjust('2020-06-30', 'reduction', [minus]))
      .when(adjust('2020-07-31', 'reduction', [['11.01.01', '20000', 'TGN', '4.00']]))
      .thenTypes('BudgetAdjusted');
  });

  it('are refused where their sum breaks it', () => {
    given(...hundred(), adjust('2020-06-30', 'reduction', [minus]))
      .when(adjust('2020-07-31', 'reduction', [['11.01.01', '20000', 'TGN', '10.01']]))
      .thenRefused('ADJUSTMENT_SIGN', {
        adjustmentKind: 'disminución',
        cell: '11.01.01 · 20000 · TGN',
        amount: '0.01',
      });
  });

  it('state the net effect of all of them', () => {
    given(...hundred(), adjust('2020-06-30', 'reformulation', [minus], { netEffect: '-10.00' }))
      .when(adjust('2020-07-31', 'reformulation', [plus], { netEffect: '0.00' }))
      .thenTypes('BudgetAdjusted');
  });

  it('are refused with the net effect of the last alone', () => {
    given(...hundred(), adjust('2020-06-30', 'reformulation', [minus], { netEffect: '-10.00' }))
      .when(adjust('2020-07-31', 'reformulation', [plus], { netEffect: '10.00' }))
      .thenRefused('NET_EFFECT_DIFFERS', { stated: '10.00', found: '0.00' });
  });

  it('share the counterpart that one of them named', () => {
    const counterpart = { area: '41-OTRA-2020', transferId: 'T-1' };
    given(...hundred(), adjust('2020-06-30', 'transfer', [minus], { counterpart }))
      .when(adjust('2020-07-31', 'transfer', [minus]))
      .thenTypes('BudgetAdjusted');
  });

  it('are known by their name, however it is spaced', () => {
    given(...hundred(), adjust('2020-06-30', 'additional', [plus], { name: ' Ajustado  junio ' }))
      .when(adjust('2020-06-30', 'additional', [plus], { name: 'AJUSTADO JUNIO' }))
      .thenRefused('ADJUSTMENT_DIFFERS', { adjustment: 'AJUSTADO-JUNIO' });
  });

  it('name the same kind', () => {
    given(...hundred(), adjust('2020-06-30', 'additional', [plus]))
      .when(adjust('2020-06-30', 'transfer', [minus, otherPlus]))
      .thenRefused('ADJUSTMENT_DIFFERS', { adjustment: 'AJUSTADO-JUNIO' });
  });

  it('name the same instrument', () => {
    given(...hundred(), adjust('2020-06-30', 'additional', [plus]))
      .when(adjust('2020-06-30', 'additional', [plus], { instrument: law }))
      .thenRefused('ADJUSTMENT_DIFFERS', { adjustment: 'AJUSTADO-JUNIO' });
  });

  it('bear the same name', () => {
    given(...hundred(), adjust('2020-06-30', 'additional', [plus], { adjustment: 'A-1' }))
      .when(adjust('2020-06-30', 'additional', [plus], { adjustment: 'A-1', name: 'OTRO' }))
      .thenRefused('ADJUSTMENT_DIFFERS', { adjustment: 'A-1' });
  });

  it('do not bind another adjustment', () => {
    given(...hundred(), adjust('2020-06-30', 'additional', [plus]))
      .when(adjust('2020-06-30', 'reduction', [minus], { name: 'AJUSTADO JULIO' }))
      .thenTypes('BudgetAdjusted');
  });
});

describe('the lines of one append', () => {
  it('are summed before they are compared', () => {
    given(...hundred())
      .when(
        adjust(
          '2020-06-30',
          'reformulation',
          [
            ['11.01.01', '20000', 'TGN', '-150.00'],
            ['11.01.01', '21000', '10', '60.00'],
          ],
          {
            netEffect: '-90.00',
          },
        ),
      )
      .thenTypes('BudgetAdjusted');
  });

  it('are refused together where each alone would be let in', () => {
    given(...hundred())
      .when(
        execute('2020-06-30', 'C31 1/1', [
          ['11.01.01', '23400', '10', '60.00'],
          ['11.01.01', '24100', '11', '40.01'],
        ]),
      )
      .thenRefused('BUDGET_EXCEEDED', {
        cell: '11.01.01 · 20000 · TGN',
        requested: '100.01',
        available: '100.00',
        day: '2020-06-30',
      });
  });
});

describe('a plan without approval', () => {
  it('takes an adjustment once it is approved', () => {
    given(open(), program('2020-01-01', [null, '20000', 'TGN', '1.00']), approve())
      .when(adjust('2020-06-30', 'additional', [[null, '20000', 'TGN', '1.00']]))
      .thenTypes('BudgetAdjusted');
  });
});
