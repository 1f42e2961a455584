import { add, type Centavos, sum } from '../src/catalogue/amount.ts';
import type { ResolvedCutOff } from './cut-off.ts';
import type { DocumentChains } from './document-chains.ts';
import { type Entries, type Measure } from './entries.ts';
import { eachMove } from './moves.ts';

const stages = ['reserved', 'committed', 'executed'] as const;

/** What one chain has of each stage in one cell. */
type StageSums = Map<Measure, Centavos>;

const formsChain = -1;

/**
 * What cells use of their budget: over document chains the largest of what each reserved, committed
 * and executed, and what forms say was executed.
 * @param cellOf the cell that a line, by its index, belongs to
 */
export const usedAt = (
  entries: Entries,
  cutOff: Pick<ResolvedCutOff, 'effective' | 'known'>,
  { byRevision }: DocumentChains,
  cellOf: (line: number) => string,
): ReadonlyMap<string, Centavos> => {
  const cells = new Map<string, Map<number, StageSums>>();
  eachMove(entries, cutOff, stages, ({ line, measure, revision, centavos }) => {
    const cell = cellOf(line);
    const chains = cells.get(cell) ?? new Map<number, StageSums>();
    const chain = byRevision.get(revision) ?? formsChain;
    const sums: StageSums = chains.get(chain) ?? new Map<Measure, Centavos>();
    sums.set(measure, add(sums.get(measure) ?? 0, centavos));
    chains.set(chain, sums);
    cells.set(cell, chains);
  });
  return new Map(
    [...cells].map(([cell, chains]) => [
      cell,
      sum([...chains.values()].map((sums) => Math.max(...sums.values()))),
    ]),
  );
};
