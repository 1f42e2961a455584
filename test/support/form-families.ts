import fc from 'fast-check';
import type { Amount } from '../../src/catalogue/amount.ts';
import type { CivilDate } from '../../src/catalogue/civil-date.ts';
import type { ObjectCode, Source } from '../../src/catalogue/codes.ts';
import type { PlanVersion } from '../../src/catalogue/events.ts';
import type { StatedForm } from '../../src/catalogue/stated-form.ts';
import type { Command } from '../../src/domain/area-ledger/index.ts';
import { activityCodes, instrument } from './arbitraries.ts';
import { amountOf } from './oracle.ts';
import { type CellOfForm, statedActivity, statedForm, unadjusted } from './stated-form-for.ts';

/** Files of one area that may arrive in any order: forms of rising cortes, and an original or none. */
export interface Family {
  readonly forms: readonly StatedForm[];
  readonly original: Command | null;
}

const cortes = ['2020-02-29', '2020-04-30', '2020-07-31', '2020-09-30', '2020-11-30', '2020-12-31'];
const columns = [
  ['10000', 'TGN'],
  ['10000', 'OTRAS'],
  ['30000', 'TGN'],
  [null, 'TGN'],
  [null, 'OTRAS'],
] as const;

/** Every listed activity states this cell with 100.00 at least, so that documents find room in it. */
export const roomy = ['20000', 'TGN'] as const;

const cents = (min: number, max: number) => fc.bigInt({ min: BigInt(min), max: BigInt(max) });

/** Modest: every listed activity states every cell and executes less than any plan gives it. */
const cellsOf = (isModest: boolean): fc.Arbitrary<CellOfForm[]> =>
  fc
    .tuple(
      fc.tuple(cents(10_000, 99_999), cents(10_000, isModest ? 10_000 : 99_999)),
      isModest ? fc.constant([...columns]) : fc.subarray([...columns]),
      fc.array(fc.tuple(cents(isModest ? 5_000 : 0, 99_999), cents(0, isModest ? 5_000 : 99_999)), {
        minLength: 5,
        maxLength: 5,
      }),
    )
    .map(([own, stated, amounts]) => [
      [...roomy, ...own],
      ...stated.map(([object, source], index): CellOfForm => {
        const [programmed = 0n, executed = 0n] = amounts[index] ?? [];
        return [object, source, programmed, executed];
      }),
    ]);

type Listed = readonly [isListed: boolean, cells: CellOfForm[]];
interface Outline {
  readonly corte: string;
  /** whether a new plan was adjusted since the corte before */
  readonly isNewPlan: boolean;
  readonly isAssumed: boolean;
  readonly activities: readonly Listed[];
}

const outline = (corte: string, isModest: boolean): fc.Arbitrary<Outline> => {
  const cells = cellsOf(isModest);
  return fc.record({
    corte: fc.constant(corte),
    isNewPlan: fc.boolean(),
    isAssumed: fc.boolean(),
    activities: fc.tuple(
      fc.tuple(fc.constant(true), cells),
      fc.tuple(fc.boolean(), cells),
      fc.tuple(fc.boolean(), cells),
    ),
  });
};

/**
 * A plan is in force from a day in the month of the corte on which it is first reported: the tenth,
 * as some forms say, or the fifteenth, as it is worked out where none says it.
 */
const versionsOf = (outlines: readonly Outline[]): PlanVersion[] => {
  let first = '';
  return outlines.map(({ corte, isNewPlan, isAssumed: assumed }) => {
    if (isNewPlan) first = corte.slice(0, 7);
    if (first === '') return unadjusted;
    const day = `${first}-${assumed ? '15' : '10'}` as CivilDate;
    return { name: `AJUSTADO ${first.slice(5)}`, day, assumed };
  });
};

const formsOf = (outlines: readonly Outline[]): StatedForm[] => {
  const versions = versionsOf(outlines);
  return outlines.map(({ corte, activities }, index) => {
    const stated = activities.flatMap(([isListed, cells], position) =>
      isListed ? [statedActivity(activityCodes[position] ?? '', position + 1, cells)] : [],
    );
    const version = versions[index] ?? unadjusted;
    return statedForm({ file: `formulario ${corte}`, corte, version }, stated);
  });
};

const originalOf = (amounts: readonly bigint[]): Command => ({
  type: 'TakeBudget',
  data: {
    approve: instrument,
    budget: {
      file: 'presupuesto',
      entity: '41',
      sigla: 'SENAVEX',
      fiscalYear: 2020,
      effectiveOn: '2020-01-01' as CivilDate,
      assumed: [],
      lines: [roomy, ...columns, ['40000', 'TGN'] as const].map(([object, source], index) => ({
        activity: null,
        object: object as ObjectCode | null,
        source: source as Source,
        amount: amountOf(amounts[index] ?? 0n) as Amount,
        place: `${index + 2}`,
      })),
    },
  },
});

/** The sums of the first form's plan, so that an unadjusted plan distributes just the original. */
const sumsOf = ([form]: readonly StatedForm[]): bigint[] =>
  [roomy, ...columns].map(([object, source]) =>
    (form?.activities ?? [])
      .flatMap(({ cells }) => cells)
      .filter((cell) => cell.object === object && cell.source === source)
      .reduce((sum, { programmed }) => sum + BigInt(programmed.replace('.', '')), 0n),
  );

export const families = (isModest = false): fc.Arbitrary<Family> => {
  const outlines = fc
    .subarray(cortes, { minLength: 2, maxLength: 4 })
    .chain((days) => fc.tuple(...days.map((corte) => outline(corte, isModest))));
  return fc
    .tuple(
      outlines,
      fc.constantFrom('none', 'other', 'equal'),
      fc.array(cents(1, 999_999), { minLength: 7, maxLength: 7 }),
    )
    .map(([each, kind, amounts]) => {
      const forms = formsOf(each);
      const original = originalOf(kind === 'equal' ? sumsOf(forms) : amounts);
      return { forms, original: kind === 'none' ? null : original };
    });
};

export const takings = ({ forms, original }: Family): Command[] => [
  ...(original === null ? [] : [original]),
  ...forms.map((form): Command => ({ type: 'TakeForm', data: { form, again: false } })),
];
