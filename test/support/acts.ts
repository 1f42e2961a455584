import type { ControlLevel, ControlMode, Instrument } from '../../src/catalogue/events.ts';
import type { ControlSignatures } from '../../src/catalogue/signatures.ts';
import type { StatedBudget, StatedForm } from '../../src/catalogue/stated-form.ts';
import type { Command } from '../../src/domain/area-ledger/index.ts';
import { day, law, note } from './lines.ts';

export const approve = (): Command => ({ type: 'ApprovePlan', data: { instrument: law } });
export const closePeriod = (through: string): Command => ({
  type: 'ClosePeriod',
  data: { through: day(through) },
});
export const reopenPeriod = (from: string): Command => ({
  type: 'ReopenPeriod',
  data: { from: day(from), authorisation: note },
});
export const closeLedger = (): Command => ({ type: 'CloseLedger', data: { reason: 'cierre' } });
export const reopenLedger = (): Command => ({
  type: 'ReopenLedger',
  data: { authorisation: note },
});
export const control = (mode: ControlMode, level: ControlLevel = 'cell'): Command => ({
  type: 'ChangeControl',
  data: { mode, level, reason: 'instrucción de la MAE' },
});
/** Three people sign from here on, or whoever records it again. */
export const signatureControl = (signatures: ControlSignatures): Command => ({
  type: 'ChangeControl',
  data: { mode: 'block', level: 'cell', signatures, reason: 'instrucción de la MAE' },
});
export const issue = (number: string, effective: string, known: number): Command => ({
  type: 'IssueReport',
  data: {
    report: 'form-5b',
    number,
    cutOff: { effective: day(effective), known },
    sha256: 'a'.repeat(64),
    prepared: 'p1',
    reviewed: 'p2',
    approved: 'p3',
  },
});
export const takeForm = (form: StatedForm, again = false): Command => ({
  type: 'TakeForm',
  data: { form, again },
});
export const takeBudget = (budget: StatedBudget, approved: Instrument | null = law): Command => ({
  type: 'TakeBudget',
  data: { budget, approve: approved },
});
