import type { ControlLevel, LedgerRecord } from '../../src/catalogue/events.ts';
import type { Command, CommandLine } from '../../src/domain/area-ledger/index.ts';
import { activityCodes, line, type Recipe } from './arbitraries.ts';
import { availableFrom, controlCellOf, controlCells, lowestVigente } from './oracle-control.ts';

export type Records = readonly LedgerRecord[];
export type Cook = (recipe: Recipe, records: Records) => Command | null;

export const levelOf = (records: Records): ControlLevel =>
  records.findLast((record) => record.type === 'ControlChanged')?.data.level ?? 'cell';

export const isSignedIn = (records: Records): boolean =>
  records.findLast((record) => record.type === 'ControlChanged')?.data.signatures === 'three';

export const at = <Value>(values: readonly Value[], index: number): Value | undefined =>
  values[index % Math.max(1, values.length)];

/** A line of a cell, by partida and fuente where a twist wants it. */
export const lineIn = (cell: string, twist: number, cents: bigint): CommandLine => {
  const [activity = null, group = null, column = null] = JSON.parse(cell) as (string | null)[];
  const object = group === '20000' && twist % 2 === 1 ? '23400' : group;
  const source = column === 'TGN' && twist % 3 === 1 ? '10' : column;
  return line(activity, object, source, cents);
};

export const grid = [...activityCodes, null].flatMap((activity) =>
  ['10000', '20000', '30000', null].flatMap((group) =>
    ['TGN', 'OTRAS'].map((column) => JSON.stringify([activity, group, column])),
  ),
);

/** A cell and how much of what it can bear is asked for; null where it can bear nothing. */
export const portion = (
  { day, pick, share }: Recipe,
  records: Records,
  isMeant: (cell: string) => boolean = () => true,
): { cell: string; cents: bigint } | null => {
  const cell = at(controlCells(records, 'cell').filter(isMeant), pick);
  if (cell === undefined) return null;
  const level = levelOf(records);
  const { cents } = availableFrom(records, level, controlCellOf(cell, level), day);
  const vigente = lowestVigente(records, cell, day);
  const asked = ((cents < vigente ? cents : vigente) * BigInt(share)) / 100n;
  return asked > 0n ? { cell, cents: asked } : null;
};
