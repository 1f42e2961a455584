import { defaultClassifiers } from '../src/catalogue/classifiers.ts';
import type { CivilDate } from '../src/catalogue/civil-date.ts';
import { instantAt } from '../src/catalogue/instant.ts';
import { dayNumber } from '../src/timeline/timeline.ts';
import { type Balances, balancesAt } from '../projections/balances.ts';
import {
  type ExecutionByActivity,
  executionByActivity,
} from '../projections/execution-by-activity/execution-by-activity.ts';
import {
  type ExecutionByGroup,
  executionByGroup,
} from '../projections/execution-by-group/execution-by-group.ts';
import {
  type ExecutionOverall,
  executionOverall,
} from '../projections/execution-overall/execution-overall.ts';
import { type Statement, statementOf } from '../projections/figures.ts';
import { activitiesAt } from '../projections/register.ts';
import { random } from '../test/support/random.ts';
import type { Cut } from './peers.ts';
import { dayOf, type ViewLedger } from './view-ledger.ts';

/** A cut-off in our words and in those of the peers. */
export interface Asked {
  readonly effective: CivilDate;
  readonly known: { readonly revision: number; readonly recordedAt: ReturnType<typeof instantAt> };
  readonly cut: Cut;
}

export const askedAt = (effective: CivilDate, revision: number): Asked => ({
  effective,
  known: { revision, recordedAt: instantAt(0) },
  cut: { day: dayNumber(effective), revision },
});

/** Random days of the year, at latest known or at random revisions. */
export const askedOf = (
  { revision }: ViewLedger,
  count: number,
  known: 'latest' | 'random',
): Asked[] => {
  const chance = random(7);
  return Array.from({ length: count }, () => {
    const day = dayOf(Math.floor(chance() * 366));
    const at = known === 'latest' ? revision : Math.floor(chance() * (revision + 1));
    return askedAt(day, at);
  });
};

/** All that a request makes of a ledger in memory before its view. */
export const statementAt = (ledger: ViewLedger, asked: Asked): Statement =>
  statementOf(balancesAt(ledger.entries, asked), defaultClassifiers, false);

export const ours = {
  /** @returns what is to be released */
  lines: (ledger: ViewLedger, asked: Asked): Balances => {
    const balances = balancesAt(ledger.entries, asked);
    if (balances.cells.length === 0) throw new Error('a ledger without lines');
    return balances;
  },
  byGroup: (ledger: ViewLedger, asked: Asked): ExecutionByGroup =>
    executionByGroup(statementAt(ledger, asked), defaultClassifiers.groups),
  overall: (ledger: ViewLedger, asked: Asked): ExecutionOverall =>
    executionOverall(statementAt(ledger, asked)),
  byActivity: (ledger: ViewLedger, asked: Asked): ExecutionByActivity =>
    executionByActivity(statementAt(ledger, asked), activitiesAt(ledger.register, asked)),
};

/** Asks for the balances of every line and gives their memory back. */
export const askLines = (ledger: ViewLedger, asked: Asked): void => {
  ours.lines(ledger, asked).release();
};
