import {
  type BackingDocument,
  foldWith,
  type LedgerRecord,
  type Steps,
  unchanged,
} from '../src/catalogue/events.ts';

/** Which documents are of one expense. All that forms state is of none. */
export interface DocumentChains {
  /** the number of the chain of a document */
  readonly byDocument: Map<string, number>;
  /** the number of the chain of what a record brought */
  readonly byRevision: Map<number, number>;
}

export const noDocumentChains = (): DocumentChains => ({
  byDocument: new Map(),
  byRevision: new Map(),
});

/** One text per document, equal for equal ones alone. */
const keyOf = ({ kind, number, sequence }: BackingDocument): string =>
  JSON.stringify([kind, number, sequence]);

type StageRecord = LedgerRecord<
  'BudgetReserved' | 'BudgetCommitted' | 'BudgetExecuted' | 'BudgetPaid'
>;

/** A document stays in the chain that it joined first: that of the one it follows, else its own. */
const join = (chains: DocumentChains, { revision, data }: StageRecord): DocumentChains => {
  const { document, follows } = data;
  if (document === null) return chains;
  const { byDocument, byRevision } = chains;
  const known = byDocument.get(keyOf(document));
  const followed = follows && byDocument.get(keyOf(follows));
  const chain = known ?? followed ?? byDocument.size;
  byDocument.set(keyOf(document), chain);
  byRevision.set(revision, chain);
  return chains;
};

const steps: Steps<DocumentChains> = {
  LedgerOpened: unchanged,
  LedgerClosed: unchanged,
  LedgerReopened: unchanged,
  ActivityRegistered: unchanged,
  ActivityRevised: unchanged,
  ActivityWithdrawn: unchanged,
  BudgetProgrammed: unchanged,
  PlanApproved: unchanged,
  BudgetDistributed: unchanged,
  BudgetAdjusted: unchanged,
  AdjustmentDocumented: unchanged,
  BudgetReserved: join,
  BudgetCommitted: join,
  BudgetExecuted: join,
  BudgetPaid: join,
  EntryReversed: (chains, { revision, data }) => {
    const chain = chains.byRevision.get(data.reverses);
    if (chain !== undefined) chains.byRevision.set(revision, chain);
    return chains;
  },
  FormTaken: unchanged,
  ExecutionCorrected: unchanged,
  ProgressReported: unchanged,
  PeriodClosed: unchanged,
  PeriodReopened: unchanged,
  ControlChanged: unchanged,
  ReportIssued: unchanged,
};

export const foldDocumentChains = foldWith(steps);
