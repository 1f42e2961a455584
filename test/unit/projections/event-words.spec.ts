import { describe, expect, it } from '@jest/globals';
import { type EventFilter, eventTest } from '../../../projections/events/event-filter.ts';
import { defaultClassifiers } from '../../../src/catalogue/classifiers.ts';
import type { ActivityId, ObjectCode } from '../../../src/catalogue/codes.ts';
import { type Instant, instantAt } from '../../../src/catalogue/instant.ts';
import { approve, issue, takeForm } from '../../support/acts.ts';
import { ledgerOf } from '../../support/audited.ts';
import {
  adjust,
  commit,
  documentAdjustment,
  program,
  register,
  reserve,
  revise,
  withdraw,
} from '../../support/commands.ts';
import { paper } from '../../support/lines.ts';
import { form, september } from '../../support/stated-files.ts';

const [one, two] = ['01.01.01', '01.01.02'];

/**
 * 0 opened, 1 registered, 2 programmed, 3 approved, 4 adjusted, 5 revised, 6 reserved, 7 committed,
 * 8 report issued.
 */
const { records } = ledgerOf(
  register('2020-01-01', one, { name: 'Verificación', operation: 'Operación A' }),
  program('2020-01-01', [one, '20000', 'TGN', '100.00']),
  approve(),
  adjust('2020-06-30', 'additional', [[one, '20000', 'TGN', '5.00']], { name: 'REFUERZO' }),
  revise('2020-07-01', one, { name: 'Certificación', operation: 'Operación B' }),
  reserve('2020-08-01', 'PRE 1/1', [[one, '20000', 'TGN', '5.00']]),
  commit('2020-08-02', 'COM 1/1', [[one, '20000', 'TGN', '5.00']], { follows: 'PRE 1/1' }),
  issue('R-17', '2020-12-31', 3),
);
/** 0 opened, 1 registered, 2 registered, 3 adjusted, 4 distributed, 5 executed, 6 form, 7 documented, 8 withdrawn. */
const byForm = ledgerOf(
  takeForm(
    form(
      '2020-11-30',
      {
        [one]: [[null, 'TGN', '9.00', '4.00'] as never, ['23400', 'TGN', '1.00', '0.00']],
        [two]: [],
      },
      { version: september },
    ),
  ),
  documentAdjustment('AJUSTADO-SEPTIEMBRE', 'additional'),
  withdraw('2020-12-01', two),
).records;

const found = (filter: EventFilter, among = records): number[] =>
  among.filter(eventTest(filter, defaultClassifiers)).map(({ revision }) => revision);
const activity = (code: string) => code as ActivityId;
const group = (code: string) => code as ObjectCode;

describe('Events are found by words', () => {
  it('of the office that opens', () => {
    expect(found({ text: 'senavex' })).toEqual([0]);
  });

  it('of an activity, first and revised', () => {
    expect(found({ text: 'VERIFICACION' })).toEqual([0, 1]);
    expect(found({ text: 'certificación' })).toEqual([5]);
    expect(found({ text: 'operacion' })).toEqual([1, 5]);
    expect(found({ text: '01.01.01' })).toEqual([1]);
  });

  it('of an adjustment, by its name and its identification, and of its instrument', () => {
    expect(found({ text: 'refuerzo' })).toEqual([4]);
    expect(found({ text: 'RA 7/2020 2020-06-15' })).toEqual([4]);
    expect(found({ text: 'AJUSTADO-SEPTIEMBRE' }, byForm)).toEqual([3, 7]);
  });

  it('of a form by the version of its plan', () => {
    expect(found({ text: 'AJUSTADO SEPTIEMBRE' }, byForm)).toEqual([3, 6]);
  });

  it('of a report by its kind and number', () => {
    expect(found({ text: 'form-5b' })).toEqual([8]);
    expect(found({ text: 'r-17' })).toEqual([8]);
  });

  it('of the code that an activity got', () => {
    const renamed = ledgerOf(
      register('2020-01-01', one),
      revise('2020-02-01', one, { code: '09.09.09' as never }),
    ).records;
    expect(found({ text: '09.09' }, renamed)).toEqual([2]);
  });
});

describe('Events are found by what they speak of', () => {
  it('in a form by its activities, with money or without', () => {
    expect(found({ activity: activity(two) }, byForm)).toEqual([2, 6, 8]);
    expect(found({ activity: activity(one), types: ['FormTaken'] }, byForm)).toEqual([6]);
  });

  it('in a form by its groups, partidas rolled up, and by money without group', () => {
    expect(found({ group: group('20000'), types: ['FormTaken'] }, byForm)).toEqual([6]);
    expect(found({ group: null, types: ['FormTaken'] }, byForm)).toEqual([6]);
    expect(found({ group: group('30000'), types: ['FormTaken'] }, byForm)).toEqual([]);
    expect(found({ activity: activity(two), group: group('20000') }, byForm)).toEqual([]);
  });

  it('by a document, with what follows it', () => {
    expect(found({ document: paper('PRE 1/1') })).toEqual([6, 7]);
    expect(found({ document: paper('COM 1/1') })).toEqual([7]);
    expect(found({ document: paper('COM 1/2') })).toEqual([]);
    expect(found({ document: paper('PRE 2/1') })).toEqual([]);
  });

  it('by no document where a form says what was executed', () => {
    expect(found({ document: paper('C31 1/1') }, byForm)).toEqual([]);
  });

  it('by moments, both of which count', () => {
    const at = (revision: number): Instant => records[revision]?.recordedAt ?? instantAt(0);
    expect(found({ recorded: { from: at(2), to: at(4) } })).toEqual([2, 3, 4]);
    expect(found({ recorded: { from: at(7) } })).toEqual([7, 8]);
    expect(found({ recorded: { to: at(1) } })).toEqual([0, 1]);
  });
});
