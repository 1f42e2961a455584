import type { Draft } from '../../catalogue/events.ts';
import { Failure } from '../../catalogue/failure.ts';
import type { Decided, Decider } from '../kernel/decider.ts';
import { checkBalances } from './checks.ts';
import type { Command, CommandType } from './commands.ts';
import { adjustBudget } from './decisions/adjust-budget.ts';
import { approvePlan } from './decisions/approve-plan.ts';
import { changeControl } from './decisions/change-control.ts';
import { closeLedger } from './decisions/close-ledger.ts';
import { closePeriod } from './decisions/close-period.ts';
import { correctExecution } from './decisions/correct-execution.ts';
import type { Decision } from './decisions/decision.ts';
import { distributeBudget } from './decisions/distribute-budget.ts';
import { documentAdjustment } from './decisions/document-adjustment.ts';
import { issueReport } from './decisions/issue-report.ts';
import { openLedger } from './decisions/open-ledger.ts';
import { programBudget } from './decisions/program-budget.ts';
import { recordStage } from './decisions/record-stage.ts';
import { registerActivity } from './decisions/register-activity.ts';
import { reopenLedger } from './decisions/reopen-ledger.ts';
import { reopenPeriod } from './decisions/reopen-period.ts';
import { reportProgress } from './decisions/report-progress.ts';
import { reverseEntry } from './decisions/reverse-entry.ts';
import { reviseActivity } from './decisions/revise-activity.ts';
import { takeBudget } from './decisions/take-budget.ts';
import { takeForm } from './decisions/take-form.ts';
import { withdrawActivity } from './decisions/withdraw-activity.ts';
import { evolveDrafts } from './evolve-drafts.ts';
import { evolve } from './evolve.ts';
import { insideFiscalYear, insideOpenPeriod, ledgerName } from './guards.ts';
import { signedWhereAsked } from './signatures.ts';
import { fork, initialState, type LedgerState, mergeInto, restored, saved } from './state.ts';
import { statedDifference } from './stated-difference.ts';

const decisions: { readonly [Type in CommandType]: Decision<Type> } = {
  OpenLedger: openLedger,
  CloseLedger: closeLedger,
  ReopenLedger: reopenLedger,
  RegisterActivity: registerActivity,
  ReviseActivity: reviseActivity,
  WithdrawActivity: withdrawActivity,
  ProgramBudget: programBudget,
  ApprovePlan: approvePlan,
  DistributeBudget: distributeBudget,
  AdjustBudget: adjustBudget,
  DocumentAdjustment: documentAdjustment,
  ReserveBudget: recordStage('reserved'),
  CommitBudget: recordStage('committed'),
  ExecuteBudget: recordStage('executed'),
  PayBudget: recordStage('paid'),
  ReverseEntry: reverseEntry,
  CorrectExecution: correctExecution,
  ReportProgress: reportProgress,
  ClosePeriod: closePeriod,
  ReopenPeriod: reopenPeriod,
  ChangeControl: changeControl,
  IssueReport: issueReport,
  TakeForm: takeForm,
  TakeBudget: takeBudget,
};

const opening: readonly CommandType[] = ['OpenLedger', 'TakeForm', 'TakeBudget'];
const afterTheEnd: readonly CommandType[] = ['IssueReport', 'ReopenLedger'];

const isTakenUp = ({ type }: Command, ledger: LedgerState): void => {
  if (ledger.opened === null && !opening.includes(type)) {
    throw new Failure('LEDGER_NOT_FOUND', { name: '', known: [] });
  }
  if (ledger.isClosed && !afterTheEnd.includes(type)) {
    throw new Failure('LEDGER_IS_CLOSED', { ledger: ledgerName(ledger) });
  }
};

/** Facts count inside the gestión and outside closed periods. */
const insideOpenDays = (events: readonly Draft[], ledger: LedgerState): void => {
  for (const { effectiveOn } of events) {
    if (effectiveOn === null) continue;
    insideFiscalYear(ledger, effectiveOn);
    insideOpenPeriod(ledger, effectiveOn);
  }
};

/** Documents move money out of what forms stated; everything else moves what they state against. */
const byDocument: readonly CommandType[] = [
  'ExecuteBudget',
  'PayBudget',
  'CommitBudget',
  'ReserveBudget',
  'ReverseEntry',
];

const concernsForms = (events: readonly Draft[], after: LedgerState): boolean => {
  const lastCorte = [...after.forms.keys()].reduce(
    (last, corte) => (corte > last ? corte : last),
    '',
  );
  return events.some(
    ({ type, effectiveOn }) =>
      type === 'FormTaken' || (effectiveOn !== null && effectiveOn <= lastCorte),
  );
};

const settle = ({ type }: Command, { events, findings }: Decided, after: LedgerState): Decided => {
  evolveDrafts(after, events);
  if (!concernsForms(events, after)) return { events, findings };
  const more = statedDifference(after, byDocument.includes(type) ? 'document' : 'form');
  evolveDrafts(after, more.events);
  const isNews = type !== 'TakeForm';
  return {
    events: [...events, ...more.events],
    findings: isNews ? [...findings, ...more.findings] : findings,
  };
};

/** The day is the first thing that a clerk asks: before it an activity may not exist yet. */
const onOpenDay = (command: Command, ledger: LedgerState): void => {
  if (!('effectiveOn' in command)) return;
  insideFiscalYear(ledger, command.effectiveOn);
  insideOpenPeriod(ledger, command.effectiveOn);
};

/** @throws Failure where a rule says no; the rules on balances look at the append as a whole */
const decide = (command: Command, ledger: LedgerState): Decided => {
  isTakenUp(command, ledger);
  onOpenDay(command, ledger);
  signedWhereAsked(command, ledger);
  const decision = decisions[command.type] as (command: Command, ledger: LedgerState) => Decided;
  const said = decision(command, ledger);
  if (said.events.length === 0) return said;
  const after = fork(ledger);
  const { events, findings } = settle(command, said, after);
  insideOpenDays(events, after);
  return { events, findings: [...findings, ...checkBalances({ before: ledger, after, events })] };
};

export const areaLedger: Decider<Command, LedgerState> = {
  initialState,
  fork,
  mergeInto,
  evolve,
  saved,
  restored,
  decide,
};
