import type { Draft } from '../../src/catalogue/events.ts';
import type { LineAmounts } from '../../src/catalogue/budget-line.ts';

type Measure = 'original' | 'distributed' | 'adjustments' | 'executed';

const measures: Partial<Record<Draft['type'], Measure>> = {
  BudgetProgrammed: 'original',
  BudgetDistributed: 'distributed',
  BudgetAdjusted: 'adjustments',
  BudgetExecuted: 'executed',
  ExecutionCorrected: 'executed',
};

const measureOf = (draft: Draft): Measure | undefined => {
  if (draft.type !== 'EntryReversed') return measures[draft.type];
  const { measure } = draft.data;
  return measure === 'original' || measure === 'executed' ? measure : undefined;
};

type Change = readonly [line: string, day: string, cents: number];

const changesOf = (draft: Draft): Change[] => {
  const measure = measureOf(draft);
  const { effectiveOn } = draft;
  if (measure === undefined || effectiveOn === null) return [];
  const { lines } = draft.data as { lines: LineAmounts };
  return lines.flatMap(({ activity, amounts }) =>
    amounts.map(([object, source, money]): Change => {
      const line = [activity, object, source].map((part) => part ?? '-').join('·');
      return [`${line} ${measure}`, effectiveOn, Math.round(Number(money) * 100)];
    }),
  );
};

/**
 * The balances that events give, added up naively: "11.01.01·20000·TGN executed" → day → balance,
 * days without a change and lines that stay at nothing left out.
 */
export const moneyByDay = (
  drafts: readonly Draft[],
): Readonly<Record<string, Readonly<Record<string, string>>>> => {
  const changes = new Map<string, Map<string, number>>();
  for (const [line, on, cents] of drafts.flatMap(changesOf)) {
    const days = changes.get(line) ?? new Map<string, number>();
    changes.set(line, days.set(on, (days.get(on) ?? 0) + cents));
  }
  return Object.fromEntries(
    [...changes]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([line, days]) => [line, balances(days)] as const)
      .filter(([, days]) => Object.keys(days).length > 0),
  );
};

const balances = (days: ReadonlyMap<string, number>): Record<string, string> => {
  let balance = 0;
  return Object.fromEntries(
    [...days]
      .filter(([, change]) => change !== 0)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([on, change]) => [on, ((balance += change) / 100).toFixed(2)]),
  );
};

/** Every order of a few things. */
export const permutations = <Item>(items: readonly Item[]): Item[][] =>
  items.length < 2
    ? [[...items]]
    : items.flatMap((item, index) =>
        permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]),
      );
