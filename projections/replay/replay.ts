import type { Classifiers } from '../../src/catalogue/classifiers.ts';
import type { LedgerRecord } from '../../src/catalogue/events.ts';
import { dayOf } from '../../src/catalogue/instant.ts';
import { isSeenAt, type ResolvedCutOff } from '../cut-off.ts';
import type { Figures } from '../figures.ts';
import { type CellChange, Running } from './running.ts';

/** As it was recorded, or as it happened: facts by their day, acts by that of their recording. */
export const replayOrders = ['recorded', 'effective'] as const;
export type ReplayOrder = (typeof replayOrders)[number];

export const replaySteps = ['event', 'day', 'month'] as const;
export type ReplayUnit = (typeof replaySteps)[number];

export interface AskedReplay {
  readonly order: ReplayOrder;
  readonly unit: ReplayUnit;
  /** the revision of the first record that is shown; those before it in the order come together */
  readonly from?: number;
}

export interface ReplayStep {
  /** the day or the month, of effect or of recording as the order is */
  readonly period: string;
  readonly revisions: readonly number[];
  readonly changes: readonly CellChange[];
  /** the running figures of the whole after it */
  readonly total: Figures;
}

export interface Replay {
  /** the figures before the first step */
  readonly opening: Figures;
  readonly steps: readonly ReplayStep[];
}

interface Seen {
  readonly cutOff: Pick<ResolvedCutOff, 'effective' | 'known'>;
  readonly classifiers: Classifiers;
  readonly zone: string;
}

/** The records that a cut-off sees, in one of the two orders of time. */
const inOrder = (
  records: readonly LedgerRecord[],
  order: ReplayOrder,
  cutOff: Seen['cutOff'],
): LedgerRecord[] => {
  const seen = records.filter((record) => isSeenAt(record, cutOff));
  if (order === 'recorded') return seen;
  return seen.toSorted((one, other) =>
    one.effectiveOn === other.effectiveOn
      ? one.revision - other.revision
      : one.effectiveOn < other.effectiveOn
        ? -1
        : 1,
  );
};

const periodOf = (record: LedgerRecord, { order, unit }: AskedReplay, zone: string): string => {
  const day = order === 'effective' ? record.effectiveOn : dayOf(record.recordedAt, zone);
  return unit === 'month' ? day.slice(0, 7) : day;
};

/** The records of each step; events are steps of their own. */
const stepsOf = (
  records: readonly LedgerRecord[],
  asked: AskedReplay,
  zone: string,
): { readonly period: string; readonly records: LedgerRecord[] }[] => {
  const steps: { readonly period: string; readonly records: LedgerRecord[] }[] = [];
  for (const record of records) {
    const period = periodOf(record, asked, zone);
    const last = steps.at(-1);
    if (asked.unit !== 'event' && last?.period === period) last.records.push(record);
    else steps.push({ period, records: [record] });
  }
  return steps;
};

/**
 * The history step by step up to a cut-off. A form that is known says in the order of effect from
 * the beginning that forms are silent on some stages: it is an act, and acts bind whatever the day.
 */
export const replay = (
  records: readonly LedgerRecord[],
  asked: AskedReplay,
  { cutOff, classifiers, zone }: Seen,
): Replay => {
  const ordered = inOrder(records, asked.order, cutOff);
  const isForm = ({ type }: LedgerRecord): boolean => type === 'FormTaken';
  const running = new Running(classifiers, asked.order === 'effective' && ordered.some(isForm));
  const first = ordered.findIndex(({ revision }) => revision === asked.from);
  const start = Math.max(0, first);
  for (const record of ordered.slice(0, start)) running.take(record);
  running.changes();
  const opening = running.figures();
  const steps = stepsOf(ordered.slice(start), asked, zone).map(({ period, records: own }) => {
    for (const record of own) running.take(record);
    const revisions = own.map(({ revision }) => revision);
    return { period, revisions, changes: running.changes(), total: running.figures() };
  });
  return { opening, steps };
};
