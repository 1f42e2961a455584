import type { AccessFact, AccountId, Holding } from '../catalogue/access-events.ts';
import type { Hash } from '../integrity/merkle.ts';
import {
  type AccessCommand,
  type AccessState,
  decideAccess,
  evolveAccess,
  holdingsOf,
  initialAccess,
} from '../domain/access-ledger/index.ts';
import type { Clock } from './ports/clock.ts';
import type { EventStore } from './ports/event-store.ts';
import type { Holdings, KnownToken } from './ports/holdings.ts';
import { type LogRecord, SealedLog } from './sealed-log.ts';

export type AccessRecord = LogRecord<AccessFact>;

/** The ledger of access as it was read, and its head. */
export interface AccessHistory {
  readonly revision: number;
  readonly root: Hash;
  readonly records: readonly AccessRecord[];
}

/** What another instance recorded is known here this soon: microseconds. */
const freshness = 1_000_000;

const covered = (holdings: readonly Holding[], asked: Holding): boolean =>
  holdings.some(
    ({ role, ledger }) => role === asked.role && (ledger === null || ledger === asked.ledger),
  );

/** The ledger of access: who holds which role for which ledger, and who said so. */
export class AccessBook implements Holdings {
  readonly #clock: Clock;
  readonly #log: SealedLog<AccessFact>;
  readonly #records: AccessRecord[] = [];
  #state: AccessState = initialAccess;
  #readAt = Number.NEGATIVE_INFINITY;

  constructor(store: EventStore, clock: Clock) {
    this.#clock = clock;
    this.#log = new SealedLog(
      { store, clock },
      { category: 'poaAccess', id: 'access' },
      (record) => {
        this.#records.push(record);
        this.#state = evolveAccess(this.#state, record);
      },
    );
  }

  async of(account: AccountId): Promise<readonly Holding[]> {
    return holdingsOf(await this.#fresh(account), account);
  }

  async isOpen(account: AccountId): Promise<boolean> {
    const { accounts } = await this.#fresh(account);
    return accounts.get(account)?.isOpen === true;
  }

  async token(token: string): Promise<KnownToken | null> {
    const known = await this.#recent();
    const found = known.tokens.get(token) ?? (await this.state()).tokens.get(token);
    if (found === undefined) return null;
    const held = holdingsOf(this.#state, found.account);
    return { ...found, holdings: found.holdings.filter((each) => covered(held, each)) };
  }

  /** As it stands now. */
  async state(): Promise<AccessState> {
    this.#readAt = this.#clock.now();
    await this.#log.catchUp();
    return this.#state;
  }

  async history(): Promise<AccessHistory> {
    await this.state();
    return { ...this.#log.head, records: [...this.#records] };
  }

  /** @throws Failure where a rule says no; then nothing was recorded */
  change(actor: string, ...commands: readonly AccessCommand[]): Promise<void> {
    return this.changeAsNeeded(actor, () => commands);
  }

  /** @param needed what is to be changed as it stands by then; nothing where others were faster */
  changeAsNeeded(
    actor: string,
    needed: (state: AccessState) => readonly AccessCommand[],
  ): Promise<void> {
    return this.#log.append(actor, () => {
      let state = this.#state;
      return needed(state).map((command) => {
        const fact = decideAccess(command, { state, actor });
        state = evolveAccess(state, fact);
        return fact;
      });
    });
  }

  /** An account that is not known yet may have been opened by another instance just now. */
  async #fresh(account: AccountId): Promise<AccessState> {
    const known = await this.#recent();
    return known.accounts.has(account) ? known : this.state();
  }

  async #recent(): Promise<AccessState> {
    const isRecent = this.#clock.now() - this.#readAt <= freshness;
    return isRecent ? this.#state : this.state();
  }
}
