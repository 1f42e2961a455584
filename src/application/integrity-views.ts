import type { LedgerId } from '../catalogue/codes.ts';
import type { CutOff } from '../../projections/cut-off.ts';
import type { Library } from './library.ts';
import type { Clock } from './ports/clock.ts';
import type { ConsistencyProof, InclusionProof } from './proof.ts';
import {
  type AskedConsistency,
  type AskedInclusion,
  proveConsistency,
  proveInclusion,
} from './prove.ts';
import { type Answer, Sights } from './sight.ts';
import { damageOf, verifyStore, type VerifiedStore, type WholeStore } from './verify-store.ts';

export interface Verification {
  /** a head kept outside was not compared: coherent, never proved unaltered */
  readonly result: 'coherent' | 'damaged';
  /** null where a record does not fit */
  readonly records: number | null;
  readonly root: string | null;
  /** files that the ledger names, compared with their hash */
  readonly files: number;
  readonly damage: readonly { readonly code: string; readonly detail: string }[];
}

export interface Integrity {
  readonly head: { readonly revision: number; readonly size: number };
  /** null where it was not asked for */
  readonly verification: Verification | null;
}

const verificationOf = (found: VerifiedStore): Verification => {
  const damage = damageOf(found).map(({ code, detail }) => ({ code, detail }));
  const verified = found.rows[0]?.verified ?? null;
  return {
    result: damage.length === 0 ? 'coherent' : 'damaged',
    records: verified?.records ?? null,
    root: verified?.root ?? null,
    files: found.files,
    damage,
  };
};

/** What shows that nothing of a ledger was altered. */
export class IntegrityViews {
  readonly #library: Library;
  readonly #store: WholeStore;
  readonly #sights: Sights;
  /** a ledger is gone through once at a time: who asks meanwhile gets the same answer */
  readonly #verifying = new Map<LedgerId, Promise<Verification>>();

  constructor(library: Library, store: WholeStore, clock: Clock) {
    this.#library = library;
    this.#store = store;
    this.#sights = new Sights(library, store, clock);
  }

  integrity(ledger: LedgerId, cutOff: CutOff, isToVerify: boolean): Promise<Answer<Integrity>> {
    return this.#sights.answer(ledger, cutOff, async ({ cutOff: { known } }) => ({
      head: { revision: known.revision, size: known.revision + 1 },
      verification: isToVerify ? await this.#verify(ledger) : null,
    }));
  }

  /** @throws TREE_SIZE_INVALID, REVISION_NOT_FOUND */
  inclusion(
    ledger: LedgerId,
    cutOff: CutOff,
    asked: AskedInclusion,
  ): Promise<Answer<{ readonly proof: InclusionProof }>> {
    return this.#sights.answer(ledger, cutOff, async ({ cutOff: { known } }) => {
      const tree = { ledger, records: known.revision + 1 };
      return { proof: await proveInclusion(this.#store, tree, asked) };
    });
  }

  /** @throws TREE_SIZE_INVALID */
  consistency(
    ledger: LedgerId,
    cutOff: CutOff,
    asked: AskedConsistency,
  ): Promise<Answer<{ readonly proof: ConsistencyProof }>> {
    return this.#sights.answer(ledger, cutOff, async ({ cutOff: { known } }) => {
      const tree = { ledger, records: known.revision + 1 };
      return { proof: await proveConsistency(this.#store, tree, asked) };
    });
  }

  #verify(ledger: LedgerId): Promise<Verification> {
    const underWay = this.#verifying.get(ledger);
    if (underWay !== undefined) return underWay;
    const witness = (each: LedgerId) => this.#library.witness(each);
    const verifying = verifyStore(this.#store, { ledger, witness })
      .then(verificationOf)
      .finally(() => this.#verifying.delete(ledger));
    this.#verifying.set(ledger, verifying);
    return verifying;
  }
}
