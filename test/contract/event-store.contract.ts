import { randomUUID } from 'node:crypto';

import { afterEach, beforeEach, describe } from '@jest/globals';

import { describeConflicts } from './event-store/conflicts.contract.ts';
import { describeFiles } from './event-store/files.contract.ts';
import { describeFollowing } from './event-store/following.contract.ts';
import { describeLedgers } from './event-store/ledgers.contract.ts';
import { describeMistakes } from './event-store/mistakes.contract.ts';
import { describePapers } from './event-store/papers.contract.ts';
import { describeSeparation } from './event-store/separation.contract.ts';
import { describeWaitingTogether } from './event-store/waiting-together.contract.ts';
import type { Store, Subject } from './event-store/subject.ts';

export interface Opened {
  readonly store: Store;
  /** a second look at the same store, where it outlives its first opening */
  readonly reopen?: () => Promise<Store>;
}

/**
 * What every store does, as the application relies on it. The store may hold other things already,
 * so each test has a category of its own; texts are canonical JSON, since a store may keep values.
 */
export const describeEventStore = (name: string, open: () => Promise<Opened>): void => {
  describe(`${name}: an event store`, () => {
    let current: Subject;
    const subject = (): Subject => current;

    beforeEach(async () => {
      const { store, reopen } = await open();
      const category = `poaContract${randomUUID().replaceAll('-', '')}`;
      const other = (id: string) => ({ category, id });
      current = { store, reopen, category, ledger: other('41-SENAVEX-2020'), other };
    });

    afterEach(async () => {
      await current.store.close();
    });

    describeLedgers(subject);
    describeConflicts(subject);
    describeMistakes(subject);
    describeSeparation(subject);
    describeFollowing(subject);
    describeWaitingTogether(subject);
    describeFiles(subject);
    describePapers(subject);
  });
};
