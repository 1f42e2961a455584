import { describe, it } from '@jest/globals';
import { control, takeForm } from '../../support/acts.ts';
import { correct, open, revise } from '../../support/commands.ts';
import {
  corrected,
  event,
  formTaken,
  statedAdjustment,
  statedExecution,
} from '../../support/events.ts';
import { given } from '../../support/given.ts';
import { day } from '../../support/lines.ts';
import { form, june } from '../../support/stated-files.ts';

const november = { '11.01.01': [['20000', 'TGN', '100.00', '40.00']] } as const;
const first = () => [open(), takeForm(form('2020-11-30', november))];

describe('the same corte again', () => {
  it('replaces the form before it', () => {
    const levels = { '11.01.01': [['20000', 'TGN', '95.00', '50.00']] } as const;
    given(...first())
      .when(takeForm(form('2020-11-30', levels, { file: 'again' })))
      .then(
        statedAdjustment(
          '2020-06-30',
          { adjustment: 'AJUSTADO-JUNIO', name: 'AJUSTADO JUNIO' },
          [[null, '20000', 'TGN', '-5.00']],
          true,
        ),
        event('BudgetDistributed', '2020-06-30', {
          basis: 'form',
          lines: [
            { activity: '11.01.01', amounts: [['20000', 'TGN', '-5.00']] },
            { activity: null, amounts: [['20000', 'TGN', '5.00']] },
          ],
        } as never),
        statedExecution('2020-11-30', ['11.01.01', '20000', 'TGN', '10.00']),
        formTaken('again', '2020-11-30', june, levels),
      )
      .thenFinding('FORM_REPLACED', { corte: '2020-11-30', revision: 5 });
  });

  it('leaves what a later form states as it was', () => {
    const levels = { '11.01.01': [['20000', 'TGN', '100.00', '50.00']] } as const;
    given(
      ...first(),
      takeForm(form('2020-12-31', { '11.01.01': [['20000', 'TGN', '100.00', '60.00']] })),
    )
      .when(takeForm(form('2020-11-30', levels, { file: 'again' })))
      .then(
        statedExecution('2020-11-30', ['11.01.01', '20000', 'TGN', '10.00']),
        corrected('2020-12-31', 'form', ['11.01.01', '20000', 'TGN', '-10.00']),
        formTaken('again', '2020-11-30', june, levels),
      );
  });

  it('is nothing where it is the same file', () => {
    given(...first())
      .when(takeForm(form('2020-11-30', november)))
      .thenNothing()
      .thenFindings({ code: 'FILE_ALREADY_TAKEN', facts: { revision: 5 } });
  });

  it('is nothing where it is the same file among later ones', () => {
    given(...first(), takeForm(form('2020-12-31', november)))
      .when(takeForm(form('2020-11-30', november)))
      .thenNothing()
      .thenFindings({ code: 'FILE_ALREADY_TAKEN', facts: { revision: 5 } });
  });

  it('is nothing where it is looked at once more and says what stands there', () => {
    given(...first())
      .when(takeForm(form('2020-11-30', november), true))
      .thenNothing();
  });

  it('is taken anew where it is looked at once more and something was changed since', () => {
    given(...first(), correct('2020-11-30', ['11.01.01', '20000', 'TGN', '5.00']))
      .when(takeForm(form('2020-11-30', november), true))
      .then(
        corrected('2020-11-30', 'form', ['11.01.01', '20000', 'TGN', '-5.00']),
        formTaken('form-11', '2020-11-30', june, november),
      );
  });

  it('is taken anew where it says another day for its plan, though no money moves', () => {
    const listed = { '11.01.01': [] };
    const version = { ...june, day: day('2020-06-25') };
    given(open(), takeForm(form('2020-11-30', listed)))
      .when(takeForm(form('2020-11-30', listed, { version }), true))
      .thenTypes('FormTaken');
  });

  it('is taken anew where both its money and its words were changed since', () => {
    given(
      ...first(),
      correct('2020-11-30', ['11.01.01', '20000', 'TGN', '5.00']),
      revise('2020-11-30', '11.01.01', { name: 'Otro' }),
    )
      .when(takeForm(form('2020-11-30', november), true))
      .thenTypes('ActivityRevised', 'ExecutionCorrected', 'FormTaken');
  });

  it('is not taken anew without being asked, whatever was changed since', () => {
    given(...first(), correct('2020-11-30', ['11.01.01', '20000', 'TGN', '5.00']))
      .when(takeForm(form('2020-11-30', november)))
      .thenNothing();
  });
});

describe('a form that executes above the vigente', () => {
  const levels = {
    '11.01.01': [
      ['20000', 'TGN', '100.00', '100.01'],
      ['30000', 'OTRAS', '0.00', '7.00'],
    ],
  } as const;

  it('is refused under block, with its cells', () => {
    given(open())
      .when(takeForm(form('2020-12-31', levels)))
      .thenRefused('FORM_EXECUTES_ABOVE_BUDGET', {
        cells: [
          '11.01.01 · 20000 · TGN (0.01 el 2020-12-31)',
          '11.01.01 · 30000 · OTRAS (7.00 el 2020-12-31)',
        ],
      });
  });

  it('is let in under warn, with findings', () => {
    given(open(), control('warn'))
      .when(takeForm(form('2020-12-31', levels)))
      .thenTypes(
        'ActivityRegistered',
        'BudgetAdjusted',
        'BudgetDistributed',
        'BudgetExecuted',
        'FormTaken',
      )
      .thenFindings(
        { code: 'ORIGINAL_NOT_KNOWN', facts: {} },
        {
          code: 'OVERSPENT',
          facts: { cell: '11.01.01 · 20000 · TGN', exceeded: '0.01', day: '2020-12-31' },
        },
        {
          code: 'OVERSPENT',
          facts: { cell: '11.01.01 · 30000 · OTRAS', exceeded: '7.00', day: '2020-12-31' },
        },
      );
  });

  it('is let in under block where it executes exactly the vigente', () => {
    given(open())
      .when(takeForm(form('2020-12-31', { '11.01.01': [['20000', 'TGN', '100.00', '100.00']] })))
      .thenFindings({ code: 'ORIGINAL_NOT_KNOWN', facts: {} });
  });
});
