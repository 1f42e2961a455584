import { groupByActivity } from '../../../catalogue/budget-line.ts';
import type { CivilDate } from '../../../catalogue/civil-date.ts';
import type { BackingDocument, LedgerEvents, Stage } from '../../../catalogue/events.ts';
import { stages } from '../../../catalogue/events.ts';
import { Failure } from '../../../catalogue/failure.ts';
import { decided } from '../../kernel/decider.ts';
import type { CommandOf } from '../commands.ts';
import { documentKey, printDocument } from '../documents.ts';
import { againstForms } from '../guards.ts';
import { positiveLines } from '../lines.ts';
import { leftOf } from '../state-changes.ts';
import type { LedgerState } from '../state.ts';
import { type Decision, fact } from './decision.ts';

const events = {
  reserved: 'BudgetReserved',
  committed: 'BudgetCommitted',
  executed: 'BudgetExecuted',
  paid: 'BudgetPaid',
} as const;

/** Document and stage once, unless what was recorded is wholly reversed. */
const isNew = (ledger: LedgerState, document: BackingDocument, stage: Stage): void => {
  const revision = ledger.documents.get(documentKey(document))?.entries[stage];
  const entry = revision === undefined ? undefined : ledger.entries.get(revision);
  if (entry === undefined) return;
  if (
    leftOf(entry)
      .values()
      .some((amount) => amount !== 0)
  ) {
    throw new Failure('DOCUMENT_ALREADY_RECORDED', {
      document: printDocument(document),
      stage,
    });
  }
};

const joinsOneChain = (
  ledger: LedgerState,
  document: BackingDocument,
  follows: BackingDocument | undefined,
): void => {
  if (follows === undefined) return;
  const followed = ledger.documents.get(documentKey(follows));
  if (followed === undefined) {
    throw new Failure('DOCUMENT_NOT_FOUND', { document: printDocument(follows) });
  }
  const known = ledger.documents.get(documentKey(document));
  if (known !== undefined && known.chain !== followed.chain) {
    throw new Failure('DOCUMENT_IN_OTHER_CHAIN', {
      document: printDocument(document),
      follows: printDocument(follows),
    });
  }
};

type StageCommandType = 'ReserveBudget' | 'CommitBudget' | 'ExecuteBudget' | 'PayBudget';

const saidOfForms = (
  ledger: LedgerState,
  day: CivilDate,
  recorded: readonly Stage[],
  forms: Parameters<typeof againstForms>[2],
) => (recorded.includes('executed') ? againstForms(ledger, day, forms) : {});

/** A document brings one stage, or several at once; whether its money is there is checked over the whole append. */
export const recordStage =
  <Type extends StageCommandType>(stage: Stage): Decision<Type> =>
  ({ effectiveOn, data }: CommandOf<StageCommandType>, ledger) => {
    const { document, follows, also = [] } = data;
    const recorded = stages.filter((each) => each === stage || also.includes(each));
    for (const each of recorded) isNew(ledger, document, each);
    joinsOneChain(ledger, document, follows);
    const entry: LedgerEvents['BudgetExecuted'] = {
      document,
      ...(follows && { follows }),
      lines: groupByActivity(positiveLines(ledger, data.lines, effectiveOn)),
    };
    const said = saidOfForms(ledger, effectiveOn, recorded, data.forms);
    return decided(
      recorded.map((each) =>
        fact(events[each], effectiveOn, each === 'executed' ? { ...entry, ...said } : entry),
      ),
    );
  };
