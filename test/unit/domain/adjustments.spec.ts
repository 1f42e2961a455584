import { describe, it } from '@jest/globals';
import { amount } from '../../../src/catalogue/amount.ts';
import { adjust, execute, program } from '../../support/commands.ts';
import { event } from '../../support/events.ts';
import { given } from '../../support/given.ts';
import { approved, hundred, twoActivities } from '../../support/ledgers.ts';
import { kept, resolution } from '../../support/lines.ts';

const plus = ['11.01.01', '20000', 'TGN', '10.00'] as const;
const minus = ['11.01.01', '20000', 'TGN', '-10.00'] as const;
const otherPlus = ['11.01.02', '30000', 'OTRAS', '10.00'] as const;

describe('an adjustment', () => {
  it('is recorded with its name, kind, instrument and signed lines', () => {
    given(...hundred())
      .when(adjust('2020-06-30', 'additional', [plus]))
      .then(
        event('BudgetAdjusted', '2020-06-30', {
          adjustment: 'AJUSTADO-JUNIO',
          name: 'AJUSTADO JUNIO',
          kind: 'additional',
          instrument: resolution,
          lines: kept([plus]),
        }),
      )
      .thenNoFindings();
  });

  it('needs an instrument', () => {
    given(...hundred())
      .when(adjust('2020-06-30', 'additional', [plus], { instrument: undefined as never }))
      .thenRefused('INSTRUMENT_MISSING', {});
  });

  it('needs an approved plan', () => {
    given(...twoActivities(), program('2020-01-01', plus))
      .when(adjust('2020-06-30', 'additional', [plus]))
      .thenRefused('PLAN_NOT_APPROVED', {});
  });

  it('needs lines', () => {
    given(...hundred())
      .when(adjust('2020-06-30', 'additional', []))
      .thenRefused('EMPTY_LINES', {});
  });

  it('leaves vigente at zero at the least', () => {
    given(...hundred())
      .when(adjust('2020-06-30', 'reduction', [['11.01.01', '20000', 'TGN', '-100.00']]))
      .thenTypes('BudgetAdjusted');
  });

  it('is refused where it leaves vigente below zero', () => {
    given(...hundred())
      .when(adjust('2020-06-30', 'reduction', [['11.01.01', '20000', 'TGN', '-100.01']]))
      .thenRefused('BELOW_ZERO', {
        measure: 'lo vigente',
        cell: '11.01.01 · 20000 · TGN',
        balance: '-0.01',
        day: '2020-06-30',
      });
  });

  it('is refused where it takes what is spent', () => {
    given(...hundred(), execute('2020-03-01', 'C31 1/1', [['11.01.01', '20000', 'TGN', '95.00']]))
      .when(adjust('2020-06-30', 'reduction', [minus]))
      .thenRefused('BUDGET_EXCEEDED', {
        cell: '11.01.01 · 20000 · TGN',
        requested: '10.00',
        available: '5.00',
        day: '2020-06-30',
      });
  });
});

describe('the kinds of adjustment', () => {
  it('an additional one only adds', () => {
    given(...hundred())
      .when(adjust('2020-06-30', 'additional', [plus, otherPlus]))
      .thenTypes('BudgetAdjusted');
  });

  it('an additional one that takes is refused, even where more is added', () => {
    given(...hundred())
      .when(adjust('2020-06-30', 'additional', [['11.01.01', '20000', 'TGN', '-0.01'], otherPlus]))
      .thenRefused('ADJUSTMENT_SIGN', {
        adjustmentKind: 'adicional',
        cell: '11.01.01 · 20000 · TGN',
        amount: '-0.01',
      });
  });

  it('an additional one that takes from one partida for another of the group is refused', () => {
    given(...approved(['11.01.01', '23400', '10', '100.00']))
      .when(
        adjust('2020-06-30', 'additional', [
          ['11.01.01', '23400', '10', '-4.00'],
          ['11.01.01', '24100', '10', '5.00'],
        ]),
      )
      .thenRefused('ADJUSTMENT_SIGN', {
        adjustmentKind: 'adicional',
        cell: '11.01.01 · 23400 · 10',
        amount: '-4.00',
      });
  });

  it('a reduction only takes', () => {
    given(...hundred())
      .when(adjust('2020-06-30', 'reduction', [minus]))
      .thenTypes('BudgetAdjusted');
  });

  it('a reduction that adds is refused', () => {
    given(...hundred())
      .when(adjust('2020-06-30', 'reduction', [minus, ['11.01.02', '20000', 'TGN', '0.01']]))
      .thenRefused('ADJUSTMENT_SIGN', {
        adjustmentKind: 'disminución',
        cell: '11.01.02 · 20000 · TGN',
        amount: '0.01',
      });
  });

  it('a transfer sums to zero, across activities, groups and sources', () => {
    given(...hundred())
      .when(adjust('2020-06-30', 'transfer', [minus, otherPlus]))
      .thenTypes('BudgetAdjusted');
  });

  it('a transfer that does not sum to zero is refused', () => {
    given(...hundred())
      .when(adjust('2020-06-30', 'transfer', [minus, ['11.01.02', '20000', 'TGN', '9.99']]))
      .thenRefused('TRANSFER_NOT_BALANCED', { difference: '-0.01' });
  });

  it('a transfer to another area names its counterpart and need not sum to zero', () => {
    const counterpart = { area: '41-OTRA-2020', transferId: 'T-1' };
    given(...hundred())
      .when(adjust('2020-06-30', 'transfer', [minus], { counterpart }))
      .then(
        event('BudgetAdjusted', '2020-06-30', {
          adjustment: 'AJUSTADO-JUNIO',
          name: 'AJUSTADO JUNIO',
          kind: 'transfer',
          instrument: resolution,
          lines: kept([minus]),
          counterpart,
        }),
      );
  });

  it('a reformulation takes any signs and states its net effect', () => {
    given(...hundred())
      .when(
        adjust('2020-06-30', 'reformulation', [minus, ['11.01.02', '20000', 'TGN', '12.00']], {
          netEffect: '2.00',
        }),
      )
      .then(
        event('BudgetAdjusted', '2020-06-30', {
          adjustment: 'AJUSTADO-JUNIO',
          name: 'AJUSTADO JUNIO',
          kind: 'reformulation',
          instrument: resolution,
          lines: kept([minus, ['11.01.02', '20000', 'TGN', '12.00']]),
          netEffect: amount('2.00'),
        }),
      );
  });

  it('a reformulation with another net effect than its lines is refused', () => {
    given(...hundred())
      .when(adjust('2020-06-30', 'reformulation', [minus], { netEffect: '10.00' }))
      .thenRefused('NET_EFFECT_DIFFERS', { stated: '10.00', found: '-10.00' });
  });

  it('a reformulation without its net effect is refused', () => {
    given(...hundred())
      .when(adjust('2020-06-30', 'reformulation', [minus]))
      .thenRefused('NET_EFFECT_MISSING', { found: '-10.00' });
  });
});
