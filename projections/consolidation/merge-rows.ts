import type { SourceClass } from '../../src/catalogue/classifiers.ts';
import type { LedgerId, ObjectCode } from '../../src/catalogue/codes.ts';
import { type Figures, type Scope, splitBy } from '../figures.ts';
import { sumFigures } from './sum-figures.ts';

interface SourceRow extends Figures {
  readonly source: SourceClass | null;
}

interface GroupRow extends Figures {
  readonly group: ObjectCode | null;
  readonly name: string | null;
  readonly sources: readonly SourceRow[];
}

/** The rows of one ledger, and how a row reads there that it has not: not everything in it is zero. */
export interface RowsOfLedger<Row> {
  readonly ledger: LedgerId;
  readonly rows: readonly Row[];
  readonly absent: (scope: Scope) => Figures;
}

/** One row per class of source, over all ledgers. */
export const mergeSources = (ledgers: readonly RowsOfLedger<SourceRow>[]): SourceRow[] => {
  const rows = ledgers.flatMap((each) => each.rows);
  return splitBy(rows, 'source').map(([source]) => ({
    source,
    ...sumFigures(
      ledgers.map(
        (each) => each.rows.find((row) => row.source === source) ?? each.absent({ source }),
      ),
    ),
  }));
};

/** The sources of one group, ledger by ledger. */
const sourcesOf = (
  ledgers: readonly RowsOfLedger<GroupRow>[],
  group: ObjectCode | null,
): RowsOfLedger<SourceRow>[] =>
  ledgers.map(({ ledger, rows, absent }) => ({
    ledger,
    rows: rows.find((row) => row.group === group)?.sources ?? [],
    absent: (scope) => absent({ group, ...scope }),
  }));

/** One row per group, over all ledgers, with its classes of source. */
export const mergeGroups = (ledgers: readonly RowsOfLedger<GroupRow>[]): GroupRow[] => {
  const rows = ledgers.flatMap((each) => each.rows);
  return splitBy(rows, 'group').map(([group, ofGroup]) => ({
    group,
    name: ofGroup.find(({ name }) => name !== null)?.name ?? null,
    ...sumFigures(
      ledgers.map((each) => each.rows.find((row) => row.group === group) ?? each.absent({ group })),
    ),
    sources: mergeSources(sourcesOf(ledgers, group)),
  }));
};

/** Activities of two ledgers are never the same, whatever their codes. */
export const keepApart = <Row extends object>(
  ledgers: readonly RowsOfLedger<Row>[],
): (Row & { readonly ledger: LedgerId })[] =>
  ledgers.flatMap(({ ledger, rows }) => rows.map((row) => ({ ledger, ...row })));
