import type { CivilDate } from '../../src/catalogue/civil-date.ts';
import type { LedgerRecord, PlanVersion, StatedLevels } from '../../src/catalogue/events.ts';
import { activityOfCell, cellOfLine, centsOf, type Move, movesOf, openCellOf } from './oracle.ts';

/** What the levels that files stated ought to give, as design.md section 3 has it. */

interface Level {
  readonly programmed: bigint;
  readonly executed: bigint;
}

interface OracleForm {
  readonly corte: CivilDate;
  readonly version: PlanVersion;
  readonly listed: readonly string[];
  readonly levels: Map<string, Level>;
}

const nothing: Level = { programmed: 0n, executed: 0n };

const levelsOf = (
  records: readonly LedgerRecord[],
  stated: readonly StatedLevels[],
): Map<string, Level> => {
  const levels = new Map<string, Level>();
  for (const { activity, amounts } of stated) {
    for (const [object, source, programmed, executed] of amounts) {
      const cell = cellOfLine(records, { activity, object, source });
      const level = levels.get(cell) ?? nothing;
      levels.set(cell, {
        programmed: level.programmed + centsOf(programmed),
        executed: level.executed + centsOf(executed),
      });
    }
  }
  return levels;
};

const takenForm = (
  records: readonly LedgerRecord[],
  { data }: LedgerRecord<'FormTaken'>,
): OracleForm => ({
  corte: data.corte,
  version: data.version,
  listed: data.levels.map(({ activity }) => activity),
  levels: levelsOf(records, data.levels),
});

/** A person changes the level that a form stated. */
const correct = (form: OracleForm | undefined, lines: readonly Move[]): void => {
  for (const { cell, cents } of lines) {
    const level = form?.levels.get(cell) ?? nothing;
    form?.levels.set(cell, { ...level, executed: level.executed + cents });
  }
};

/** The forms by corte; for the same corte the later record stands, changed by what a person corrected. */
export const formsOf = (records: readonly LedgerRecord[]): OracleForm[] => {
  const forms = new Map<string, OracleForm>();
  for (const record of records) {
    const { type, revision, data } = record;
    if (type === 'FormTaken') forms.set(data.corte, takenForm(records, record));
    if (type !== 'ExecutionCorrected' || data.cause !== 'hand') continue;
    const lines = movesOf(records).filter((move) => move.revision === revision);
    correct(forms.get(data.corte), lines);
  }
  return [...forms.values()].sort((one, other) => (one.corte < other.corte ? -1 : 1));
};

/** A form contains what is dated by its corte, but what is said to be beyond it. */
const contains = (form: OracleForm, move: Move): boolean =>
  !(move.day > form.corte) && (move.beyond === null || form.corte > move.beyond);

const contained = (moves: readonly Move[], form: OracleForm, cell: string): bigint => {
  let sum = 0n;
  for (const move of moves) if (move.cell === cell && contains(form, move)) sum += move.cents;
  return sum;
};

/** The day that a form says for its version, before one that was worked out from the name. */
const dayOfVersion = (forms: readonly OracleForm[], name: string): string => {
  const named = forms.filter(({ version }) => version.name === name).map(({ version }) => version);
  const said = named.findLast(({ assumed }) => !assumed);
  return (said ?? named[0])?.day ?? '';
};

class Ledger {
  readonly changes = new Map<string, bigint>();

  add(key: readonly [measure: string, day: string, cell: string], cents: bigint): void {
    const text = key.join(' ');
    const sum = (this.changes.get(text) ?? 0n) + cents;
    if (sum === 0n) this.changes.delete(text);
    else this.changes.set(text, sum);
  }
}

const isPlan = ({ measure }: Move): boolean =>
  ['original', 'distributed', 'adjustments'].includes(measure);

/** What no form made: the original, changes by hand, documents. */
const ownMoves = (records: readonly LedgerRecord[]): Move[] =>
  movesOf(records).filter(({ isByForm }) => !isByForm);

interface Change {
  readonly cell: string;
  readonly change: bigint;
}

/** By how much the forms' own part of each listed activity's cells changes with each form. */
const changesPerForm = (
  forms: readonly OracleForm[],
  moves: readonly Move[],
  levelOf: (level: Level) => bigint,
): (readonly Change[])[] => {
  const placed = new Map<string, bigint>();
  const cells = new Set([
    ...forms.flatMap(({ levels }) => [...levels.keys()]),
    ...moves.map(({ cell }) => cell),
  ]);
  return forms.map((form) => {
    const spoken = [...cells].filter((cell) => form.listed.includes(activityOfCell(cell) ?? ''));
    return spoken.map((cell) => {
      const own = levelOf(form.levels.get(cell) ?? nothing) - contained(moves, form, cell);
      const change = own - (placed.get(cell) ?? 0n);
      placed.set(cell, own);
      return { cell, change };
    });
  });
};

const addFirstPlan = (
  ledger: Ledger,
  { form, day }: { form: OracleForm; day: string },
  moves: readonly Move[],
  changes: readonly Change[],
): void => {
  for (const { cell, change } of changes) {
    const open = openCellOf(cell);
    ledger.add(['adjustments', day, open], change);
    ledger.add(['distributed', day, open], -change);
    ledger.add(['distributed', day, cell], change);
  }
  const cells = new Set(moves.map(({ cell }) => cell));
  for (const cell of cells) {
    if (activityOfCell(cell) !== null) continue;
    ledger.add(['adjustments', day, cell], -contained(moves, form, cell));
  }
};

/** Every change that forms ought to have made: `measure day cell` → centavos, none of zero. */
export const statedByDesign = (records: readonly LedgerRecord[]): Map<string, bigint> => {
  const forms = formsOf(records);
  const ledger = new Ledger();
  const executed = ownMoves(records).filter(({ measure }) => measure === 'executed');
  changesPerForm(forms, executed, (level) => level.executed).forEach((changes, at) => {
    for (const { cell, change } of changes)
      ledger.add(['executed', forms[at]?.corte ?? '', cell], change);
  });
  const plan = ownMoves(records).filter(isPlan);
  changesPerForm(forms, plan, (level) => level.programmed).forEach((changes, at) => {
    const form = forms[at];
    if (form === undefined) return;
    const isNew = !forms.slice(0, at).some(({ version }) => version.name === form.version.name);
    const day = isNew ? dayOfVersion(forms, form.version.name) : form.corte;
    if (at === 0) addFirstPlan(ledger, { form, day }, plan, changes);
    else for (const { cell, change } of changes) ledger.add(['adjustments', day, cell], change);
  });
  return ledger.changes;
};

/** Every change that forms have made, as the records tell. */
export const statedInRecords = (records: readonly LedgerRecord[]): Map<string, bigint> => {
  const ledger = new Ledger();
  for (const { isByForm, measure, day, cell, cents } of movesOf(records)) {
    if (isByForm) ledger.add([measure, day, cell], cents);
  }
  return ledger.changes;
};

/** An original by activity is adjusted there and not distributed: then only the sum of both is told. */
export const planTogether = (changes: ReadonlyMap<string, bigint>): Map<string, bigint> => {
  const ledger = new Ledger();
  for (const [key, cents] of changes) {
    const [measure = '', day = '', cell = ''] = key.split(' ');
    ledger.add([measure === 'executed' ? measure : 'plan', day, cell], cents);
  }
  return ledger.changes;
};
