import type { LedgerRecord } from '../../src/catalogue/events.ts';
import { isSeen, type Move, movesOf, type OracleCut } from './oracle.ts';

/** References and differences as the requirements have them, in plain loops over all records. */

const lastOfCommandOf = (records: readonly LedgerRecord[], record: LedgerRecord): number =>
  records.filter(({ commandId }) => commandId === record.commandId).at(-1)?.revision ?? 0;

const originalCut = (records: readonly LedgerRecord[]): OracleCut => {
  const revision = records.find(({ type }) => type === 'PlanApproved')?.revision ?? -1;
  const days = movesOf(records)
    .filter((move) => move.measure === 'original' && !(move.revision > revision))
    .map(({ day }) => day);
  return { day: ['2020-01-01', ...days].sort().at(-1) ?? '', revision };
};

const adjustmentCut = (records: readonly LedgerRecord[], name: string): OracleCut => {
  const own = records.filter(
    (record) => record.type === 'BudgetAdjusted' && record.data.name === name,
  );
  const last = own.at(-1);
  if (last === undefined) throw new Error(`no adjustment ${name}`);
  const days = own.map(({ effectiveOn }) => effectiveOn as string).sort();
  return { day: days.at(-1) ?? '', revision: lastOfCommandOf(records, last) };
};

/** `original`, `current`, `adjustment:NAME` or `DAY@REVISION` */
export const cutOfReference = (records: readonly LedgerRecord[], text: string): OracleCut => {
  if (text === 'current') return { day: '2020-12-31', revision: records.length - 1 };
  if (text === 'original') return originalCut(records);
  const [, name] = text.split('adjustment:');
  if (name !== undefined) return adjustmentCut(records, name);
  const [day = '', revision = ''] = text.split('@');
  return { day, revision: Number(revision) };
};

export interface DifferingMove extends Move {
  /** as it counts in the difference */
  readonly change: bigint;
  readonly part: 'newFacts' | 'lateRecorded' | 'corrections';
}

/** What counts in one of the two only, with its sign and its part. */
export const differingMoves = (
  records: readonly LedgerRecord[],
  from: OracleCut,
  to: OracleCut,
): DifferingMove[] => {
  const corrections = records.filter(
    ({ type }) => type === 'EntryReversed' || type === 'ExecutionCorrected',
  );
  const earlier = from.day < to.day ? from.day : to.day;
  const found: DifferingMove[] = [];
  for (const move of movesOf(records)) {
    if (isSeen(move, from) === isSeen(move, to)) continue;
    const isCorrection = corrections.some(({ revision }) => revision === move.revision);
    const isLate = !(move.day > earlier);
    found.push({
      ...move,
      change: isSeen(move, to) ? move.cents : -move.cents,
      part: isCorrection ? 'corrections' : isLate ? 'lateRecorded' : 'newFacts',
    });
  }
  return found;
};
