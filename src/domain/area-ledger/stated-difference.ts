import { sum, toAmount } from '../../catalogue/amount.ts';
import { groupByActivity, type LineAmounts } from '../../catalogue/budget-line.ts';
import type { Draft, Origin, PlanVersion } from '../../catalogue/events.ts';
import { finding, type Finding } from '../../catalogue/finding.ts';
import { cellAt, type CellKey, lineOf, printCell } from './cell.ts';
import { type Decided, decided } from '../kernel/decider.ts';
import { type LedgerState, type StatedEntry, statedKey } from './state.ts';
import { type StatedChange, statedTimeline, type StatedTimeline } from './stated-timeline.ts';

/** Where the stated cells of a file stand in it. */
export interface Places {
  readonly file: string;
  readonly at: ReadonlyMap<CellKey, string>;
}

/** What forms ought to have made less what they made: the entries of both, in the order of the ledger. */
const differencesOf = (state: LedgerState, { entries }: StatedTimeline): StatedChange[] => {
  const differences: StatedChange[] = [];
  for (const [key, entry] of entries) {
    const centavos = entry.centavos - (state.stated.get(key)?.centavos ?? 0);
    if (centavos !== 0) differences.push({ ...entry, centavos });
  }
  for (const [key, entry] of state.stated.entries()) {
    if (!entries.has(key) && entry.centavos !== 0) {
      differences.push({ ...entry, centavos: -entry.centavos });
    }
  }
  return differences;
};

const order = ({ activity, group, source }: ReturnType<typeof cellAt>): string =>
  `${activity ?? ''}|${group ?? '~'}|${source ?? '~'}`;

const linesOf = (changes: readonly StatedChange[]): LineAmounts =>
  groupByActivity(changes.map(({ cell, centavos }) => ({ ...lineOf(cellAt(cell)), centavos })));

const originOf = (
  changes: readonly StatedChange[],
  places: Places | undefined,
): { origin?: Origin } => {
  if (places === undefined) return {};
  const found = changes.map(({ cell }) => places.at.get(cell) ?? null);
  return { origin: { file: places.file, places: found } };
};

/** The changes of one event: same measure, adjustment and day, and executions apart by their sign. */
const groupsOf = (changes: readonly StatedChange[]): (readonly StatedChange[])[] => {
  const rank = { adjustments: 1, distributed: 2, executed: 3 };
  const keyOf = ({ measure, adjustment, day, centavos }: StatedChange): string =>
    [day, rank[measure], adjustment, measure === 'executed' && centavos < 0 ? '-' : '+'].join('#');
  const groups = new Map<string, StatedChange[]>();
  for (const change of changes) {
    const group = groups.get(keyOf(change)) ?? [];
    group.push(change);
    groups.set(keyOf(change), group);
  }
  return [...groups]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, group]) =>
      group.sort((one, other) => (order(cellAt(one.cell)) < order(cellAt(other.cell)) ? -1 : 1)),
    );
};

type Cause = 'form' | 'document';

const adjusted = (
  { adjustment, day: effectiveOn }: StatedChange,
  lines: LineAmounts,
  version: PlanVersion | null,
): Draft => ({
  type: 'BudgetAdjusted',
  effectiveOn,
  data: {
    adjustment,
    name: version?.name ?? null,
    kind: 'stated',
    instrument: null,
    lines,
    ...(version?.assumed === true && { assumed: ['effectiveOn'] }),
  },
});

const executed = (
  { day: effectiveOn, centavos }: StatedChange,
  lines: LineAmounts,
  cause: Cause,
): Draft =>
  centavos > 0
    ? { type: 'BudgetExecuted', effectiveOn, data: { document: null, lines } }
    : { type: 'ExecutionCorrected', effectiveOn, data: { corte: effectiveOn, cause, lines } };

/** The changes of one measure, adjustment and day as one event. */
const eventOf = (
  first: StatedChange,
  lines: LineAmounts,
  versions: StatedTimeline['versions'],
  cause: Cause,
): Draft => {
  if (first.measure === 'executed') return executed(first, lines, cause);
  if (first.measure === 'adjustments') {
    return adjusted(first, lines, versions.get(first.adjustment) ?? null);
  }
  return { type: 'BudgetDistributed', effectiveOn: first.day, data: { lines, basis: 'form' } };
};

const measureNames: Record<StatedEntry['measure'], string> = {
  adjustments: 'la modificación',
  distributed: 'la distribución',
  executed: 'lo ejecutado',
};

/** Says what an append takes back of entries that stood there, by measure and day. */
const takenBack = (state: LedgerState, groups: readonly (readonly StatedChange[])[]): Finding[] =>
  groups.flatMap((group) => {
    const back = group.filter((change) => {
      const there = state.stated.get(statedKey(change))?.centavos ?? 0;
      return there !== 0 && Math.sign(there) !== Math.sign(change.centavos);
    });
    const [first] = back;
    if (first === undefined) return [];
    const lost = back.filter(({ centavos }) => centavos < 0);
    const amount = sum((lost.length > 0 ? lost : back).map(({ centavos }) => Math.abs(centavos)));
    return [
      finding('TAKEN_BACK', {
        measure: measureNames[first.measure],
        day: first.day,
        amount: toAmount(amount),
        cells: back.length,
      }),
    ];
  });

/** Says where an append makes the documents within a form more than the form states. */
const exceeding = ({ exceeded }: StatedTimeline, differences: readonly StatedChange[]): Finding[] =>
  exceeded
    .filter(({ cell, corte }) =>
      differences.some(
        ({ measure, cell: changed, day }) =>
          measure === 'executed' && changed === cell && day === corte,
      ),
    )
    .map(({ cell, corte, documents, stated }) =>
      finding('DOCUMENTS_EXCEED_FORM', {
        cell: printCell(cell),
        documents: toAmount(documents),
        stated: toAmount(stated),
        corte,
      }),
    );

/**
 * The events that bring what forms made in line with what they state, nothing where it is; every
 * append that changes what was stated, or what forms contain, ends with them.
 */
export const statedDifference = (state: LedgerState, cause: Cause, places?: Places): Decided => {
  if (state.forms.size === 0) return decided([]);
  const timeline = statedTimeline(state);
  const differences = differencesOf(state, timeline);
  const groups = groupsOf(differences);
  const events = groups.flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const event = eventOf(first, linesOf(group), timeline.versions, cause);
    return [{ ...event, ...originOf(group, places) }];
  });
  return decided(events, [
    ...timeline.findings,
    ...exceeding(timeline, differences),
    ...takenBack(state, groups),
  ]);
};
