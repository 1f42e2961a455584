import { defaultClassifiers } from '../../catalogue/classifiers.ts';
import * as activities from './activity-bodies.ts';
import { act, type Asked, type CommandRow, fact, itself } from './command-row.ts';
import * as execution from './execution-bodies.ts';
import * as periods from './period-bodies.ts';
import * as plan from './plan-bodies.ts';

const opened = ({ zone = 'America/La_Paz', ...given }: plan.OpenLedgerBody) => ({
  ...given,
  currency: 'BOB',
  zone,
  classifiers: defaultClassifiers,
});

/** Of a new activity, what was left out is not known. */
const registered = (given: Omit<activities.RegisterActivityBody, 'effectiveOn'>) => ({
  ...{ operation: null, start: null, end: null, indicator: null, position: null },
  ...given,
});

const planRows = {
  OpenLedger: act(
    'OpenLedger',
    plan.OpenLedgerBody,
    ['plan', 'Abre un libro: un área en una gestión'],
    opened,
  ),
  RegisterActivity: fact(
    'RegisterActivity',
    activities.RegisterActivityBody,
    ['plan', 'Da de alta una actividad'],
    registered,
  ),
  ReviseActivity: fact(
    'ReviseActivity',
    activities.ReviseActivityBody,
    ['plan', 'Revisa el código, los textos o las fechas de una actividad'],
    itself,
  ),
  WithdrawActivity: fact(
    'WithdrawActivity',
    activities.WithdrawActivityBody,
    ['plan', 'Da de baja una actividad sin saldo'],
    itself,
  ),
  ProgramBudget: fact(
    'ProgramBudget',
    plan.ProgramBudgetBody,
    ['plan', 'Programa líneas del POA original'],
    itself,
  ),
  DistributeBudget: fact(
    'DistributeBudget',
    plan.DistributeBudgetBody,
    ['plan', 'Distribuye lo que está sin actividad o sin grupo (suma cero por fuente)'],
    itself,
  ),
  AdjustBudget: fact(
    'AdjustBudget',
    plan.AdjustBudgetBody,
    ['plan', 'Modifica el presupuesto bajo un instrumento'],
    itself,
  ),
  DocumentAdjustment: act(
    'DocumentAdjustment',
    plan.DocumentAdjustmentBody,
    ['plan', 'Da clase e instrumento a una modificación que un formulario declaró'],
    itself,
  ),
} as const;

const executionRows = {
  ReserveBudget: fact(
    'ReserveBudget',
    execution.StageBody,
    ['execution', 'Registra un preventivo'],
    itself,
  ),
  CommitBudget: fact(
    'CommitBudget',
    execution.StageBody,
    ['execution', 'Registra un compromiso'],
    itself,
  ),
  ExecuteBudget: fact(
    'ExecuteBudget',
    execution.StageBody,
    ['execution', 'Registra un devengado'],
    itself,
  ),
  PayBudget: fact('PayBudget', execution.StageBody, ['execution', 'Registra un pago'], itself),
  ReverseEntry: fact(
    'ReverseEntry',
    execution.ReverseEntryBody,
    ['execution', 'Revierte, entero o en parte, un registro de un documento'],
    itself,
  ),
  CorrectExecution: act(
    'CorrectExecution',
    execution.CorrectExecutionBody,
    ['execution', 'Corrige lo ejecutado que un formulario declaró (líneas con signo)'],
    itself,
  ),
  ReportProgress: fact(
    'ReportProgress',
    activities.ReportProgressBody,
    ['forms', 'Informa la eficacia acumulada de actividades'],
    itself,
  ),
} as const;

const approvalRows = {
  ApprovePlan: act(
    'ApprovePlan',
    plan.ApprovePlanBody,
    ['approval', 'Aprueba el POA original bajo un instrumento'],
    itself,
  ),
  ClosePeriod: act(
    'ClosePeriod',
    periods.ClosePeriodBody,
    ['closing', 'Cierra el período hasta un día'],
    itself,
  ),
  ReopenPeriod: act(
    'ReopenPeriod',
    periods.ReopenPeriodBody,
    ['approval', 'Reabre el período desde un día, con autorización'],
    itself,
  ),
  CloseLedger: act(
    'CloseLedger',
    periods.CloseLedgerBody,
    ['approval', 'Cierra la gestión'],
    itself,
  ),
  ReopenLedger: act(
    'ReopenLedger',
    periods.ReopenLedgerBody,
    ['approval', 'Reabre la gestión, con autorización'],
    itself,
  ),
  ChangeControl: act(
    'ChangeControl',
    periods.ChangeControlBody,
    [
      'approval',
      'Dice si el exceso de gasto se impide o se advierte, en qué nivel, y cuántos firman',
    ],
    itself,
  ),
  IssueReport: act(
    'IssueReport',
    periods.IssueReportBody,
    ['approval', 'Registra un reporte emitido'],
    itself,
  ),
} as const;

/** Every command of the ledger; one that has no row here does not compile. */
const rows: { readonly [Type in Asked]: CommandRow<Type> } = {
  ...planRows,
  ...executionRows,
  ...approvalRows,
};

export const commandRows: readonly CommandRow[] = Object.values(rows);
