import type { LineAmounts, LineAttributes } from '../../src/catalogue/budget-line.ts';
import type { BackingDocument, LedgerRecord } from '../../src/catalogue/events.ts';

/**
 * A second opinion on the money of a ledger, written from design.md sections 2, 3 and 7: plain loops
 * over all records for every question, BigInt centavos, nothing remembered in between.
 */
export const oracleMeasures = [
  'original',
  'distributed',
  'adjustments',
  'reserved',
  'committed',
  'executed',
  'paid',
] as const;
export type OracleMeasure = (typeof oracleMeasures)[number];

/** One signed line of a record that moves money. */
export interface Move {
  readonly revision: number;
  readonly day: string;
  readonly measure: OracleMeasure;
  readonly activity: string | null;
  readonly object: string | null;
  readonly source: string | null;
  readonly attributes: LineAttributes | undefined;
  readonly cents: bigint;
  /** the first document of its chain, null for what no document brought */
  readonly chain: string | null;
  /** the latest corte whose form lacks it */
  readonly beyond: string | null;
  /** what forms made: it changes whenever what they state does */
  readonly isByForm: boolean;
  /** activity × group × source class */
  readonly cell: string;
}

export const centsOf = (amount: string): bigint => BigInt(amount.replace('.', ''));

export const amountOf = (cents: bigint): string => {
  const digits = (cents < 0n ? -cents : cents).toString().padStart(3, '0');
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

const documentOf = ({ kind, number, sequence }: BackingDocument): string =>
  JSON.stringify([kind, number, sequence]);

const treasuryOf = (records: readonly LedgerRecord[]): readonly string[] => {
  for (const record of records) {
    if (record.type === 'LedgerOpened') return record.data.classifiers.treasurySources;
  }
  return [];
};

/** Partidas roll up to groups, fuentes to T.G.N. or OTRAS; what is not known is a cell of its own. */
export const cellOfLine = (
  records: readonly LedgerRecord[],
  line: Pick<Move, 'activity' | 'object' | 'source'>,
): string => {
  const { activity, object, source } = line;
  const group = object === null ? null : `${object.slice(0, 1)}0000`;
  const isTreasury = source === 'TGN' || (source !== null && treasuryOf(records).includes(source));
  const column = source === null ? null : isTreasury ? 'TGN' : 'OTRAS';
  return JSON.stringify([activity, group, column]);
};

export const activityOfCell = (cell: string): string | null =>
  (JSON.parse(cell) as [string | null])[0];

export const columnOfCell = (cell: string): string | null =>
  (JSON.parse(cell) as [string | null, string | null, string | null])[2];

/** The same group and source without an activity. */
export const openCellOf = (cell: string): string => {
  const [, group, column] = JSON.parse(cell) as (string | null)[];
  return JSON.stringify([null, group, column]);
};

const measureOfType: Partial<Record<LedgerRecord['type'], OracleMeasure>> = {
  BudgetProgrammed: 'original',
  BudgetDistributed: 'distributed',
  BudgetAdjusted: 'adjustments',
  BudgetReserved: 'reserved',
  BudgetCommitted: 'committed',
  BudgetExecuted: 'executed',
  BudgetPaid: 'paid',
  ExecutionCorrected: 'executed',
};

const measureOf = (record: LedgerRecord): OracleMeasure | undefined =>
  record.type === 'EntryReversed' ? record.data.measure : measureOfType[record.type];

const saysByForm = (record: LedgerRecord): boolean => {
  if (record.type === 'ExecutionCorrected') return true;
  if (record.type === 'BudgetAdjusted') return record.data.kind === 'stated';
  if (record.type === 'BudgetDistributed') return record.data.basis === 'form';
  return record.type === 'BudgetExecuted' && record.data.document === null;
};

/** The chain of each document: that of the document that it follows, else its own. */
const chainsOf = (records: readonly LedgerRecord[]): Map<string, string> => {
  const chains = new Map<string, string>();
  for (const { data } of records) {
    if (!('document' in data) || data.document === null) continue;
    const key = documentOf(data.document);
    const followed = data.follows && chains.get(documentOf(data.follows));
    chains.set(key, chains.get(key) ?? followed ?? key);
  }
  return chains;
};

const chainOf = (records: readonly LedgerRecord[], { type, data }: LedgerRecord): string | null => {
  if (type === 'EntryReversed') {
    const reversed = records.find(({ revision }) => revision === data.reverses);
    return reversed === undefined ? null : chainOf(records, reversed);
  }
  if (!('document' in data) || data.document === null) return null;
  return chainsOf(records).get(documentOf(data.document)) ?? null;
};

export const movesOf = (records: readonly LedgerRecord[]): Move[] => {
  const moves: Move[] = [];
  for (const record of records) {
    const measure = measureOf(record);
    if (measure === undefined) continue;
    const { lines, beyond } = record.data as { lines: LineAmounts; beyond?: string };
    const chain = chainOf(records, record);
    for (const { activity, amounts } of lines) {
      for (const [object, source, amount, attributes] of amounts) {
        moves.push({
          revision: record.revision,
          day: record.effectiveOn,
          measure,
          activity,
          object,
          source,
          attributes,
          cents: centsOf(amount),
          chain,
          beyond: beyond ?? null,
          isByForm: saysByForm(record),
          cell: cellOfLine(records, { activity, object, source }),
        });
      }
    }
  }
  return moves;
};

export interface OracleCut {
  readonly day: string;
  readonly revision: number;
}

export const isSeen = (move: Pick<Move, 'day' | 'revision'>, cut: OracleCut): boolean =>
  !(move.day > cut.day) && !(move.revision > cut.revision);

/** Every line with all its dimensions × measure; lines and measures at zero are left out. */
export const balancesByLine = (
  records: readonly LedgerRecord[],
  cut: OracleCut,
): Map<string, bigint> => sumsBy(movesOf(records), cut, lineAndMeasure);

export const lineAndMeasure = (
  move: Pick<Move, 'activity' | 'object' | 'source' | 'attributes' | 'measure'>,
): string => {
  const { programme, unit, organism, project } = move.attributes ?? {};
  const further = [programme, unit, organism, project].map((each) => each ?? null);
  return JSON.stringify([move.measure, move.activity, move.object, move.source, ...further]);
};

/** Sums the moves that are seen by what a function says of each; sums of zero are left out. */
export const sumsBy = (
  moves: readonly Move[],
  cut: OracleCut,
  keyOf: (move: Move) => string,
): Map<string, bigint> => {
  const sums = new Map<string, bigint>();
  for (const move of moves) {
    if (!isSeen(move, cut)) continue;
    sums.set(keyOf(move), (sums.get(keyOf(move)) ?? 0n) + move.cents);
  }
  for (const [key, cents] of sums) if (cents === 0n) sums.delete(key);
  return sums;
};
