import type { KeptRecord } from './event-store.ts';

/** @throws TypeError where the caller is wrong: nothing to append, or revisions that do not follow on. */
export const assertAppendable = (expected: number, records: readonly KeptRecord[]): void => {
  if (records.length === 0) throw new TypeError('an append without records');
  if (!Number.isSafeInteger(expected) || expected < -1)
    throw new TypeError(`no expected revision: ${String(expected)}`);
  records.forEach(({ revision }, index) => {
    if (revision !== expected + 1 + index)
      throw new TypeError(
        `revision ${String(revision)} where ${String(expected + 1 + index)} follows`,
      );
  });
};
