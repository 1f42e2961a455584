import { type Centavos, sum, toAmount } from '../../../src/catalogue/amount.ts';
import { type BudgetLine, lineKey } from '../../../src/catalogue/budget-line.ts';
import { daysBetween } from '../../../src/catalogue/civil-date.ts';
import { finding } from '../../../src/catalogue/finding.ts';
import type { LineChange, PlanAdjustment } from '../../adjustments-at.ts';
import { printBudgetLine } from '../adjustment-facts.ts';
import type { FindingContext, Found, Rule } from '../rule.ts';

interface Returned {
  readonly amount: Centavos;
  readonly lines: readonly BudgetLine[];
}

/** One line that lost and one that won the same amount. */
const pairOf = (changes: readonly LineChange[]): readonly LineChange[] => {
  for (const from of changes) {
    const to = changes.find(({ centavos }) => centavos === -from.centavos);
    if (to !== undefined) return [from, to];
  }
  return [];
};

/** What a later transfer moves back between the same lines in the same amounts; null for nothing. */
const returnedBy = (there: PlanAdjustment, back: PlanAdjustment): Returned | null => {
  const backByLine = new Map(
    back.changes.map(({ line, centavos }) => [lineKey(line), centavos] as const),
  );
  const mirrored = there.changes.filter(
    ({ line, centavos }) => backByLine.get(lineKey(line)) === -centavos,
  );
  const isBalanced = sum(mirrored.map(({ centavos }) => centavos)) === 0;
  const returned = isBalanced ? mirrored : pairOf(mirrored);
  if (returned.length === 0) return null;
  const amount = sum(returned.map(({ centavos }) => Math.max(0, centavos)));
  return { amount, lines: returned.map(({ line }) => line) };
};

interface Trip extends Returned {
  readonly there: PlanAdjustment;
  readonly back: PlanAdjustment;
}

const changeKey = (line: BudgetLine, centavos: Centavos): string =>
  [lineKey(line), centavos].join(' ');

/** Pairs each way back with the nearest way there; one that is part of a trip begins no other. */
class Trips {
  readonly found: Trip[] = [];
  readonly #daysMax: number;
  /** the transfers so far that begin no trip yet, by each of their changes */
  readonly #open = new Map<string, Set<PlanAdjustment>>();

  constructor(daysMax: number) {
    this.#daysMax = daysMax;
  }

  take(back: PlanAdjustment): void {
    for (const there of this.#openToward(back)) {
      const returned = returnedBy(there, back);
      if (returned === null) continue;
      this.found.push({ there, back, ...returned });
      this.#close(there);
      return;
    }
    for (const { line, centavos } of back.changes) {
      const key = changeKey(line, centavos);
      this.#open.set(key, (this.#open.get(key) ?? new Set()).add(back));
    }
  }

  /** Those that changed a line by the opposite, near enough, the latest first. */
  #openToward({ changes, day }: PlanAdjustment): PlanAdjustment[] {
    const candidates = changes.flatMap(({ line, centavos }) => [
      ...(this.#open.get(changeKey(line, -centavos)) ?? []),
    ]);
    return [...new Set(candidates)]
      .filter((there) => daysBetween(there.day, day) <= this.#daysMax)
      .sort((one, other) => Number(one.day < other.day) - Number(one.day > other.day));
  }

  #close(there: PlanAdjustment): void {
    for (const { line, centavos } of there.changes) {
      this.#open.get(changeKey(line, centavos))?.delete(there);
    }
  }
}

const tripsOf = (transfers: readonly PlanAdjustment[], daysMax: number): readonly Trip[] => {
  const trips = new Trips(daysMax);
  for (const transfer of transfers) trips.take(transfer);
  return trips.found;
};

const foundIn = (
  { there, back, amount, lines }: Trip,
  codeOf: FindingContext['codeOf'],
): Found => ({
  finding: finding('TRANSFER_ROUND_TRIP', {
    adjustment: there.id,
    name: there.name,
    returnedBy: back.name ?? back.id,
    amount: toAmount(amount),
    days: daysBetween(there.day, back.day),
    lines: lines.map((line) => printBudgetLine(line, codeOf)),
  }),
  about: { adjustment: there.id },
  records: [...there.revisions, ...back.revisions],
});

/** Money moved from one line to another, and the same amount came back. */
export const transferRoundTrip: Rule = {
  codes: ['TRANSFER_ROUND_TRIP'],
  source:
    'NB-SP art. 28: toda modificación tiene una causa; el traspaso que vuelve la pone en duda',
  settings: ['roundTripDaysMax'],
  find: ({ adjustments, settings, codeOf }) =>
    tripsOf(
      adjustments.filter(({ kind }) => kind === 'transfer'),
      settings.roundTripDaysMax,
    ).map((trip) => foundIn(trip, codeOf)),
};
