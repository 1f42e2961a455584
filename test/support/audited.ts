import type { LedgerRecord } from '../../src/catalogue/events.ts';
import type { FindingCode, FindingFacts } from '../../src/catalogue/findings.ts';
import { defaultClassifiers } from '../../src/catalogue/classifiers.ts';
import { instantAt } from '../../src/catalogue/instant.ts';
import type { Command } from '../../src/domain/area-ledger/index.ts';
import { adjustments, type Adjustments } from '../../projections/adjustments/adjustments.ts';
import { adjustmentsAt } from '../../projections/adjustments-at.ts';
import { balancesAt } from '../../projections/balances.ts';
import { foldDocumentChains, noDocumentChains } from '../../projections/document-chains.ts';
import { foldEntries, noEntries } from '../../projections/entries.ts';
import { ExecutedBreakdown } from '../../projections/executed-breakdown.ts';
import { figuresOf, type Scope, statementOf } from '../../projections/figures.ts';
import { type FindingRow, type Findings, findings } from '../../projections/findings/findings.ts';
import type { CheckedForm, TransferHalf } from '../../projections/findings/rule.ts';
import { findingSettings } from '../../projections/findings/settings.ts';
import { emptyRegister, foldRegister, hasForms } from '../../projections/register.ts';
import { isInScope } from '../../projections/scope.ts';
import { type Series, series } from '../../projections/series/series.ts';
import { open } from './commands.ts';
import { day } from './lines.ts';
import { RecordedLedger } from './recorded-ledger.ts';

/** A ledger that was opened and then told these commands. */
export const ledgerOf = (...commands: readonly Command[]): RecordedLedger =>
  new RecordedLedger().take(open(), ...commands);

interface Outside {
  readonly settings?: object;
  readonly halves?: readonly TransferHalf[];
  readonly checkedForms?: readonly CheckedForm[];
  /** until when it is known; everything where it is not said */
  readonly revision?: number;
}

const foldedOf = (records: readonly LedgerRecord[], effective: string, revision: number) => {
  const entries = records.reduce(foldEntries, noEntries(4));
  const register = records.reduce(foldRegister, emptyRegister());
  const recordedAt = records[revision]?.recordedAt ?? instantAt(0);
  const cutOff = {
    effective: day(effective),
    known: { revision, recordedAt },
    isProvisional: false,
  };
  const statementAt = (on: string) => {
    const at = { ...cutOff, effective: day(on) };
    return statementOf(balancesAt(entries, at), defaultClassifiers, hasForms(register, at));
  };
  return { entries, register, cutOff, statementAt };
};

/** What the rules find in a ledger at a day, and how much of it. */
export const auditOf = (
  { records }: Pick<RecordedLedger, 'records'>,
  effective: string,
  outside: Outside = {},
): Findings => {
  const { settings, halves = [], checkedForms = [], revision = records.length - 1 } = outside;
  const { entries, register, cutOff, statementAt } = foldedOf(records, effective, revision);
  return findings({
    statement: statementAt(effective),
    ...{ entries, register, cutOff, halves, checkedForms },
    classifiers: defaultClassifiers,
    settings: findingSettings(settings),
    chains: records.reduce(foldDocumentChains, noDocumentChains()),
  });
};

export const findingsOf = (...asked: Parameters<typeof auditOf>): readonly FindingRow[] =>
  auditOf(...asked).rows;

/** The facts of the findings of one code. */
export const factsOf = <Code extends FindingCode>(
  rows: readonly FindingRow[],
  code: Code,
): readonly FindingFacts<Code>[] =>
  rows.filter((row) => row.code === code).map(({ facts }) => facts as FindingFacts<Code>);

export const adjustmentsOf = (
  { records }: Pick<RecordedLedger, 'records'>,
  effective: string,
  revision = records.length - 1,
): Adjustments => {
  const { entries, register, cutOff, statementAt } = foldedOf(records, effective, revision);
  const statement = statementAt(effective);
  const { original } = figuresOf(statement, statement.lines, {});
  return adjustments(adjustmentsAt(register.history, entries, cutOff), original, (id) => id);
};

export const seriesOf = (
  { records }: Pick<RecordedLedger, 'records'>,
  effective: string,
  scope: Scope = {},
  revision = records.length - 1,
): Series => {
  const { entries, register, cutOff, statementAt } = foldedOf(records, effective, revision);
  const looked = { entries, history: register.history, classifiers: defaultClassifiers };
  const { known } = cutOff;
  return series({
    scope,
    effective: day(effective),
    breakdown: new ExecutedBreakdown({ ...looked, fiscalYear: 2020, known }, scope),
    figuresAt: (on) => {
      const statement = statementAt(on);
      const lines = statement.lines.filter((line) => isInScope(line, scope));
      return figuresOf(statement, lines, scope);
    },
  });
};

/** What was executed of each month and accumulated. */
export const executedIn = (
  ledger: RecordedLedger,
  day: string,
  scope: Scope = {},
): (string | null)[][] =>
  seriesOf(ledger, day, scope).months.map(({ executed }) => [
    executed.ofMonth,
    executed.accumulated,
  ]);

/** Each interval without figures of its months, with the month in which it ends. */
export const intervalsIn = (ledger: RecordedLedger, day: string) =>
  seriesOf(ledger, day).months.flatMap(({ month, intervals }) =>
    intervals.map(({ from, to, amount }) => [month, from, to, amount]),
  );
