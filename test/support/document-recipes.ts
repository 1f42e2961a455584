import type { CivilDate } from '../../src/catalogue/civil-date.ts';
import { type Stage, stages } from '../../src/catalogue/events.ts';
import type { Command } from '../../src/domain/area-ledger/index.ts';
import { line, type Recipe } from './arbitraries.ts';
import { movesOf } from './oracle.ts';
import { at, type Cook, lineIn, portion } from './recipe-parts.ts';

type AgainstForms = NonNullable<Extract<Command, { type: 'ExecuteBudget' }>['data']['forms']>;

const forms = ({ twist }: Recipe): AgainstForms =>
  twist % 2 === 0 ? { within: true } : { beyond: null };

const commandOfStage = {
  reserved: 'ReserveBudget',
  committed: 'CommitBudget',
  executed: 'ExecuteBudget',
  paid: 'PayBudget',
} as const;

const beginnings: readonly (readonly Stage[])[] = [
  ['executed'],
  ['reserved'],
  ['committed'],
  ['executed', 'paid'],
  ['reserved', 'committed'],
  ['reserved', 'committed', 'executed'],
  stages,
];

export const beginChain: Cook = (recipe, records) => {
  const taken = portion(recipe, records);
  const [first = 'executed', ...also] = at(beginnings, recipe.other) ?? [];
  if (taken === null) return null;
  return {
    type: commandOfStage[first],
    effectiveOn: recipe.day,
    data: {
      document: { kind: 'C31', number: `${records.length}`, sequence: 1 },
      lines: [lineIn(taken.cell, recipe.twist, taken.cents)],
      also,
      forms: forms(recipe),
    },
  };
};

/** The next stage of a document that is there, on a later day and for a part of it. */
export const followChain: Cook = (recipe, records) => {
  const entry = at(
    records.filter(
      (record) =>
        ['BudgetReserved', 'BudgetCommitted', 'BudgetExecuted'].includes(record.type) &&
        (record.data as { document: unknown }).document !== null,
    ),
    recipe.pick,
  );
  const [move] = movesOf(records).filter(({ revision }) => revision === entry?.revision);
  if (entry === undefined || move === undefined || !('document' in entry.data)) return null;
  const { document } = entry.data;
  const next = stages[stages.indexOf(move.measure as Stage) + 1] ?? 'paid';
  const cents = (move.cents * BigInt(recipe.share)) / 100n;
  if (document === null || cents === 0n) return null;
  return {
    type: commandOfStage[next],
    effectiveOn: entry.effectiveOn > recipe.day ? entry.effectiveOn : recipe.day,
    data: {
      document: { kind: 'C31', number: `${records.length}`, sequence: 2 },
      follows: document,
      lines: [line(move.activity, move.object, move.source, cents)],
      forms: forms(recipe),
    },
  };
};

export const reverse: Cook = (recipe, records) => {
  const found = movesOf(records).filter(({ chain, cents }) => chain !== null && cents > 0n);
  const move = at(found, recipe.pick);
  if (move === undefined) return null;
  const { activity, object, source, day, revision, cents } = move;
  const part = (cents * BigInt(recipe.share)) / 100n;
  const isWhole = recipe.other % 2 === 0 || part === 0n;
  return {
    type: 'ReverseEntry',
    effectiveOn: (day > recipe.day ? day : recipe.day) as CivilDate,
    data: {
      reverses: revision,
      reason: 'error de registro',
      ...(!isWhole && { lines: [line(activity, object, source, part)] }),
      forms: forms(recipe),
    },
  };
};
