import { printFinding, severityOf } from '../../src/catalogue/finding.ts';
import type { Place } from '../../src/catalogue/failure.ts';
import type { Severity } from '../../src/catalogue/finding-row.ts';
import type { FindingCode } from '../../src/catalogue/findings.ts';
import { type Audited, findingContext } from './context.ts';
import { moneyRecords } from './money-records.ts';
import type { About, Found } from './rule.ts';
import { rules } from './rules.ts';
import type { FindingSettings } from './settings.ts';

export interface FindingRow {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** the explanation for people, in Spanish */
  readonly text: string;
  readonly facts: object;
  /** where it stands in a file */
  readonly place?: Place;
  readonly about: About;
  /** the records behind its figures, by revision, rising */
  readonly origin: { readonly revisions: readonly number[] };
}

export interface Findings {
  readonly rows: readonly FindingRow[];
  readonly count: Readonly<Record<`${Severity}s`, number>>;
  readonly settings: FindingSettings;
}

const rowOf = (
  { finding, about, records }: Found,
  moved: ReadonlySet<number> | undefined,
): FindingRow => ({
  code: finding.code,
  severity: severityOf(finding),
  text: printFinding(finding),
  facts: finding.facts,
  ...(finding.place && { place: finding.place }),
  about,
  origin: {
    revisions: [...new Set([...records, ...(moved ?? [])])].sort((one, other) => one - other),
  },
});

/** What the rules find in a ledger at a cut-off: warnings first, each kind in the order of the rules. */
export const findings = (audited: Audited): Findings => {
  const context = findingContext(audited);
  const found = rules.flatMap(({ find }) => find(context));
  const { entries, cutOff, classifiers, settings } = audited;
  const asked = found.map(({ money }) => money);
  const moved = moneyRecords(entries, cutOff, classifiers, asked);
  const rows = found.map((each, index) => rowOf(each, moved[index]));
  const warnings = rows.filter(({ severity }) => severity === 'warning');
  const notices = rows.filter(({ severity }) => severity === 'notice');
  return {
    rows: [...warnings, ...notices],
    count: { warnings: warnings.length, notices: notices.length },
    settings,
  };
};
