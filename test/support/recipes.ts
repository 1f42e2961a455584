import type { Percentage } from '../../src/catalogue/amount.ts';
import { controlLevels, controlModes } from '../../src/catalogue/events.ts';
import { controlSignatures } from '../../src/catalogue/signatures.ts';
import {
  type Command,
  type CommandLine,
  isSignedByThree,
} from '../../src/domain/area-ledger/index.ts';
import { activityCodes, instrument, line, type Recipe, type RecipeKind } from './arbitraries.ts';
import { beginChain, followChain, reverse } from './document-recipes.ts';
import { at, type Cook, grid, isSignedIn, lineIn, portion, type Records } from './recipe-parts.ts';
import { activityOfCell } from './oracle.ts';
import { controlCells } from './oracle-control.ts';
import { formsOf } from './oracle-forms.ts';
import type { RecordedLedger } from './recorded-ledger.ts';
import { signed } from './signed.ts';
import { statedFormFor } from './stated-form-for.ts';

const adjusting = (
  { day, twist }: Recipe,
  records: Records,
  kind: 'additional' | 'reduction' | 'transfer',
  lines: readonly CommandLine[],
): Command => ({
  type: 'AdjustBudget',
  effectiveOn: day,
  data: {
    name: `AJUSTE ${records.length}`,
    kind,
    instrument,
    lines,
    ...(twist % 2 === 0 && { forms: { within: true } }),
  },
});

const distributing = (recipe: Recipe, records: Records, isFromOpen: boolean): Command | null => {
  const taken = portion(recipe, records, (cell) => cell.startsWith('[null') === isFromOpen);
  if (taken === null) return null;
  const [, group = null, column = null] = JSON.parse(taken.cell) as (string | null)[];
  const activity = isFromOpen ? (at(activityCodes, recipe.other) ?? null) : null;
  const lines = [
    lineIn(taken.cell, 0, -taken.cents),
    line(activity, group ?? '20000', column, taken.cents),
  ];
  return { type: 'DistributeBudget', effectiveOn: recipe.day, data: { lines } };
};

const describe: Cook = ({ day, pick, other, share }) => {
  const activity = at(activityCodes, pick) ?? '';
  return other % 2 === 0
    ? {
        type: 'ReportProgress',
        effectiveOn: day,
        data: { progress: [{ activity, accumulated: `${share}.00` as Percentage }] },
      }
    : {
        type: 'ReviseActivity',
        effectiveOn: day,
        data: { activity, changes: { name: `Nombre ${share}` } },
      };
};

/** Takes all that an activity can still spend, and once nothing is left the activity itself. */
const withdraw: Cook = ({ day, pick, ...recipe }, records) => {
  const activity = at(activityCodes, pick) ?? '';
  const lines = controlCells(records, 'cell').flatMap((cell, index) => {
    if (activityOfCell(cell) !== activity) return [];
    const all = { ...recipe, day, pick: index, share: 100 };
    const taken = portion(all, records);
    return taken === null ? [] : [lineIn(cell, 0, -taken.cents)];
  });
  if (lines.length > 0) return adjusting({ ...recipe, day, pick }, records, 'reduction', lines);
  return { type: 'WithdrawActivity', effectiveOn: day, data: { activity, reason: 'sin saldo' } };
};

/** A person changes by a little what a form stated of an activity. */
const correct: Cook = ({ pick, other, share }, records) => {
  const form = at(formsOf(records), pick);
  const cell = at([...(form?.levels.keys() ?? [])], other);
  if (form === undefined || cell === undefined) return null;
  const lines = [lineIn(cell, 0, BigInt(share) - 50n)];
  const data = { corte: form.corte, reason: 'el formulario se equivoca', lines };
  return { type: 'CorrectExecution', data };
};

const cooks: Record<RecipeKind, Cook> = {
  additional: (recipe, records) => {
    const cell = at(grid, recipe.pick) ?? '';
    const lines = [lineIn(cell, recipe.twist, BigInt(recipe.share) * 1_001n)];
    return adjusting(recipe, records, 'additional', lines);
  },
  reduction: (recipe, records) => {
    const taken = portion(recipe, records);
    if (taken === null) return null;
    return adjusting(recipe, records, 'reduction', [lineIn(taken.cell, 0, -taken.cents)]);
  },
  transfer: (recipe, records) => {
    const taken = portion(recipe, records);
    if (taken === null) return null;
    const to = lineIn(at(grid, recipe.other) ?? '', recipe.twist, taken.cents);
    return adjusting(recipe, records, 'transfer', [lineIn(taken.cell, 0, -taken.cents), to]);
  },
  distribute: (recipe, records) => distributing(recipe, records, true),
  gather: (recipe, records) => distributing(recipe, records, false),
  document: beginChain,
  follow: followChain,
  reverse,
  describe,
  withdraw,
  form: (recipe, records) => ({
    type: 'TakeForm',
    data: { form: statedFormFor(recipe, records), again: false },
  }),
  correct,
  control: ({ pick, other, twist }) => ({
    type: 'ChangeControl',
    data: {
      mode: at(controlModes, pick) ?? 'block',
      level: at(controlLevels, other) ?? 'cell',
      signatures: at(controlSignatures, twist) ?? 'one',
      reason: 'para la prueba',
    },
  }),
};

/** The command that a recipe means on this ledger, null where it has nothing to take. */
export const commandFor = (recipe: Recipe, { records }: RecordedLedger): Command | null => {
  const command = cooks[recipe.kind](recipe, records);
  if (command === null || !isSignedIn(records) || !isSignedByThree(command.type)) return command;
  return signed(command);
};

/** Keeps the ledger by recipes; what is refused is passed over. */
export const keepBy = (ledger: RecordedLedger, recipes: readonly Recipe[]): RecordedLedger => {
  for (const recipe of recipes) {
    const command = commandFor(recipe, ledger);
    if (command !== null) ledger.attempt(command);
  }
  return ledger;
};
