import type { RowLabel } from '../../projections/comparison/compared-rows.ts';
import { amountOf, type Move } from './oracle.ts';

/** Which moves a row of a view shows, in which of its measures. */
const plan = ['original', 'distributed', 'adjustments'] as const;
export const oracleShown = [
  ...plan,
  'current',
  'reserved',
  'committed',
  'executed',
  'paid',
] as const;
export type OracleShown = (typeof oracleShown)[number];

export const isOfPlan = (measure: OracleShown): boolean =>
  measure === 'current' || plan.some((each) => each === measure);

export const isIn = (label: RowLabel, move: Move): boolean => {
  const [activity, group, source] = JSON.parse(move.cell) as (string | null)[];
  if ('activity' in label) return label.activity === activity;
  if ('group' in label) return label.group === group;
  return 'source' in label ? label.source === source : true;
};

export const countsIn = (measure: OracleShown, move: Move): boolean =>
  measure === 'current' ? plan.some((each) => each === move.measure) : move.measure === measure;

export const sumOfMoves = (moves: readonly Move[]): string =>
  amountOf(moves.reduce((sum, { cents }) => sum + cents, 0n));
