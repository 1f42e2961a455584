import { describe, it } from '@jest/globals';
import { takeForm } from '../../support/acts.ts';
import { open } from '../../support/commands.ts';
import { corrected, formTaken, type Level, statedExecution } from '../../support/events.ts';
import { given } from '../../support/given.ts';
import { form, june } from '../../support/stated-files.ts';

const notKnown = { code: 'ORIGINAL_NOT_KNOWN', facts: {} } as const;
const levels = (services: string, materials: string): Record<string, readonly Level[]> => ({
  '11.01.01': [
    ['20000', 'TGN', '100.00', services],
    ['30000', 'TGN', '50.00', materials],
  ],
});

describe('what a form changes of executions', () => {
  it('keeps what rises apart from what sinks', () => {
    given(open(), takeForm(form('2020-11-30', levels('40.00', '10.00'))))
      .when(takeForm(form('2020-12-31', levels('35.00', '17.00'))))
      .then(
        statedExecution('2020-12-31', ['11.01.01', '30000', 'TGN', '7.00']),
        corrected('2020-12-31', 'form', ['11.01.01', '20000', 'TGN', '-5.00']),
        formTaken('form-12', '2020-12-31', june, levels('35.00', '17.00')),
      );
  });
});

describe('what a form takes back of what stood there', () => {
  it('is said by measure and day, as much as went away', () => {
    const both = { ...levels('40.00', '10.00'), '11.01.02': [['30000', 'TGN', '8.00', '3.00']] };
    given(open(), takeForm(form('2020-12-31', both as never)))
      .when(takeForm(form('2020-11-30', levels('40.00', '10.00'))))
      .thenFindings(
        notKnown,
        { code: 'FORM_OUT_OF_ORDER', facts: { corte: '2020-11-30', later: ['2020-12-31'] } },
        {
          code: 'TAKEN_BACK',
          facts: { measure: 'la modificación', day: '2020-06-30', amount: '8.00', cells: 1 },
        },
        {
          code: 'TAKEN_BACK',
          facts: { measure: 'la distribución', day: '2020-06-30', amount: '8.00', cells: 2 },
        },
        {
          code: 'TAKEN_BACK',
          facts: { measure: 'lo ejecutado', day: '2020-12-31', amount: '50.00', cells: 2 },
        },
      );
  });

  it('is said of a correction that is taken back in part', () => {
    given(
      open(),
      takeForm(form('2020-11-30', levels('40.00', '10.00'))),
      takeForm(form('2020-12-31', levels('35.00', '10.00'))),
    )
      .when(takeForm(form('2020-12-31', levels('38.00', '10.00'), { file: 'again' })))
      .thenFinding('TAKEN_BACK', {
        measure: 'lo ejecutado',
        day: '2020-12-31',
        amount: '3.00',
        cells: 1,
      });
  });

  it('is nothing where it only adds to it', () => {
    given(open(), takeForm(form('2020-11-30', levels('40.00', '10.00'))))
      .when(takeForm(form('2020-11-30', levels('45.00', '10.00'), { file: 'again' })))
      .thenFindings(notKnown, {
        code: 'FORM_REPLACED',
        facts: { corte: '2020-11-30', revision: 5 },
      });
  });
});
