import type { LedgerId } from '../catalogue/codes.ts';
import type { Signatures } from '../catalogue/events.ts';
import { Failure, isFailure } from '../catalogue/failure.ts';
import type { FailureCode } from '../catalogue/failures.ts';
import { type Instant, instantAt } from '../catalogue/instant.ts';
import type { PapersOf } from '../access/papers-of.ts';
import { newId } from '../access/secrets.ts';
import type { Command } from '../domain/area-ledger/index.ts';
import type { CommandAnswer, CommandPreview } from './command-request.ts';
import type { LedgerService } from './ledger-service.ts';
import type { Clock } from './ports/clock.ts';

/** Somebody did something to a draft. */
export interface Signed {
  readonly account: string;
  readonly at: Instant;
}

export interface Returned extends Signed {
  readonly reason: string;
}

/** A command that waits for the people who answer for it. */
export interface DraftRow {
  readonly draft: string;
  readonly ledger: LedgerId;
  readonly command: Command;
  readonly prepared: Signed;
  /** null while nobody reviewed it */
  readonly reviewed: Signed | null;
  /** null unless somebody sent it back: then it goes no further */
  readonly returned: Returned | null;
}

/** What a draft would do if it were approved now, or the rule that would say no. */
export interface DraftInFull extends DraftRow {
  readonly effects: Pick<CommandPreview, 'events' | 'findings'> | null;
  readonly refusal: { readonly code: FailureCode; readonly detail: string } | null;
}

/** Whose draft is meant, and who asks. */
export interface AskedDraft {
  readonly ledger: LedgerId;
  readonly draft: string;
  readonly account: string;
}

type Kept = Omit<DraftRow, 'draft'>;

/** Who is still to sign, for a trial. */
const reviewer = 'quien revise';
const approver = 'quien apruebe';

/** A report names in its own data who answers for it. */
const signedBy = (command: Command, signed: Signatures): Command =>
  command.type === 'IssueReport'
    ? { ...command, data: { ...command.data, ...signed }, signed }
    : { ...command, signed };

const assertGoesOn = ({ returned }: Kept): void => {
  if (returned !== null) throw new Failure('DRAFT_WAS_RETURNED', { reason: returned.reason });
};

/** Nobody signs twice. */
const assertOther = (account: string, ...before: readonly (Signed | null)[]): void => {
  if (before.some((each) => each?.account === account)) {
    throw new Failure('SIGNATURES_NOT_DISTINCT', { person: account });
  }
};

/** Drafts are elaborated, reviewed and approved by different people; what is approved is recorded. */
export class Drafts {
  readonly #papers: PapersOf<Kept>;
  readonly #ledgers: LedgerService;
  readonly #clock: Clock;

  constructor(papers: PapersOf<Kept>, ledgers: LedgerService, clock: Clock) {
    this.#papers = papers;
    this.#ledgers = ledgers;
    this.#clock = clock;
  }

  /** @throws what the ledger would refuse the command with by now */
  async prepare(ledger: LedgerId, command: Command, account: string): Promise<DraftInFull> {
    const draft = newId('d');
    const kept = { ledger, command, prepared: this.#by(account), reviewed: null, returned: null };
    const effects = await this.#effects(kept);
    await this.#papers.add(draft, kept);
    return { draft, ...kept, effects, refusal: null };
  }

  /** The oldest first. @throws LEDGER_NOT_FOUND */
  async list(ledger: LedgerId): Promise<readonly DraftRow[]> {
    await this.#ledgers.assertThere(ledger);
    const all = await this.#papers.all();
    return all
      .filter(([, kept]) => kept.ledger === ledger)
      .map(([draft, kept]) => ({ draft, ...kept }))
      .sort((one, other) => (one.prepared.at < other.prepared.at ? -1 : 1));
  }

  /** @throws DRAFT_NOT_FOUND */
  async view({ ledger, draft }: Omit<AskedDraft, 'account'>): Promise<DraftInFull> {
    const kept = await this.#find(ledger, draft);
    try {
      return { draft, ...kept, effects: await this.#effects(kept), refusal: null };
    } catch (error) {
      if (!isFailure(error)) throw error;
      const { code, detail } = error;
      return { draft, ...kept, effects: null, refusal: { code, detail } };
    }
  }

  /** @throws DRAFT_NOT_FOUND, DRAFT_WAS_RETURNED, DRAFT_ALREADY_REVIEWED, SIGNATURES_NOT_DISTINCT */
  review({ ledger, draft, account }: AskedDraft): Promise<void> {
    return this.#change(ledger, draft, (kept) => {
      assertGoesOn(kept);
      if (kept.reviewed !== null) throw new Failure('DRAFT_ALREADY_REVIEWED', {});
      assertOther(account, kept.prepared);
      return { ...kept, reviewed: this.#by(account) };
    });
  }

  /** Sends it back, with why. */
  return({ ledger, draft, account }: AskedDraft, reason: string): Promise<void> {
    return this.#change(ledger, draft, (kept) => {
      assertGoesOn(kept);
      return { ...kept, returned: { ...this.#by(account), reason } };
    });
  }

  /**
   * Records it. Repeated after an answer that was lost it is recorded once.
   * @throws DRAFT_NOT_FOUND, DRAFT_NOT_REVIEWED, DRAFT_WAS_RETURNED, SIGNATURES_NOT_DISTINCT, and
   *   what the ledger says
   */
  async approve(
    { ledger, draft, account }: AskedDraft,
    correlationId: string,
  ): Promise<CommandAnswer> {
    const kept = await this.#find(ledger, draft);
    assertGoesOn(kept);
    const { prepared, reviewed, command } = kept;
    if (reviewed === null) throw new Failure('DRAFT_NOT_REVIEWED', {});
    assertOther(account, prepared, reviewed);
    const signed = {
      ...{ prepared: prepared.account, reviewed: reviewed.account },
      approved: account,
    };
    const answer = await this.#ledgers.change({
      ...{ ledger, actor: account, correlationId },
      command: signedBy(command, signed),
      commandId: `draft-${draft}`,
    });
    await this.#papers.change(draft, () => null);
    return answer;
  }

  /** @throws DRAFT_NOT_FOUND, DRAFT_OF_ANOTHER: it is taken back by who made it */
  withdraw({ ledger, draft, account }: AskedDraft): Promise<void> {
    return this.#change(ledger, draft, ({ prepared }) => {
      if (prepared.account !== account) throw new Failure('DRAFT_OF_ANOTHER', {});
      return null;
    });
  }

  /** @throws what the ledger would refuse it with by now */
  async #effects({ ledger, command, prepared, reviewed }: Kept) {
    const signed = {
      ...{ prepared: prepared.account, reviewed: reviewed?.account ?? reviewer },
      approved: approver,
    };
    const { events, findings } = await this.#ledgers.preview({
      ...{ ledger, command: signedBy(command, signed) },
      ...{ commandId: 'draft', actor: approver },
    });
    return { events, findings };
  }

  async #find(ledger: LedgerId, draft: string): Promise<Kept> {
    const kept = await this.#papers.find(draft);
    if (kept?.ledger !== ledger) throw new Failure('DRAFT_NOT_FOUND', { draft });
    return kept;
  }

  #change(ledger: LedgerId, draft: string, make: (kept: Kept) => Kept | null): Promise<void> {
    return this.#papers.change(draft, (kept) => {
      if (kept?.ledger !== ledger) throw new Failure('DRAFT_NOT_FOUND', { draft });
      return make(kept);
    });
  }

  #by(account: string): Signed {
    return { account, at: instantAt(this.#clock.now()) };
  }
}
