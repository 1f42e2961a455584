import type { Classifiers } from '../../catalogue/classifiers.ts';
import type { LedgerEvents } from '../../catalogue/events.ts';
import type { Finding } from '../../catalogue/finding.ts';

/** Looks at the sum rows of a form once more, in the bytes that were kept of it. */
export interface FormCheck {
  /** @throws Failure where the file cannot be read as the form that was taken */
  sumsOf(
    bytes: Uint8Array,
    taken: LedgerEvents['FormTaken'],
    classifiers: Classifiers,
  ): readonly Finding[];
}
