import type { Classifiers } from '../catalogue/classifiers.ts';
import { decodeRecord } from '../catalogue/codec.ts';
import type { LedgerEvents } from '../catalogue/events.ts';
import { isFailure } from '../catalogue/failure.ts';
import { finding, type Finding } from '../catalogue/finding.ts';
import type { CheckedForm } from '../../projections/findings/rule.ts';
import { type FormRecord, formsAt } from '../../projections/plan-history.ts';
import { type EventStore, ledgerStream } from './ports/event-store.ts';
import type { Files } from './ports/files.ts';
import type { FormCheck } from './ports/form-check.ts';
import type { Sight } from './sight.ts';

interface Checking {
  readonly store: EventStore;
  readonly files: Files;
  readonly formCheck: FormCheck;
}

/** For the same corte the later form stands. */
const standing = (forms: readonly FormRecord[]): FormRecord[] => [
  ...new Map(forms.map((form) => [form.corte, form])).values(),
];

const takenIn = async (
  { store }: Checking,
  { book }: Sight,
  revision: number,
): Promise<LedgerEvents['FormTaken'] | null> => {
  for await (const page of store.read(ledgerStream(book.ledger), revision)) {
    const [kept] = page;
    const record = kept === undefined ? undefined : decodeRecord(kept.text);
    return record?.type === 'FormTaken' ? record.data : null;
  }
  return null;
};

const check = async (
  checking: Checking,
  sight: Sight,
  { revision, file }: FormRecord,
  classifiers: Classifiers,
): Promise<readonly Finding[] | string> => {
  const taken = await takenIn(checking, sight, revision);
  const bytes = await checking.files.find(file);
  if (taken === null || bytes === null) return 'el almacén no tiene el archivo';
  return checking.formCheck.sumsOf(bytes, taken, classifiers);
};

/** What cannot be checked, because of its file, is said and not passed over. */
const orReason = async (
  work: () => Promise<readonly Finding[] | string>,
): Promise<readonly Finding[] | string> => {
  try {
    return await work();
  } catch (error) {
    if (isFailure(error) && ['invalid', 'refused', 'damaged'].includes(error.kind)) {
      return error.detail;
    }
    throw error;
  }
};

/** The forms of a ledger with what their sum rows say, read again from the files that were kept. */
export const checkedForms = async (
  checking: Checking,
  sight: Sight,
  classifiers: Classifiers,
): Promise<readonly CheckedForm[]> => {
  const checked: CheckedForm[] = [];
  for (const form of standing(formsAt(sight.book.register.history, sight.cutOff))) {
    const said = await orReason(() => check(checking, sight, form, classifiers));
    const { corte, file } = form;
    const findings =
      typeof said === 'string'
        ? [finding('FORM_NOT_CHECKED', { corte, file, reason: said })]
        : said;
    checked.push({ form, findings });
  }
  return checked;
};
