import fc from 'fast-check';
import type { ActivityCode, ObjectCode, Source } from '../../src/catalogue/codes.ts';
import type { CivilDate } from '../../src/catalogue/civil-date.ts';
import type { ControlLevel, ControlMode, Instrument } from '../../src/catalogue/events.ts';
import type { Amount } from '../../src/catalogue/amount.ts';
import type { Command, CommandLine } from '../../src/domain/area-ledger/index.ts';
import { amountOf } from './oracle.ts';
import { openLedger, RecordedLedger } from './recorded-ledger.ts';

export const activityCodes = ['01.01.01', '01.01.02', '01.02.01'] as const;

export const instrument: Instrument = {
  kind: 'RM',
  number: '12/2020',
  date: '2020-01-10' as CivilDate,
};

/** A day of 2020 by its number, from 1. */
export const dayOfYear = (number: number): CivilDate =>
  new Date(Date.UTC(2020, 0, number)).toISOString().slice(0, 10) as CivilDate;

export const line = (
  activity: string | null,
  object: string | null,
  source: string | null,
  cents: bigint,
): CommandLine => ({
  activity,
  object: object as ObjectCode | null,
  source: source as Source | null,
  amount: amountOf(cents) as Amount,
});

export const registered = (code: string, day = '2020-01-01'): Command => ({
  type: 'RegisterActivity',
  effectiveOn: day as CivilDate,
  data: {
    code: code as ActivityCode,
    operation: null,
    name: `Actividad ${code}`,
    start: null,
    end: null,
    indicator: null,
    position: null,
  },
});

export const programmed = (lines: readonly CommandLine[], day = '2020-01-01'): Command => ({
  type: 'ProgramBudget',
  effectiveOn: day as CivilDate,
  data: { lines },
});

export const recipeKinds = [
  'additional',
  'reduction',
  'transfer',
  'distribute',
  'gather',
  'document',
  'follow',
  'reverse',
  'describe',
  'withdraw',
  'form',
  'correct',
  'control',
] as const;
export type RecipeKind = (typeof recipeKinds)[number];

/** What to do next, to be read as a command on the ledger that is there: numbers pick from what it holds. */
export interface Recipe {
  readonly kind: RecipeKind;
  readonly day: CivilDate;
  readonly pick: number;
  readonly other: number;
  /** of what is available, in percent */
  readonly share: number;
  readonly twist: number;
}

const recipe = (kinds: readonly RecipeKind[]): fc.Arbitrary<Recipe> =>
  fc.record({
    kind: fc.constantFrom(...kinds),
    day: fc.integer({ min: 1, max: 366 }).map(dayOfYear),
    pick: fc.nat(997),
    other: fc.nat(997),
    share: fc.integer({ min: 1, max: 100 }),
    twist: fc.nat(997),
  });

/** A kind that is named more often comes more often. */
export const recipes = (
  kinds: readonly RecipeKind[],
  { min = 5, max = 20 }: { min?: number; max?: number } = {},
): fc.Arbitrary<Recipe[]> => fc.array(recipe(kinds), { minLength: min, maxLength: max });

export const byHand: readonly RecipeKind[] = [
  'additional',
  'reduction',
  'transfer',
  'distribute',
  'gather',
  'document',
  'document',
  'document',
  'follow',
  'follow',
  'reverse',
  'describe',
];

export interface Start {
  readonly level: ControlLevel;
  readonly mode: ControlMode;
  /** what the original gives to each line of the plan */
  readonly amounts: readonly number[];
}

const planLines = [
  ...activityCodes.flatMap((code) => [
    [code, '10000', 'TGN'],
    [code, '20000', 'TGN'],
    [code, '20000', '41'],
  ]),
  [null, '10000', '10'],
  [null, '20000', 'TGN'],
  [null, '20000', 'OTRAS'],
  [null, '30000', 'TGN'],
  [null, null, 'TGN'],
  [null, '20000', null],
] as const;

export const starts = (limits: Partial<Record<keyof Start, unknown>> = {}): fc.Arbitrary<Start> =>
  fc.record({
    level: fc.constantFrom<ControlLevel>('cell', 'cell', 'activity', 'ledger'),
    mode: fc.constant<ControlMode>((limits.mode ?? 'block') as ControlMode),
    amounts: fc.array(fc.integer({ min: 1, max: 2_000_000 }), {
      minLength: planLines.length,
      maxLength: planLines.length,
    }),
  });

/** Opened, with its control, three activities and an approved original. */
export const startedWith = ({ level, mode, amounts }: Start): RecordedLedger => {
  const ledger = new RecordedLedger().take(openLedger);
  if (level !== 'cell' || mode !== 'block') {
    ledger.take({ type: 'ChangeControl', data: { mode, level, reason: 'para la prueba' } });
  }
  const lines = planLines.map(([activity = null, object = null, source = null], index) =>
    line(activity, object, source, BigInt(amounts[index] ?? 1)),
  );
  return ledger.take(...activityCodes.map((code) => registered(code)), programmed(lines), {
    type: 'ApprovePlan',
    data: { instrument },
  });
};
