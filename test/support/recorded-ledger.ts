import type { CivilDate } from '../../src/catalogue/civil-date.ts';
import { defaultClassifiers } from '../../src/catalogue/classifiers.ts';
import type { LedgerId } from '../../src/catalogue/codes.ts';
import type { Draft, LedgerRecord } from '../../src/catalogue/events.ts';
import { Failure } from '../../src/catalogue/failure.ts';
import { instantAt } from '../../src/catalogue/instant.ts';
import { areaLedger, type Command } from '../../src/domain/area-ledger/index.ts';

export const ledgerOfTests = '41-SENAVEX-2020' as LedgerId;

/** The day on which acts of these ledgers are recorded. */
const today = '2021-01-15' as CivilDate;

export const openLedger: Command = {
  type: 'OpenLedger',
  data: {
    entity: { code: '41', name: null },
    area: { sigla: 'SENAVEX', name: null },
    fiscalYear: 2020,
    currency: 'BOB',
    zone: 'America/La_Paz',
    classifiers: defaultClassifiers,
  },
};

interface Tried {
  readonly command: Command;
  readonly answer: readonly LedgerRecord[] | Failure;
}

/** A ledger kept in the test: commands are decided and what they lead to is recorded at once. */
export class RecordedLedger {
  readonly records: LedgerRecord[] = [];
  /** every command that was tried, with what came of it */
  readonly tried: Tried[] = [];
  readonly #state = areaLedger.initialState();

  get attempted(): number {
    return this.tried.length;
  }

  get accepted(): number {
    return this.tried.filter(({ answer }) => !(answer instanceof Failure)).length;
  }

  get revision(): number {
    return this.records.length - 1;
  }

  /** What a command would record, or why it is refused. */
  would(command: Command): readonly LedgerRecord[] | Failure {
    try {
      const { events } = areaLedger.decide(command, this.#state);
      return this.#recordsOf(events, command);
    } catch (error) {
      if (error instanceof Failure) return error;
      throw error;
    }
  }

  attempt(command: Command): readonly LedgerRecord[] | Failure {
    const answer = this.would(command);
    this.tried.push({ command, answer });
    if (!(answer instanceof Failure)) this.#append(answer);
    return answer;
  }

  /** @throws Failure where the command is refused */
  take(...commands: readonly Command[]): this {
    for (const command of commands) {
      const records = this.attempt(command);
      if (records instanceof Failure) throw records;
    }
    return this;
  }

  #append(records: readonly LedgerRecord[]): void {
    for (const record of records) {
      areaLedger.evolve(this.#state, record);
      this.records.push(record);
    }
  }

  #recordsOf(drafts: readonly Draft[], { signed }: Command): LedgerRecord[] {
    return drafts.map(({ type, effectiveOn, data, origin }, index) => {
      const revision = this.revision + 1 + index;
      return {
        ledger: ledgerOfTests,
        revision,
        type,
        version: 1,
        effectiveOn: effectiveOn ?? today,
        data,
        // one moment for all records of a command, and another one for every command
        recordedAt: instantAt(1_600_000_000_000_000 + this.revision + 1),
        actor: 'ana',
        commandId: `c-${this.attempted}`,
        commandHash: '',
        correlationId: `c-${this.attempted}`,
        ...(origin && { origin }),
        ...(signed && { signed }),
      } as LedgerRecord;
    });
  }
}
