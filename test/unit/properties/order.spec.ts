import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Command } from '../../../src/domain/area-ledger/index.ts';
import { activityCodes, line, programmed, registered } from '../../support/arbitraries.ts';
import { families, type Family, takings } from '../../support/form-families.ts';
import { planTogether, statedByDesign, statedInRecords } from '../../support/oracle-forms.ts';
import { openLedger, RecordedLedger } from '../../support/recorded-ledger.ts';
import { enough, propertyTimeout, runs } from '../../support/runs.ts';
import { type Saying, sayings } from '../../support/sayings.ts';
import { Projected, sorted } from '../../support/views-of.ts';

/** Every balance on every day on which money moves in any order, and between. */
const moneyOf = ({ records }: Pick<RecordedLedger, 'records'>): string[] => {
  const projected = new Projected(records);
  const revision = records.length;
  const days = Array.from({ length: 12 }, (_, month) => [
    `2020-${String(month + 1).padStart(2, '0')}-14`,
    `2020-${String(month + 1).padStart(2, '0')}-15`,
    new Date(Date.UTC(2020, month + 1, 0)).toISOString().slice(0, 10),
  ]).flat();
  return ['2020-01-01', ...days].flatMap((day) =>
    sorted(projected.byCell({ day, revision })).map((balance) => `${day} ${balance}`),
  );
};

const orders = <Item>(items: readonly Item[]): fc.Arbitrary<Item[]> =>
  fc.shuffledSubarray([...items], { minLength: items.length });

/** Warns: what is looked at is where money stands, and any level may be stated. */
const warning = (): RecordedLedger =>
  new RecordedLedger().take(openLedger, {
    type: 'ChangeControl',
    data: { mode: 'warn', level: 'cell', reason: 'para la prueba' },
  });

const opened = (): RecordedLedger =>
  warning().take(...activityCodes.map((code) => registered(code)));

const record = (ledger: RecordedLedger, chosen: readonly (Command | Saying)[]): RecordedLedger => {
  for (const each of chosen) ledger.take(typeof each === 'function' ? each(ledger) : each);
  return ledger;
};

const isAsDesigned = ({ records }: RecordedLedger): void => {
  expect(sorted(statedInRecords(records))).toEqual(sorted(statedByDesign(records)));
};

const cortesOf = ({ forms }: Family): string[] => forms.map(({ corte }) => corte);

describe('the files of an area', () => {
  const inAnyOrder = (isModest: boolean, begun: () => RecordedLedger) =>
    fc.property(
      families(isModest).chain((family) =>
        fc.tuple(fc.constant(takings(family)), fc.array(orders(takings(family)), { minLength: 3 })),
      ),
      ([files, others]) => {
        const ledger = record(begun(), files);
        isAsDesigned(ledger);
        const money = moneyOf(ledger);
        for (const order of others) {
          const other = record(begun(), order);
          isAsDesigned(other);
          expect(moneyOf(other)).toEqual(money);
        }
      },
    );

  it(
    'give equal money in any order, none refused: forms, and the original before or after',
    () => {
      fc.assert(inAnyOrder(false, warning), runs(15));
    },
    propertyTimeout,
  );

  it(
    'give equal money in any order while control blocks, none refused, where none is overspent',
    () => {
      fc.assert(
        inAnyOrder(true, () => new RecordedLedger()),
        runs(15),
      );
    },
    propertyTimeout,
  );

  it(
    'give equal money in any order with documents said within or beyond, recorded before or after them',
    () => {
      const tally = { documents: 0 };
      const property = fc.property(
        families().chain((family) =>
          fc.tuple(fc.constant(family), fc.array(orders(takings(family)), { minLength: 3 })),
        ),
        sayings(['execution', 'reversed']),
        ([family, others], said) => {
          const documents = said(cortesOf(family)).flat();
          tally.documents += documents.length;
          const ledger = record(opened(), [...documents, ...takings(family)]);
          isAsDesigned(ledger);
          const money = moneyOf(ledger);
          others.forEach((order, index) => {
            const isBefore = index % 2 === 0;
            const all = isBefore ? [...documents, ...order] : [...order, ...documents];
            const other = record(opened(), all);
            isAsDesigned(other);
            expect(moneyOf(other)).toEqual(money);
          });
        },
      );
      fc.assert(property, runs(15));
      expect(tally.documents).toBeGreaterThan(enough(20));
    },
    propertyTimeout,
  );

  it(
    'give equal money in any order after an original that adjustments by hand have changed',
    () => {
      const tally = { additions: 0 };
      const property = fc.property(
        families()
          .filter(({ original }) => original !== null)
          .chain((family) => {
            const forms = takings({ ...family, original: null });
            return fc.tuple(fc.constant(family), fc.array(orders(forms), { minLength: 3 }));
          }),
        sayings(['addition', 'execution', 'reversed']),
        ([family, others], said) => {
          const entries = said(cortesOf(family)).flat();
          tally.additions += entries.length;
          const original = family.original === null ? [] : [family.original];
          const ledger = record(opened(), [
            ...original,
            ...entries,
            ...takings({ ...family, original: null }),
          ]);
          isAsDesigned(ledger);
          const money = moneyOf(ledger);
          others.forEach((order, index) => {
            const all = index % 2 === 0 ? [...entries, ...order] : [...order, ...entries];
            const other = record(opened(), [...original, ...all]);
            isAsDesigned(other);
            expect(moneyOf(other)).toEqual(money);
          });
        },
      );
      fc.assert(property, runs(15));
      expect(tally.additions).toBeGreaterThan(enough(20));
    },
    propertyTimeout,
  );

  it(
    'give equal money in any order where the original is programmed by activity',
    () => {
      const property = fc.property(
        families().chain(({ forms }) => {
          const files = takings({ forms, original: byActivity });
          return fc.tuple(fc.constant(files), fc.array(orders(files), { minLength: 3 }));
        }),
        ([files, others]) => {
          const money = moneyOf(record(opened(), files));
          for (const order of others) {
            const { records } = record(opened(), order);
            expect(sorted(planTogether(statedInRecords(records)))).toEqual(
              sorted(planTogether(statedByDesign(records))),
            );
            expect(moneyOf({ records })).toEqual(money);
          }
        },
      );
      fc.assert(property, runs(15));
    },
    propertyTimeout,
  );
});

const byActivity = programmed([
  line('01.01.01', '20000', 'TGN', 12_345n),
  line('01.01.02', '20000', '41', 500n),
  line('01.01.02', '10000', 'OTRAS', 70_000n),
  line('01.02.01', '40000', '10', 9_999n),
  line(null, '20000', 'TGN', 80_000n),
  line(null, '30000', 'TGN', 100n),
]);
