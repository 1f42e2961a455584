import { type Centavos, centavos, sum, toAmount, type Amount } from '../../catalogue/amount.ts';
import type { AdjustmentKind } from '../../catalogue/events.ts';
import { Failure } from '../../catalogue/failure.ts';
import { printLine } from '../../catalogue/budget-line.ts';

interface Adjusting {
  readonly kind: Exclude<AdjustmentKind, 'stated'>;
  /** by line: what one partida gains another of its group may not lose */
  readonly changes: ReadonlyMap<string, Centavos>;
  readonly hasCounterpart: boolean;
  readonly netEffect: Amount | null;
}

const onlySign =
  (sign: 1 | -1) =>
  ({ kind, changes }: Adjusting): void => {
    for (const [line, change] of changes) {
      if (Math.sign(change) === -sign) {
        throw new Failure('ADJUSTMENT_SIGN', {
          adjustmentKind: kind === 'additional' ? 'adicional' : 'disminución',
          cell: printLine(line),
          amount: toAmount(change),
        });
      }
    }
  };

const balanced = ({ changes, hasCounterpart }: Adjusting): void => {
  const difference = sum(changes.values());
  if (difference !== 0 && !hasCounterpart) {
    throw new Failure('TRANSFER_NOT_BALANCED', { difference: toAmount(difference) });
  }
};

const netEffectStated = ({ changes, netEffect }: Adjusting): void => {
  const found = toAmount(sum(changes.values()));
  if (netEffect === null) throw new Failure('NET_EFFECT_MISSING', { found });
  if (centavos(netEffect) !== centavos(found)) {
    throw new Failure('NET_EFFECT_DIFFERS', { stated: netEffect, found });
  }
};

const rules: Record<Adjusting['kind'], (adjusting: Adjusting) => void> = {
  additional: onlySign(1),
  reduction: onlySign(-1),
  transfer: balanced,
  reformulation: netEffectStated,
};

/** A kind's rule applies to the sum of all records of one adjustment. @see domain.md section 2 */
export const checkKind = (adjusting: Adjusting): void => {
  rules[adjusting.kind](adjusting);
};
