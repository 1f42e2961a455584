import type { Draft } from '../catalogue/events.ts';
import type { LedgerId } from '../catalogue/codes.ts';
import type { Place } from '../catalogue/failure.ts';
import type { Severity } from '../catalogue/finding-row.ts';
import { type Finding, printFinding, severityOf } from '../catalogue/finding.ts';
import type { FindingCode } from '../catalogue/findings.ts';
import type { CommandAnswer, CommandPreview } from './messages.ts';

/** What is odd about what came in, as programs read it. */
export interface FindingSaid {
  readonly code: FindingCode;
  readonly facts: object;
  readonly place?: Place;
  readonly severity: Severity;
  /** for people, in Spanish */
  readonly text: string;
}

/** What a command did. */
export interface WrittenChange {
  readonly ledger: LedgerId;
  readonly revision: number;
  readonly events: number;
  readonly isRepeat: boolean;
  readonly findings: readonly FindingSaid[];
}

/** What a command would do. */
export interface PreviewedChange {
  readonly ledger: LedgerId;
  readonly dryRun: true;
  readonly events: readonly Draft[];
  readonly findings: readonly FindingSaid[];
}

export const findingsAsJson = (findings: readonly Finding[]): FindingSaid[] =>
  findings.map((each) => ({ ...each, severity: severityOf(each), text: printFinding(each) }));

/** @param reading what the reader of a file found before the ledger did */
export const writtenAsJson = (
  answer: CommandAnswer,
  reading: readonly FindingSaid[] = [],
): WrittenChange => ({ ...answer, findings: [...reading, ...findingsAsJson(answer.findings)] });

export const previewedAsJson = (
  { ledger, events, findings }: CommandPreview,
  reading: readonly FindingSaid[] = [],
): PreviewedChange => ({
  ...{ ledger, dryRun: true, events },
  findings: [...reading, ...findingsAsJson(findings)],
});
