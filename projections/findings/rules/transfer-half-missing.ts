import { sum, toAmount } from '../../../src/catalogue/amount.ts';
import { finding } from '../../../src/catalogue/finding.ts';
import { type PlanAdjustment, sumsOf } from '../../adjustments-at.ts';
import type { Found, Rule, TransferHalf } from '../rule.ts';

const netOf = (adjustments: readonly PlanAdjustment[]): number =>
  sum(adjustments.map(({ changes }) => sumsOf(changes).net));

const foundIn = (
  transferId: string,
  own: readonly PlanAdjustment[],
  halves: readonly TransferHalf[],
): Found[] => {
  const net = netOf(own);
  const others = halves.filter((half) => half.transferId === transferId);
  const found = others.length === 0 ? null : sum(others.map((half) => half.net));
  const [first] = own;
  if (first === undefined || net + (found ?? 0) === 0) return [];
  return [
    {
      finding: finding('TRANSFER_HALF_MISSING', {
        adjustment: first.id,
        name: first.name,
        counterpart: first.counterpart?.area ?? '',
        transferId,
        net: toAmount(net),
        found: found === null ? null : toAmount(found),
      }),
      about: { adjustment: first.id },
      records: own.flatMap(({ revisions }) => revisions),
    },
  ];
};

/** Money left for another area, or came from it, and no other ledger of the store says the opposite. */
export const transferHalfMissing: Rule = {
  codes: ['TRANSFER_HALF_MISSING'],
  source:
    'práctica: un traspaso a otra área nombra su contraparte; la otra mitad lleva el mismo transferId y la suma contraria',
  settings: [],
  find: ({ adjustments, halves }) => {
    const own = adjustments.filter(({ counterpart }) => counterpart !== null);
    return [...Map.groupBy(own, ({ counterpart }) => counterpart?.transferId ?? '')].flatMap(
      ([transferId, transfers]) => foundIn(transferId, transfers, halves),
    );
  },
};
