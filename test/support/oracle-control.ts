import type { ControlLevel, LedgerRecord } from '../../src/catalogue/events.ts';
import { activityOfCell, type Move, movesOf } from './oracle.ts';

/** Availability as design.md section 3 has it, for every question from all records. */

const planned = ['original', 'distributed', 'adjustments'];

export const controlCellOf = (cell: string, level: ControlLevel): string => {
  if (level === 'cell') return cell;
  return level === 'activity' ? JSON.stringify([activityOfCell(cell)]) : 'todo';
};

const vigenteIn = (moves: readonly Move[], day: string): bigint => {
  let sum = 0n;
  for (const move of moves) {
    if (planned.includes(move.measure) && !(move.day > day)) sum += move.cents;
  }
  return sum;
};

const stageIn = (moves: readonly Move[], stage: string, day: string): bigint => {
  let sum = 0n;
  for (const move of moves) if (move.measure === stage && !(move.day > day)) sum += move.cents;
  return sum;
};

/** The sum over chains of the largest of what each reserved, committed and executed by a day. */
const usedIn = (moves: readonly Move[], day: string): bigint => {
  let used = 0n;
  for (const chain of new Set(moves.flatMap((move) => move.chain ?? []))) {
    const own = moves.filter((move) => move.chain === chain);
    let largest = 0n;
    for (const stage of ['reserved', 'committed', 'executed']) {
      const amount = stageIn(own, stage, day);
      if (amount > largest) largest = amount;
    }
    used += largest;
  }
  const byForms = moves.filter((move) => move.chain === null);
  return used + stageIn(byForms, 'executed', day);
};

const inControlCell = (
  records: readonly LedgerRecord[],
  level: ControlLevel,
  control: string,
): Move[] => movesOf(records).filter((move) => controlCellOf(move.cell, level) === control);

/** The days on which money moves, from a day on. */
const daysFrom = (moves: readonly Move[], from: string): string[] =>
  [...new Set([from, ...moves.map((move) => move.day)])].filter((day) => !(day < from)).sort();

/** vigente − used in every control cell on every day on which money moves: `cell day` → centavos. */
export const availableByDay = (
  records: readonly LedgerRecord[],
  level: ControlLevel,
): Map<string, bigint> => {
  const balances = new Map<string, bigint>();
  for (const control of controlCells(records, level)) {
    const moves = inControlCell(records, level, control);
    for (const day of daysFrom(movesOf(records), '')) {
      balances.set(`${control} ${day}`, vigenteIn(moves, day) - usedIn(moves, day));
    }
  }
  return balances;
};

export const lowestVigente = (
  records: readonly LedgerRecord[],
  cell: string,
  from: string,
): bigint => {
  const moves = inControlCell(records, 'cell', cell);
  const balances = daysFrom(moves, from).map((day) => vigenteIn(moves, day));
  return balances.reduce((lowest, balance) => (balance < lowest ? balance : lowest));
};

export interface Available {
  readonly day: string;
  readonly cents: bigint;
}

/** What a control cell can still bear from a day on: the lowest of that day and all later ones. */
export const availableFrom = (
  records: readonly LedgerRecord[],
  level: ControlLevel,
  control: string,
  from: string,
): Available => {
  const moves = inControlCell(records, level, control);
  let lowest: Available | null = null;
  for (const day of daysFrom(moves, from)) {
    const cents = vigenteIn(moves, day) - usedIn(moves, day);
    if (lowest === null || cents < lowest.cents) lowest = { day, cents };
  }
  return lowest ?? { day: from, cents: 0n };
};

export const controlCells = (records: readonly LedgerRecord[], level: ControlLevel): string[] => [
  ...new Set(movesOf(records).map((move) => controlCellOf(move.cell, level))),
];
