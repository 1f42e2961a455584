import { amount } from '../../src/catalogue/amount.ts';
import type { LineAmounts, LineAttributes, LineCell } from '../../src/catalogue/budget-line.ts';
import type { CivilDate } from '../../src/catalogue/civil-date.ts';
import type { ActivityId, ObjectCode, Source } from '../../src/catalogue/codes.ts';
import type { BackingDocument, Instrument } from '../../src/catalogue/events.ts';
import type { CommandLine } from '../../src/domain/area-ledger/index.ts';

/** activity, object, source, amount, further dimensions */
export type Line = readonly [
  activity: string | null,
  object: string | null,
  source: string | null,
  amount: string,
  attributes?: LineAttributes,
];

export const day = (text: string): CivilDate => text as CivilDate;

/** Lines as a clerk writes them. */
export const asked = (lines: readonly Line[]): CommandLine[] =>
  lines.map(([activity, object, source, money, attributes]) => ({
    activity,
    object: object as ObjectCode | null,
    source: source as Source | null,
    amount: amount(money),
    ...(attributes && { attributes }),
  }));

/** Lines as events keep them. */
export const kept = (lines: readonly Line[]): LineAmounts =>
  [...Map.groupBy(lines, ([activity]) => activity)].map(([activity, own]) => ({
    activity: activity as ActivityId | null,
    amounts: own.map(([, object, source, money, attributes]) =>
      attributes === undefined
        ? ([object, source, amount(money)] as unknown as LineCell)
        : ([object, source, amount(money), attributes] as unknown as LineCell),
    ),
  }));

/** "C31 55/1" */
export const paper = (text: string): BackingDocument => {
  const [kind = '', number = '', sequence = ''] = text.split(/[ /]/);
  return { kind, number, sequence: Number(sequence) };
};

export const law: Instrument = { kind: 'Ley', number: '1267', date: day('2019-12-20') };
export const resolution: Instrument = { kind: 'RA', number: '7/2020', date: day('2020-06-15') };
export const note = {
  kind: 'Nota',
  number: '12/2020',
  date: day('2020-07-03'),
  reason: 'regularización',
};
