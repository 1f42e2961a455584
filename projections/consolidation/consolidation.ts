import {
  add,
  type Amount,
  type Centavos,
  centavos,
  sum,
  toAmount,
} from '../../src/catalogue/amount.ts';
import type { CivilDate } from '../../src/catalogue/civil-date.ts';
import type { LedgerId } from '../../src/catalogue/codes.ts';
import type { Instant } from '../../src/catalogue/instant.ts';
import type { MonthDay } from '../../src/catalogue/month-day.ts';
import { type PlanAdjustment, sumsOf } from '../adjustments-at.ts';
import type { Figures } from '../figures.ts';
import type { RowsOfLedger } from './merge-rows.ts';
import { sumFigures } from './sum-figures.ts';
import {
  type EliminatedTransfer,
  type HalfInTransit,
  halvesOf,
  type Transfers,
  transfersBetween,
} from './transfers.ts';

export const partKinds = ['area', 'entity', 'year'] as const;

/** Of what each part of a consolidation is. */
export type PartKind = (typeof partKinds)[number];

/** Whose ledger it is. */
interface Owner {
  readonly ledger: LedgerId;
  readonly entity: { readonly code: string; readonly name: string | null };
  readonly area: { readonly sigla: string; readonly name: string | null };
  readonly fiscalYear: number;
}

/** A ledger that is shown, and at which cut-off of its own. */
export interface ConsolidatedLedger extends Owner {
  readonly title: string;
  readonly zone: string;
  readonly cutOff: {
    readonly effective: CivilDate;
    readonly known: { readonly revision: number; readonly recordedAt: Instant };
  };
  readonly root: string;
}

/** A ledger of which nothing was recorded by the instant known: it has no figures there. */
export interface LedgerNotKnown extends Owner {
  readonly firstRecordedAt: Instant;
}

export interface ConsolidationPart<Row> {
  readonly entity: string | null;
  readonly area: string | null;
  readonly fiscalYear: number | null;
  readonly ledgers: readonly LedgerId[];
  readonly rows: readonly Row[];
  readonly total: Figures;
}

/** A view over several ledgers, each at one day of its gestión and all as known at one instant. */
export interface Consolidation<Row> {
  readonly by: PartKind;
  readonly day: MonthDay;
  readonly known: { readonly instant: Instant; readonly provisional?: true };
  readonly ledgers: readonly ConsolidatedLedger[];
  readonly notKnown: readonly LedgerNotKnown[];
  readonly parts: readonly ConsolidationPart<Row>[];
  readonly rows: readonly Row[];
  readonly total: Figures;
  /** what was added and taken without the transfers eliminated; null where a ledger does not know */
  readonly adjusted: {
    readonly increases: Amount;
    /** zero or less */
    readonly decreases: Amount;
    readonly net: Amount;
  } | null;
  readonly eliminated: readonly EliminatedTransfer[];
  readonly inTransit: readonly HalfInTransit[];
}

/** The view of one ledger, with what consolidating it needs. */
export interface LedgerView<Row> extends Omit<RowsOfLedger<Row>, 'ledger'> {
  readonly of: ConsolidatedLedger;
  readonly total: Figures;
  readonly adjustments: readonly PlanAdjustment[];
}

export type Circumstances = Pick<Consolidation<never>, 'by' | 'day' | 'known' | 'notKnown'>;

type PartKey = Pick<ConsolidationPart<never>, 'entity' | 'area' | 'fiscalYear'>;

const keyOf: Readonly<Record<PartKind, (owner: Owner) => PartKey>> = {
  area: ({ entity, area }) => ({ entity: entity.code, area: area.sigla, fiscalYear: null }),
  entity: ({ entity }) => ({ entity: entity.code, area: null, fiscalYear: null }),
  year: ({ fiscalYear }) => ({ entity: null, area: null, fiscalYear }),
};

/** By gestión, then entity as a number, then area. */
const inOrder = (one: Owner, other: Owner): number =>
  one.fiscalYear - other.fiscalYear ||
  Number(one.entity.code) - Number(other.entity.code) ||
  one.area.sigla.localeCompare(other.area.sigla, 'es');

const rowsOf = <Row>({ of, rows, absent }: LedgerView<Row>): RowsOfLedger<Row> => ({
  ledger: of.ledger,
  rows,
  absent,
});

type Merge<Own, Row> = (ledgers: readonly RowsOfLedger<Own>[]) => readonly Row[];

const whole = <Own, Row>(views: readonly LedgerView<Own>[], merge: Merge<Own, Row>) => ({
  rows: merge(views.map(rowsOf)),
  total: sumFigures(views.map(({ total }) => total)),
});

const partsOf = <Own, Row>(
  views: readonly LedgerView<Own>[],
  by: PartKind,
  merge: Merge<Own, Row>,
): ConsolidationPart<Row>[] => {
  const groups = Map.groupBy(views, ({ of }) => JSON.stringify(keyOf[by](of)));
  return [...groups].map(([key, own]) => ({
    ...(JSON.parse(key) as PartKey),
    ledgers: own.map(({ of }) => of.ledger),
    ...whole(own, merge),
  }));
};

/** The halves of a transfer that is whole are no increase and no decrease of what is shown. */
const adjustedOf = (
  views: readonly LedgerView<unknown>[],
  { eliminated }: Transfers,
): Consolidation<never>['adjusted'] => {
  if (views.some(({ total }) => total.adjustments === null)) return null;
  const sums = views.flatMap(({ adjustments }) =>
    adjustments.map(({ changes }) => sumsOf(changes)),
  );
  const between: Centavos = sum(eliminated.map(({ amount }) => centavos(amount)));
  const increases = add(sum(sums.map((each) => each.increases)), -between);
  const decreases = add(sum(sums.map((each) => each.decreases)), between);
  return {
    increases: toAmount(increases),
    decreases: toAmount(decreases),
    net: toAmount(add(increases, decreases)),
  };
};

/** @throws TOTAL_TOO_LARGE */
export const consolidation = <Own, Row>(
  views: readonly LedgerView<Own>[],
  { by, day, known, notKnown }: Circumstances,
  merge: Merge<Own, Row>,
): Consolidation<Row> => {
  const sorted = [...views].sort((one, other) => inOrder(one.of, other.of));
  const halves = sorted.flatMap(({ of, adjustments }) => halvesOf(of, adjustments));
  const transfers = transfersBetween(halves);
  return {
    ...{ by, day, known },
    ledgers: sorted.map(({ of }) => of),
    notKnown: [...notKnown].sort(inOrder),
    parts: partsOf(sorted, by, merge),
    ...whole(sorted, merge),
    adjusted: adjustedOf(sorted, transfers),
    ...transfers,
  };
};
