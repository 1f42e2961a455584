import { describe, it } from '@jest/globals';
import type { Command } from '../../../src/domain/area-ledger/index.ts';
import { takeBudget, takeForm } from '../../support/acts.ts';
import { adjust, documentAdjustment } from '../../support/commands.ts';
import { event } from '../../support/events.ts';
import { given } from '../../support/given.ts';
import { hundred } from '../../support/ledgers.ts';
import { resolution } from '../../support/lines.ts';
import { budget, form } from '../../support/stated-files.ts';

/** A form states that AJUSTADO JUNIO took 40.00 of 100.00. */
const stated = () => [
  takeBudget(budget([[null, '20000', 'TGN', '100.00']])),
  takeForm(form('2020-12-31', { '11.01.01': [['20000', 'TGN', '60.00', '0.00']] })),
];

describe('documenting an adjustment that a form stated', () => {
  it('names its kind and its instrument later', () => {
    given(...stated())
      .when(documentAdjustment('AJUSTADO-JUNIO', 'reduction'))
      .then(
        event('AdjustmentDocumented', null, {
          adjustment: 'AJUSTADO-JUNIO',
          kind: 'reduction',
          instrument: resolution,
        }),
      )
      .thenNoFindings();
  });

  it('is refused for a kind that its sum does not fit', () => {
    given(...stated())
      .when(documentAdjustment('AJUSTADO-JUNIO', 'additional'))
      .thenRefused('ADJUSTMENT_SIGN', {
        adjustmentKind: 'adicional',
        cell: 'sin distribuir · 20000 · TGN',
        amount: '-40.00',
      });
  });

  it('is refused as a transfer where it does not sum to zero', () => {
    given(...stated())
      .when(documentAdjustment('AJUSTADO-JUNIO', 'transfer'))
      .thenRefused('TRANSFER_NOT_BALANCED', { difference: '-40.00' });
  });

  it('states the net effect of a reformulation', () => {
    given(...stated())
      .when(documentAdjustment('AJUSTADO-JUNIO', 'reformulation', { netEffect: '-40.00' }))
      .thenTypes('AdjustmentDocumented');
  });

  it('is refused with another net effect', () => {
    given(...stated())
      .when(documentAdjustment('AJUSTADO-JUNIO', 'reformulation', { netEffect: '40.00' }))
      .thenRefused('NET_EFFECT_DIFFERS', { stated: '40.00', found: '-40.00' });
  });

  it('is done once', () => {
    given(...stated(), documentAdjustment('AJUSTADO-JUNIO', 'reduction'))
      .when(documentAdjustment('AJUSTADO-JUNIO', 'reduction'))
      .thenRefused('ADJUSTMENT_ALREADY_DOCUMENTED', { adjustment: 'AJUSTADO-JUNIO' });
  });

  it('is refused for an adjustment that came with its instrument', () => {
    given(...hundred(), adjust('2020-06-30', 'additional', [['11.01.01', '20000', 'TGN', '1.00']]))
      .when(documentAdjustment('AJUSTADO-JUNIO', 'additional'))
      .thenRefused('ADJUSTMENT_ALREADY_DOCUMENTED', { adjustment: 'AJUSTADO-JUNIO' });
  });

  it('is refused for an adjustment that does not exist', () => {
    given(...stated())
      .when(documentAdjustment('AJUSTADO-JULIO', 'reduction'))
      .thenRefused('ADJUSTMENT_NOT_FOUND', { name: 'AJUSTADO-JULIO', known: ['AJUSTADO-JUNIO'] });
  });

  it('keeps what was said of it when a later form states more of it', () => {
    given(
      ...stated(),
      documentAdjustment('AJUSTADO-JUNIO', 'reduction'),
      takeForm(form('2020-11-30', { '11.01.01': [['20000', 'TGN', '55.00', '0.00']] })),
    )
      .when(documentAdjustment('AJUSTADO-JUNIO', 'reduction'))
      .thenRefused('ADJUSTMENT_ALREADY_DOCUMENTED', { adjustment: 'AJUSTADO-JUNIO' });
  });

  it('lets a hand go on with it under the same kind and instrument', () => {
    given(...stated(), documentAdjustment('AJUSTADO-JUNIO', 'reduction'))
      .when(adjust('2020-12-31', 'reduction', [['11.01.01', '20000', 'TGN', '-1.00']]))
      .thenTypes('BudgetAdjusted');
  });

  it('lets a hand go on with it after a later form stated more of it', () => {
    given(
      ...stated(),
      documentAdjustment('AJUSTADO-JUNIO', 'reduction'),
      takeForm(form('2020-11-30', { '11.01.01': [['20000', 'TGN', '55.00', '0.00']] })),
    )
      .when(adjust('2020-12-31', 'reduction', [['11.01.01', '20000', 'TGN', '-1.00']]))
      .thenTypes('BudgetAdjusted');
  });

  it('names the counterpart of a transfer, which then stands for what a hand adds', () => {
    const counterpart = { area: '41-OTRA-2020', transferId: 'T-1' };
    const transfer: Command = {
      type: 'DocumentAdjustment',
      data: { adjustment: 'AJUSTADO-JUNIO', kind: 'transfer', instrument: resolution, counterpart },
    };
    given(...stated(), transfer)
      .when(adjust('2020-12-31', 'transfer', [['11.01.01', '20000', 'TGN', '-1.00']]))
      .thenTypes('BudgetAdjusted');
  });

  it('as a transfer without counterpart leaves what a hand adds to sum to zero', () => {
    const even = {
      '11.01.01': [
        ['20000', 'TGN', '60.00', '0.00'],
        ['30000', 'TGN', '40.00', '0.00'],
      ],
    } as const;
    given(
      takeBudget(budget([[null, '20000', 'TGN', '100.00']])),
      takeForm(form('2020-12-31', even)),
      documentAdjustment('AJUSTADO-JUNIO', 'transfer'),
    )
      .when(adjust('2020-12-31', 'transfer', [['11.01.01', '20000', 'TGN', '-1.00']]))
      .thenRefused('TRANSFER_NOT_BALANCED', { difference: '-1.00' });
  });

  it('comes before a hand goes on with it', () => {
    given(...stated())
      .when(adjust('2020-12-31', 'reduction', [['11.01.01', '20000', 'TGN', '-1.00']]))
      .thenRefused('ADJUSTMENT_DIFFERS', { adjustment: 'AJUSTADO-JUNIO' });
  });
});
