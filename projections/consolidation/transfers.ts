import { type Amount, type Centavos, sum, toAmount } from '../../src/catalogue/amount.ts';
import type { CivilDate } from '../../src/catalogue/civil-date.ts';
import type { LedgerId } from '../../src/catalogue/codes.ts';
import { type PlanAdjustment, sumsOf } from '../adjustments-at.ts';

/** What one ledger says of a transfer with another area. */
export interface SignedHalf {
  readonly ledger: LedgerId;
  readonly fiscalYear: number;
  readonly transferId: string;
  readonly adjustment: string;
  readonly name: string | null;
  /** the other area, as the ledger names it */
  readonly counterpart: string;
  readonly day: CivilDate;
  readonly centavos: Centavos;
}

type ShownHalf = Omit<SignedHalf, 'centavos' | 'fiscalYear' | 'transferId'> & {
  /** below zero where the money left */
  readonly amount: Amount;
};

/** A transfer of which every half is shown: between them nothing was gained or lost. */
export interface EliminatedTransfer {
  readonly transferId: string;
  readonly fiscalYear: number;
  /** what left one area and came to another */
  readonly amount: Amount;
  readonly halves: readonly ShownHalf[];
}

/** A half whose partner is not shown, not seen yet or of another amount. */
export interface HalfInTransit extends ShownHalf {
  readonly transferId: string;
  readonly fiscalYear: number;
  /** what the other ledgers shown say of the transfer, null for nothing */
  readonly found: Amount | null;
}

export interface Transfers {
  readonly eliminated: readonly EliminatedTransfer[];
  readonly inTransit: readonly HalfInTransit[];
}

/** The halves of transfers with other areas among the adjustments of a ledger. */
export const halvesOf = (
  { ledger, fiscalYear }: Pick<SignedHalf, 'ledger' | 'fiscalYear'>,
  adjustments: readonly PlanAdjustment[],
): SignedHalf[] =>
  adjustments.flatMap(({ id, name, kind, counterpart, day, changes }) => {
    const centavos = sumsOf(changes).net;
    if (kind !== 'transfer' || counterpart === null || centavos === 0) return [];
    const { area, transferId } = counterpart;
    return [
      { ledger, fiscalYear, transferId, adjustment: id, name, counterpart: area, day, centavos },
    ];
  });

const netOf = (halves: readonly SignedHalf[]): Centavos =>
  sum(halves.map(({ centavos }) => centavos));

const shownOf = ({ ledger, adjustment, name, counterpart, day, centavos }: SignedHalf) => ({
  ...{ ledger, adjustment, name, counterpart, day },
  amount: toAmount(centavos),
});

const eliminatedOf = (halves: readonly SignedHalf[]): EliminatedTransfer[] => {
  const [first] = halves;
  if (first === undefined) return [];
  const { transferId, fiscalYear } = first;
  const came = netOf(halves.filter(({ centavos }) => centavos > 0));
  return [{ transferId, fiscalYear, amount: toAmount(came), halves: halves.map(shownOf) }];
};

const inTransitOf = (halves: readonly SignedHalf[]): HalfInTransit[] =>
  halves.map((half) => {
    const others = halves.filter(({ ledger }) => ledger !== half.ledger);
    const found = others.length === 0 ? null : toAmount(netOf(others));
    const { transferId, fiscalYear } = half;
    return { transferId, fiscalYear, ...shownOf(half), found };
  });

const hasSeveralLedgers = (halves: readonly SignedHalf[]): boolean =>
  new Set(halves.map(({ ledger }) => ledger)).size > 1;

/** The two halves carry one id in one gestión; what left a ledger and came back to it is no transit. */
export const transfersBetween = (halves: readonly SignedHalf[]): Transfers => {
  const keyOf = ({ fiscalYear, transferId }: SignedHalf) =>
    JSON.stringify([fiscalYear, transferId]);
  const groups = [...Map.groupBy(halves, keyOf).values()];
  const balanced = groups.filter((group) => netOf(group) === 0);
  return {
    eliminated: balanced.filter(hasSeveralLedgers).flatMap(eliminatedOf),
    inTransit: groups.filter((group) => !balanced.includes(group)).flatMap(inTransitOf),
  };
};
