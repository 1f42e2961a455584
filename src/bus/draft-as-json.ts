import type { CivilDate } from '../catalogue/civil-date.ts';
import type { LedgerId } from '../catalogue/codes.ts';
import type { Draft } from '../catalogue/events.ts';
import type { FailureCode } from '../catalogue/failures.ts';
import type { DraftInFull, DraftRow, Returned, Signed } from '../application/drafts.ts';
import { type FindingSaid, findingsAsJson } from './change-as-json.ts';

/** The command that waits, as it was sent. */
export interface DraftedCommand {
  readonly type: string;
  readonly effectiveOn?: CivilDate;
  readonly data: object;
}

/** A draft as programs read it. */
export interface ListedDraft {
  readonly draft: string;
  readonly ledger: LedgerId;
  readonly command: DraftedCommand;
  readonly prepared: Signed;
  readonly reviewed: Signed | null;
  readonly returned: Returned | null;
}

export interface DraftList {
  readonly drafts: readonly ListedDraft[];
}

/** With what it would record, or the rule that would say no. */
export interface ViewedDraft extends ListedDraft {
  readonly events: readonly Draft[] | null;
  readonly findings: readonly FindingSaid[];
  readonly refusal: { readonly code: FailureCode; readonly detail: string } | null;
}

export const draftsAsJson = (drafts: readonly DraftRow[]): DraftList => ({ drafts });

export const draftAsJson = ({ effects, ...draft }: DraftInFull): ViewedDraft => ({
  ...draft,
  events: effects?.events ?? null,
  findings: findingsAsJson(effects?.findings ?? []),
});
