import type { LedgerId } from '../src/catalogue/codes.ts';
import { defaultClassifiers } from '../src/catalogue/classifiers.ts';
import type { LedgerRecord } from '../src/catalogue/events.ts';
import { instantAt } from '../src/catalogue/instant.ts';
import { emptyFrontier } from '../src/integrity/merkle.ts';
import { seal, type Sealed } from '../src/integrity/seal.ts';

export const benchLedger = '41-BANCO-2020' as LedgerId;

export type Told = Pick<LedgerRecord, 'type' | 'effectiveOn' | 'data'>;

const start = 1_580_000_000_000_000;
const activities = 200;
const pad = (number: number): string => String(number).padStart(2, '0');
export const activityOf = (number: number): string =>
  `11.${pad(number / 99 + 1)}.${pad((number % 99) + 1)}`;

export const opened = {
  entity: { code: '41', name: null },
  area: { sigla: 'BANCO', name: null },
  fiscalYear: 2020,
  currency: 'BOB',
  zone: 'America/La_Paz',
  classifiers: defaultClassifiers,
};

const lineOf = (number: number, money: string) => ({
  activity: activityOf(number % activities),
  amounts: [[`${(number % 9) + 1}0000`, number % 2 === 0 ? 'TGN' : 'OTRAS', money]],
});

/** What a year of documents over many activities looks like: mostly executions, each its own document. */
const eventAt = (revision: number): Told => {
  const day = `2020-${pad((revision % 12) + 1)}-${pad((revision % 28) + 1)}`;
  const data = {
    document: { kind: 'C31', number: String(revision), sequence: 1 },
    lines: [lineOf(revision, '12.34')],
  };
  const event =
    revision === 0
      ? { type: 'LedgerOpened', effectiveOn: '2020-01-01', data: opened }
      : { type: 'BudgetExecuted', effectiveOn: day, data };
  return event as never;
};

/** What is told as sealed records of one ledger, each a command of its own. */
export function* sealedOf(events: Iterable<Told>): Generator<Sealed> {
  let frontier = emptyFrontier;
  let revision = 0;
  for (const event of events) {
    const record = {
      ledger: benchLedger,
      revision,
      version: 1,
      ...event,
      recordedAt: instantAt(start + revision * 1000),
      actor: 'u1',
      commandId: `c-${String(revision)}`,
      commandHash: '0'.repeat(64),
      correlationId: `c-${String(revision)}`,
    } as LedgerRecord;
    const { sealed, frontier: grown } = seal(record, frontier);
    frontier = grown;
    revision += 1;
    yield sealed;
  }
}

function* eventsOf(count: number): Generator<Told> {
  for (let revision = 0; revision < count; revision += 1) yield eventAt(revision);
}

/** So many sealed records. */
export const recordsOf = (count: number): Generator<Sealed> => sealedOf(eventsOf(count));
