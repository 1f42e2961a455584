import { type LedgerId, ledgerIdOf } from '../catalogue/codes.ts';
import type { Instrument } from '../catalogue/events.ts';
import { placed } from '../catalogue/failure.ts';
import type { Finding } from '../catalogue/finding.ts';
import type { ImportFlags } from '../catalogue/import-flags.ts';
import type { StatedBudget, StatedForm } from '../catalogue/stated-form.ts';
import { readForm5b } from './form-5b/read-form-5b.ts';
import { readOriginalBudget } from './original-budget/read-original-budget.ts';
import { recognise } from './read-file.ts';

export interface ImportOptions extends ImportFlags {
  readonly fileName: string;
  readonly sha256: string;
}

/** What a file asks of the ledger that it speaks of. */
export interface Import {
  readonly ledger: LedgerId;
  readonly command:
    | { readonly type: 'TakeForm'; readonly data: { form: StatedForm; again: boolean } }
    | {
        readonly type: 'TakeBudget';
        readonly data: { budget: StatedBudget; approve: Instrument | null };
      };
  readonly findings: readonly Finding[];
}

/**
 * Reads a file of any known format into the command that takes it in.
 * @throws Failure with its place where the file cannot be read in one way
 */
export const importFile = (bytes: Uint8Array, options: ImportOptions): Import =>
  placed({ file: options.fileName }, () => read(bytes, options));

const read = (bytes: Uint8Array, options: ImportOptions): Import => {
  const { again = false, approve = null } = options;
  if (recognise(bytes) === 'form-5b') {
    const { form, findings } = readForm5b(bytes, options);
    const ledger = ledgerIdOf(form.entity.code, form.area.sigla, form.fiscalYear);
    return { ledger, command: { type: 'TakeForm', data: { form, again } }, findings };
  }
  const { budget, findings } = readOriginalBudget(bytes, options);
  const ledger = ledgerIdOf(budget.entity, budget.sigla, budget.fiscalYear);
  return { ledger, command: { type: 'TakeBudget', data: { budget, approve } }, findings };
};
