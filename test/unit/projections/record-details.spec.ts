import { describe, expect, it } from '@jest/globals';
import { detailsOf } from '../../../projections/record-details.ts';
import type { EventType } from '../../../src/catalogue/events.ts';
import { approve, takeBudget, takeForm } from '../../support/acts.ts';
import { ledgerOf } from '../../support/audited.ts';
import {
  adjust,
  commit,
  correct,
  distribute,
  documentAdjustment,
  execute,
  program,
  register,
  reserve,
  reverse,
  within,
} from '../../support/commands.ts';
import { law, type Line, paper, resolution } from '../../support/lines.ts';
import type { RecordedLedger } from '../../support/recorded-ledger.ts';
import { budget, form } from '../../support/stated-files.ts';
import { Projected } from '../../support/views-of.ts';

const of = (money: string): Line[] => [['01.01.01', '20000', 'TGN', money]];
const programmed = () =>
  ledgerOf(register('2020-01-01', '01.01.01'), program('2020-01-02', ...of('100.00')));
const approved = () => programmed().take(approve());
const stated = (money: string) => ({ '01.01.01': [['20000', 'TGN', money, '40.00']] }) as const;
/** A form says 80.00 of an original of 100.00 without activity. */
const ofForms = () =>
  ledgerOf(
    takeBudget(budget([[null, '20000', 'TGN', '100.00']])),
    takeForm(form('2020-11-30', stated('80.00'))),
  );

/** The details of the last record of a type, without what every record has. */
const said = (ledger: RecordedLedger, type: EventType, known = ledger.revision) => {
  const record = ledger.records.findLast((each) => each.type === type);
  if (record === undefined) throw new Error(`no ${type}`);
  const { revision, recordedAt, actor, effectiveOn, ...details } = detailsOf(record, {
    register: new Projected(ledger.records).register,
    moments: ledger.records.map((each) => each.recordedAt),
    known,
    reversed: new Map(ledger.records.map((each) => [each.revision, each])),
  });
  expect([revision, recordedAt, actor, effectiveOn]).toEqual([
    record.revision,
    record.recordedAt,
    'ana',
    record.effectiveOn,
  ]);
  expect(details.type).toBe(type);
  return details;
};

describe('the details of an entry of documents', () => {
  it('name its document', () => {
    const ledger = approved().take(execute('2020-03-01', 'C31 1/1', of('5.00')));
    expect(said(ledger, 'BudgetExecuted')).toStrictEqual({
      type: 'BudgetExecuted',
      document: paper('C31 1/1'),
    });
  });

  it('name the document that it follows', () => {
    const ledger = approved().take(
      reserve('2020-03-01', 'PRE 1/1', of('5.00')),
      commit('2020-03-02', 'COM 1/1', of('5.00'), { follows: 'PRE 1/1' }),
    );
    expect(said(ledger, 'BudgetCommitted')).toStrictEqual({
      type: 'BudgetCommitted',
      document: paper('COM 1/1'),
      follows: paper('PRE 1/1'),
    });
  });

  it('name what a reversal reverses, why, and the document of it', () => {
    const ledger = approved().take(execute('2020-03-01', 'C31 1/1', of('5.00')));
    ledger.take(reverse('2020-04-01', ledger.revision));
    expect(said(ledger, 'EntryReversed')).toStrictEqual({
      type: 'EntryReversed',
      reverses: 4,
      reason: 'error de registro',
      document: paper('C31 1/1'),
    });
  });

  it('name no document where the programme is reversed', () => {
    const ledger = programmed().take(reverse('2020-01-03', 2));
    expect(said(ledger, 'EntryReversed')).toStrictEqual({
      type: 'EntryReversed',
      reverses: 2,
      reason: 'error de registro',
    });
  });
});

