import { type Amount, toAmount } from '../src/catalogue/amount.ts';
import { type CivilDate, civilDate } from '../src/catalogue/civil-date.ts';
import { defaultClassifiers } from '../src/catalogue/classifiers.ts';
import type { LedgerEvents, LedgerRecord } from '../src/catalogue/events.ts';
import { type Entries, foldEntries, noEntries } from '../projections/entries.ts';
import { emptyRegister, foldRegister, type Register } from '../projections/register.ts';
import { random } from '../test/support/random.ts';

/** What views need of a ledger, and what its peers are filled from. */
export interface ViewLedger {
  readonly entries: Entries;
  readonly register: Register;
  readonly revision: number;
}

export interface Shape {
  readonly activities: number;
  readonly entries: number;
  /** false: every entry is recorded on its day or up to two months late; true: days in any order */
  readonly isShuffled?: boolean;
}

export const dayOf = (number: number): CivilDate => {
  const date = new Date(Date.UTC(2020, 0, 1 + (number % 366)));
  return civilDate(date.toISOString().slice(0, 10));
};
const days = Array.from({ length: 366 }, (_, number) => dayOf(number));

const activityOf = (number: number): string =>
  [11, Math.floor(number / 99) + 1, (number % 99) + 1]
    .map((part) => String(part).padStart(2, '0'))
    .join('.');
const groups = Array.from({ length: 9 }, (_, group) => `${String(group + 1)}0000`);
const sources = ['10', '41'];

interface Told {
  readonly type: LedgerRecord['type'];
  readonly day: CivilDate;
  readonly data: object;
}

/** Opened, every activity registered, and its 18 lines programmed: 18 entries each. */
function* budget({ activities }: Shape): Generator<Told> {
  const first = days[0] ?? civilDate('2020-01-01');
  const opened: Partial<LedgerEvents['LedgerOpened']> = { classifiers: defaultClassifiers };
  yield { type: 'LedgerOpened', day: first, data: { fiscalYear: 2020, ...opened } };
  for (let number = 0; number < activities; number += 1) {
    const activity = activityOf(number);
    const described = { activity, code: activity, operation: null, name: activity };
    const rest = { start: null, end: null, indicator: null, position: number + 1 };
    yield { type: 'ActivityRegistered', day: first, data: { ...described, ...rest } };
    const amounts = groups.flatMap((group) =>
      sources.map((source) => [group, source, '250000.00']),
    );
    yield { type: 'BudgetProgrammed', day: first, data: { lines: [{ activity, amounts }] } };
  }
}

const stages = ['BudgetReserved', 'BudgetCommitted', 'BudgetExecuted', 'BudgetPaid'] as const;

/** Mostly the four stages of documents, some adjustments, distributions and reversals. */
const typeBy = (share: number): { type: LedgerRecord['type']; further?: object; sign: 1 | -1 } => {
  if (share < 0.03) return { type: 'BudgetAdjusted', further: { name: null }, sign: 1 };
  if (share < 0.05) return { type: 'BudgetDistributed', sign: -1 };
  if (share < 0.07) return { type: 'EntryReversed', further: { measure: 'executed' }, sign: -1 };
  return { type: stages[Math.floor(share * 1000) % 4] ?? 'BudgetPaid', sign: 1 };
};

/** One entry each: nine of ten recorded on their day, the others up to sixty days late. */
function* movements({ activities, entries, isShuffled }: Shape): Generator<Told> {
  const chance = random(20201231);
  const count = entries - activities * 18;
  for (let number = 0; number < count; number += 1) {
    const { type, further, sign } = typeBy(chance());
    const today = Math.floor((number * 366) / count);
    const isLate = chance() < 0.1;
    const lateBy = isLate ? Math.floor(chance() * 60) : 0;
    const on = isShuffled === true ? Math.floor(chance() * 366) : Math.max(0, today - lateBy);
    const money: Amount = toAmount(sign * (1 + Math.floor(chance() * 5_000_000)));
    const activity = activityOf(Math.floor(chance() * activities));
    const group = groups[Math.floor(chance() * 9)] ?? '';
    const source = sources[Math.floor(chance() * 2)] ?? '';
    const lines = [{ activity, amounts: [[group, source, money]] }];
    yield { type, day: days[on] ?? dayOf(on), data: { ...further, lines } };
  }
}

function* year(shape: Shape): Generator<Told> {
  yield* budget(shape);
  yield* movements(shape);
}

/** A year over activities × 9 groups × 2 sources, every line of which has its budget. */
export const viewLedger = (shape: Shape): ViewLedger => {
  const entries = noEntries();
  const register = emptyRegister();
  let revision = -1;
  for (const told of year(shape)) {
    revision += 1;
    const { type, day: effectiveOn, data } = told;
    const record = { type, effectiveOn, data, revision, version: 1 } as LedgerRecord;
    foldEntries(entries, record);
    foldRegister(register, record);
  }
  return { entries, register, revision };
};
