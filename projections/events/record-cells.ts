import type { Classifiers } from '../../src/catalogue/classifiers.ts';
import { groupOf } from '../../src/catalogue/classifiers.ts';
import type { ActivityId, ObjectCode } from '../../src/catalogue/codes.ts';
import type { LedgerRecord } from '../../src/catalogue/events.ts';
import { flatten } from '../../src/catalogue/budget-line.ts';
import { dimensionsOf } from '../line-dimensions.ts';

/** What a record speaks of: an activity, with a group where it speaks of money. */
interface SpokenOf {
  readonly activity: ActivityId | null;
  readonly group?: ObjectCode | null;
}

/** The cells that a record speaks of; none where it speaks of the whole ledger. */
export const cellsOf = ({ data }: LedgerRecord, classifiers: Classifiers): readonly SpokenOf[] => {
  if ('lines' in data) return flatten(data.lines).map((line) => dimensionsOf(line, classifiers));
  if ('levels' in data) {
    return data.levels.flatMap(({ activity, amounts }) =>
      amounts.length === 0
        ? [{ activity }]
        : amounts.map(([object]) => ({ activity, group: object && groupOf(object) })),
    );
  }
  if ('progress' in data) return data.progress.map(({ activity }) => ({ activity }));
  return 'activity' in data ? [{ activity: data.activity }] : [];
};