describe('the details of a change of the plan', () => {
  it('name the instrument of the original once it is approved', () => {
    const ledger = approved();
    const type = 'BudgetProgrammed';
    expect(said(ledger, type)).toStrictEqual({ type, instrument: law });
    expect(said(ledger, type, ledger.revision - 1)).toStrictEqual({ type, instrument: null });
    expect(said(programmed(), type)).toStrictEqual({ type, instrument: null });
  });

  it('name the file that it came from', () => {
    const ledger = ledgerOf(takeBudget(budget([[null, '20000', 'TGN', '1.00']])));
    expect(said(ledger, 'BudgetProgrammed')).toStrictEqual({
      type: 'BudgetProgrammed',
      instrument: law,
      file: 'original',
    });
  });

  it('name an adjustment with its kind and instrument', () => {
    const ledger = approved().take(adjust('2020-06-30', 'additional', of('5.00')));
    expect(said(ledger, 'BudgetAdjusted')).toStrictEqual({
      type: 'BudgetAdjusted',
      adjustment: { id: 'AJUSTADO-JUNIO', name: 'AJUSTADO JUNIO', kind: 'additional' },
      instrument: resolution,
    });
  });

  it('name the form that stated an adjustment, without instrument', () => {
    expect(said(ofForms(), 'BudgetAdjusted')).toStrictEqual({
      type: 'BudgetAdjusted',
      adjustment: { id: 'AJUSTADO-JUNIO', name: 'AJUSTADO JUNIO', kind: 'stated' },
      instrument: null,
      form: { revision: 7, corte: '2020-11-30', version: 'AJUSTADO JUNIO' },
      file: 'form-11',
    });
  });

  it('name the kind and the instrument that it got later, from then on', () => {
    const ledger = ofForms();
    const before = ledger.revision;
    ledger.take(documentAdjustment('AJUSTADO-JUNIO', 'reduction'));
    expect(said(ledger, 'BudgetAdjusted')).toMatchObject({
      adjustment: { kind: 'reduction' },
      instrument: resolution,
    });
    expect(said(ledger, 'BudgetAdjusted', before)).toMatchObject({
      adjustment: { kind: 'stated' },
      instrument: null,
    });
  });

  it('name the form of a distribution that it made, none of one by hand', () => {
    expect(said(ofForms(), 'BudgetDistributed')).toStrictEqual({
      type: 'BudgetDistributed',
      form: { revision: 7, corte: '2020-11-30', version: 'AJUSTADO JUNIO' },
      file: 'form-11',
    });
    const byHand = ledgerOf(program('2020-01-02', [null, '20000', 'TGN', '9.00'])).take(
      distribute('2020-02-01', [null, '20000', 'TGN', '-1.00'], [null, null, 'TGN', '1.00']),
    );
    expect(said(byHand, 'BudgetDistributed')).toStrictEqual({ type: 'BudgetDistributed' });
  });
});

describe('the details of what a form says was executed', () => {
  it('name the form and no document', () => {
    expect(said(ofForms(), 'BudgetExecuted')).toStrictEqual({
      type: 'BudgetExecuted',
      form: { revision: 7, corte: '2020-11-30', version: 'AJUSTADO JUNIO' },
      file: 'form-11',
    });
  });

  it('name no form beside money: an activity that it brought has its file alone', () => {
    expect(said(ofForms(), 'ActivityRegistered')).toStrictEqual({
      type: 'ActivityRegistered',
      file: 'form-11',
    });
  });

  it('name the form that corrects it', () => {
    const lower = { '01.01.01': [['20000', 'TGN', '80.00', '30.00']] } as const;
    const ledger = ofForms().take(takeForm(form('2020-12-31', lower)));
    expect(said(ledger, 'ExecutionCorrected')).toStrictEqual({
      type: 'ExecutionCorrected',
      form: { revision: 9, corte: '2020-12-31', version: 'AJUSTADO JUNIO' },
      file: 'form-12',
    });
  });

  it('name the reason where a person corrects it, and no form', () => {
    const ledger = ofForms().take(correct('2020-11-30', ...of('-1.00')));
    expect(said(ledger, 'ExecutionCorrected')).toStrictEqual({
      type: 'ExecutionCorrected',
      reason: 'conciliación',
    });
  });

  it('name no form where a document within it corrects it', () => {
    const spent = execute('2020-11-10', 'C31 1/1', of('5.00'), { forms: within });
    expect(said(ofForms().take(spent), 'ExecutionCorrected')).toStrictEqual({
      type: 'ExecutionCorrected',
    });
  });
});
