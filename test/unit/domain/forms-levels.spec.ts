import { describe, it } from '@jest/globals';
import { takeForm } from '../../support/acts.ts';
import { open, register } from '../../support/commands.ts';
import {
  corrected,
  event,
  formTaken,
  statedAdjustment,
  statedExecution,
} from '../../support/events.ts';
import { given } from '../../support/given.ts';
import { day } from '../../support/lines.ts';
import { form, june, september } from '../../support/stated-files.ts';

const november = { '11.01.01': [['20000', 'TGN', '100.00', '40.00']] } as const;
const first = () => [open(), takeForm(form('2020-11-30', november))];
const unnamed = { adjustment: 'FORMULARIO-2020-12-31', name: null };

describe('a later form', () => {
  it('adds what its executions are above those of the form before', () => {
    const levels = { '11.01.01': [['20000', 'TGN', '100.00', '60.00']] } as const;
    given(...first())
      .when(takeForm(form('2020-12-31', levels)))
      .then(
        statedExecution('2020-12-31', ['11.01.01', '20000', 'TGN', '20.00']),
        formTaken('form-12', '2020-12-31', june, levels),
      );
  });

  it('adds nothing where nothing changed', () => {
    given(...first())
      .when(takeForm(form('2020-12-31', november)))
      .then(formTaken('form-12', '2020-12-31', june, november));
  });

  it('corrects an execution that is lower than before, and says so', () => {
    const levels = { '11.01.01': [['20000', 'TGN', '100.00', '35.00']] } as const;
    given(...first())
      .when(takeForm(form('2020-12-31', levels)))
      .then(
        corrected('2020-12-31', 'form', ['11.01.01', '20000', 'TGN', '-5.00']),
        formTaken('form-12', '2020-12-31', june, levels),
      )
      .thenFinding('LEVEL_LOWERED', {
        cell: '11.01.01 · 20000 · TGN',
        from: '40.00',
        to: '35.00',
      });
  });

  it('of the same version with another PROGRAMADO is an unnamed adjustment on its corte', () => {
    const levels = { '11.01.01': [['20000', 'TGN', '90.00', '40.00']] } as const;
    given(...first())
      .when(takeForm(form('2020-12-31', levels)))
      .then(
        statedAdjustment('2020-12-31', unnamed, [['11.01.01', '20000', 'TGN', '-10.00']]),
        formTaken('form-12', '2020-12-31', june, levels),
      );
  });

  it('of a new version adjusts the lines of its activities on the day of that version', () => {
    const levels = {
      '11.01.01': [['20000', 'TGN', '90.00', '40.00']],
      '11.01.02': [['30000', 'TGN', '10.00', '0.00']],
    } as const;
    given(...first(), register('2020-01-01', '11.01.02', { position: 2 }))
      .when(takeForm(form('2020-12-31', levels, { version: september })))
      .then(
        statedAdjustment(
          '2020-09-30',
          { adjustment: 'AJUSTADO-SEPTIEMBRE', name: 'AJUSTADO SEPTIEMBRE' },
          [
            ['11.01.01', '20000', 'TGN', '-10.00'],
            ['11.01.02', '30000', 'TGN', '10.00'],
          ],
          true,
        ),
        formTaken('form-12', '2020-12-31', september, levels),
      );
  });

  it('of a version that returns is an unnamed adjustment, and said', () => {
    given(
      ...first(),
      takeForm(
        form(
          '2020-12-15',
          { '11.01.01': [['20000', 'TGN', '90.00', '40.00']] },
          { version: september, file: 'form-12-15' },
        ),
      ),
    )
      .when(takeForm(form('2020-12-31', november)))
      .then(
        statedAdjustment('2020-12-31', unnamed, [['11.01.01', '20000', 'TGN', '10.00']]),
        formTaken('form-12', '2020-12-31', june, november),
      )
      .thenFinding('VERSION_RETURNS', { version: 'AJUSTADO JUNIO', corte: '2020-12-31' });
  });

  it('takes a group that it lacks down to zero, plan and execution', () => {
    const levels = { '11.01.01': [['20000', 'TGN', '100.00', '40.00']] } as const;
    given(
      open(),
      takeForm(
        form('2020-11-30', {
          '11.01.01': [...levels['11.01.01'], ['30000', 'OTRAS', '8.00', '3.00']],
        }),
      ),
    )
      .when(takeForm(form('2020-12-31', levels)))
      .then(
        statedAdjustment('2020-12-31', unnamed, [['11.01.01', '30000', 'OTRAS', '-8.00']]),
        corrected('2020-12-31', 'form', ['11.01.01', '30000', 'OTRAS', '-3.00']),
        formTaken('form-12', '2020-12-31', june, levels),
      );
  });

  it('leaves an activity that it lacks at its level, as a finding', () => {
    given(
      open(),
      takeForm(form('2020-11-30', { ...november, '11.01.02': [['30000', 'TGN', '8.00', '3.00']] })),
    )
      .when(takeForm(form('2020-12-31', november)))
      .then(formTaken('form-12', '2020-12-31', june, november))
      .thenFindings(
        { code: 'ORIGINAL_NOT_KNOWN', facts: {} },
        { code: 'ACTIVITY_ABSENT', facts: { activity: '11.01.02', corte: '2020-12-31' } },
      );
  });

  it('says nothing of an activity that only a later form lists', () => {
    given(open(), takeForm(form('2020-12-31', { '11.01.01': [], '11.01.02': [] })))
      .when(takeForm(form('2020-11-30', { '11.01.01': [] })))
      .thenFindings(
        { code: 'ORIGINAL_NOT_KNOWN', facts: {} },
        { code: 'FORM_OUT_OF_ORDER', facts: { corte: '2020-11-30', later: ['2020-12-31'] } },
      );
  });

  it('goes on from that level where the activity comes back', () => {
    const levels = { '11.01.02': [['30000', 'TGN', '8.00', '5.00']] } as const;
    given(
      open(),
      takeForm(form('2020-10-31', { ...november, '11.01.02': [['30000', 'TGN', '8.00', '3.00']] })),
      takeForm(form('2020-11-30', november)),
    )
      .when(takeForm(form('2020-12-31', levels, { said: { '11.01.02': { position: 2 } } })))
      .then(
        statedExecution('2020-12-31', ['11.01.02', '30000', 'TGN', '2.00']),
        formTaken('form-12', '2020-12-31', june, levels),
      );
  });

  it('counts an activity that the form before lacked from its own corte', () => {
    const levels = { ...november, '11.01.02': [['30000', 'TGN', '8.00', '3.00']] } as const;
    given(...first())
      .when(takeForm(form('2020-12-31', levels)))
      .then(
        event('ActivityRegistered', '2020-12-31', {
          activity: '11.01.02',
          code: '11.01.02',
          operation: null,
          name: 'Actividad 11.01.02',
          start: null,
          end: null,
          indicator: null,
          position: 2,
        } as never),
        statedAdjustment('2020-12-31', unnamed, [['11.01.02', '30000', 'TGN', '8.00']]),
        statedExecution('2020-12-31', ['11.01.02', '30000', 'TGN', '3.00']),
        formTaken('form-12', '2020-12-31', june, levels),
      );
  });

  it('revises a text or a date on its corte', () => {
    given(...first())
      .when(
        takeForm(
          form('2020-12-31', november, { said: { '11.01.01': { end: day('2020-12-31') } } }),
        ),
      )
      .then(
        event('ActivityRevised', '2020-12-31', {
          activity: '11.01.01' as never,
          changes: { end: day('2020-12-31') },
        }),
        formTaken('form-12', '2020-12-31', june, november),
      );
  });
});
