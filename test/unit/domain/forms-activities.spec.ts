import { describe, it } from '@jest/globals';
import type { ActivityCode } from '../../../src/catalogue/codes.ts';
import { takeForm } from '../../support/acts.ts';
import { adjust, described, open, register, revise, withdraw } from '../../support/commands.ts';
import { event, formTaken, statedAdjustment } from '../../support/events.ts';
import { given } from '../../support/given.ts';
import { approved } from '../../support/ledgers.ts';
import { form, june, september } from '../../support/stated-files.ts';

const id = (text: string) => text as never;
const listed = { '11.01.01': [] };
const atFirst = { position: 1 };

describe('the activity that a form means by a code', () => {
  it('is none that was withdrawn before its corte', () => {
    given(open(), register('2020-01-01', '11.01.01'), withdraw('2020-06-30', '11.01.01'))
      .when(takeForm(form('2020-12-31', listed)))
      .then(
        event('ActivityRegistered', '2020-06-30', {
          activity: id('11.01.01~2'),
          ...described('11.01.01', atFirst),
        }),
        formTaken('form-12', '2020-12-31', june, { '11.01.01~2': [] }),
      );
  });

  it('is the one that bears the code on the corte, not one that bore it before', () => {
    given(
      open(),
      register('2020-01-01', '11.01.01'),
      revise('2020-03-01', '11.01.01', { code: '11.01.09' as ActivityCode }),
      register('2020-03-01', '11.01.01', { ...atFirst, name: 'Nueva' }),
    )
      .when(takeForm(form('2020-12-31', listed, { said: { '11.01.01': { name: 'Nueva' } } })))
      .then(formTaken('form-12', '2020-12-31', june, { '11.01.01~2': [] }));
  });

  it('is one that appears later, though more was said of it since', () => {
    given(
      open(),
      register('2020-11-01', '11.01.01', atFirst),
      revise('2020-11-15', '11.01.01', { name: 'Otro' }),
    )
      .when(takeForm(form('2020-09-30', listed)))
      .then(
        event('ActivityRevised', '2020-06-30', {
          activity: id('11.01.01'),
          changes: described('11.01.01', atFirst),
        }),
        formTaken('form-09', '2020-09-30', june, listed),
      );
  });

  it('is revised by what the form says, with its place in the file', () => {
    given(open(), register('2020-01-01', '11.01.01', { ...atFirst, name: 'Otro' }))
      .when(takeForm(form('2020-12-31', listed)))
      .then(
        {
          ...event('ActivityRevised', '2020-12-31', {
            activity: id('11.01.01'),
            changes: { name: 'Actividad 11.01.01' },
          }),
          origin: { file: 'form-12', places: ['1'] },
        },
        formTaken('form-12', '2020-12-31', june, listed),
      );
  });
});

describe('the first day of an activity that a form brings', () => {
  const both = { '11.01.01': [], '11.01.02': [] };
  const second = (on: string) =>
    event('ActivityRegistered', on, {
      activity: id('11.01.02'),
      ...described('11.01.02', { position: 2 }),
    });

  it('is that of a version that is stated for the first time', () => {
    given(open(), takeForm(form('2020-11-30', listed)))
      .when(takeForm(form('2020-12-31', both, { version: september })))
      .then(second('2020-09-30'), formTaken('form-12', '2020-12-31', september, both));
  });

  it('is that of its version where only a later corte stated it before', () => {
    given(open(), takeForm(form('2020-12-31', listed)))
      .when(takeForm(form('2020-11-30', both)))
      .then(second('2020-06-30'), formTaken('form-11', '2020-11-30', june, both));
  });

  it('is that of its version where the first form is replaced', () => {
    given(open(), takeForm(form('2020-11-30', listed)))
      .when(takeForm(form('2020-11-30', both, { file: 'again' })))
      .then(second('2020-06-30'), formTaken('again', '2020-11-30', june, both));
  });

  it('is the corte where an earlier form of the version lacked it', () => {
    given(open(), takeForm(form('2020-11-30', listed)))
      .when(takeForm(form('2020-12-31', both)))
      .then(second('2020-12-31'), formTaken('form-12', '2020-12-31', june, both));
  });
});

describe('what an earlier form says of an activity', () => {
  it('holds until the next corte, however the forms arrived', () => {
    const named = (on: string, name: string) =>
      event('ActivityRevised', on, { activity: id('11.01.01'), changes: { name } });
    given(open(), takeForm(form('2020-12-31', listed)), takeForm(form('2020-11-30', listed)))
      .when(takeForm(form('2020-10-31', listed, { said: { '11.01.01': { name: 'Otro' } } })))
      .then(
        named('2020-10-31', 'Otro'),
        named('2020-11-30', 'Actividad 11.01.01'),
        formTaken('form-10', '2020-10-31', june, listed),
      );
  });
});

describe('the name of the plan that a form states', () => {
  it('is left to a person who gave it to an adjustment of their own', () => {
    const levels = { '11.01.01': [['20000', 'TGN', '115.00', '0.00']] } as const;
    given(
      ...approved(['11.01.01', '20000', 'TGN', '100.00']),
      adjust('2020-06-15', 'additional', [['11.01.01', '20000', 'TGN', '10.00']]),
    )
      .when(takeForm(form('2020-12-31', levels)))
      .then(
        event('ActivityRevised', '2020-12-31', {
          activity: id('11.01.01'),
          changes: atFirst,
        }),
        statedAdjustment(
          '2020-06-30',
          { adjustment: 'AJUSTADO-JUNIO-FORMULARIO', name: 'AJUSTADO JUNIO' },
          [['11.01.01', '20000', 'TGN', '5.00']],
          true,
        ),
        formTaken('form-12', '2020-12-31', june, levels),
      );
  });
});
