import type { LedgerId } from '../catalogue/codes.ts';
import type { Draft } from '../catalogue/events.ts';
import type { Finding } from '../catalogue/finding.ts';
import type { Command } from '../domain/area-ledger/index.ts';

/** A command with what is recorded of it. */
export interface CommandRequest {
  readonly ledger: LedgerId;
  readonly command: Command;
  /** the same id with the same content is the same command, however often it comes */
  readonly commandId: string;
  /** an opaque id; people's names live elsewhere */
  readonly actor: string;
  readonly correlationId?: string;
  /** decided on this revision or not at all */
  readonly ifRevision?: number;
}

export interface CommandAnswer {
  readonly ledger: LedgerId;
  /** the last record of the command, or of the ledger where it wrote none */
  readonly revision: number;
  readonly events: number;
  readonly findings: readonly Finding[];
  readonly isRepeat: boolean;
}

/** What a command would do. */
export interface CommandPreview {
  readonly ledger: LedgerId;
  readonly events: readonly Draft[];
  readonly findings: readonly Finding[];
}
