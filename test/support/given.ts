import { expect } from '@jest/globals';
import type { CivilDate } from '../../src/catalogue/civil-date.ts';
import type { Draft, EventType, LedgerRecord } from '../../src/catalogue/events.ts';
import { Failure } from '../../src/catalogue/failure.ts';
import type { FailureCode, FailureFacts } from '../../src/catalogue/failures.ts';
import type { Finding } from '../../src/catalogue/finding.ts';
import type { FindingCode, FindingFacts } from '../../src/catalogue/findings.ts';
import { areaLedger, type Command, type LedgerState } from '../../src/domain/area-ledger/index.ts';

/** What happened before: an event as recorded, or a command that is decided on what stands before it. */
export type Step = Draft | Command;

/** Acts are recorded after the gestión: their day binds nothing. */
const recordingDay = '2021-01-15' as CivilDate;

/** Commands are imperative, events past tense. */
const isEvent = (step: Step): step is Draft => /(ed|Taken|Paid)$/.test(step.type);

/** The drafts of all steps in the order of their revisions, folded into the state given. */
const play = (ledger: LedgerState, steps: readonly Step[]): Draft[] =>
  steps.flatMap((step) => {
    const drafts = isEvent(step) ? [step] : areaLedger.decide(step, ledger).events;
    for (const draft of drafts) {
      const effectiveOn = draft.effectiveOn ?? recordingDay;
      areaLedger.evolve(ledger, {
        ...draft,
        effectiveOn,
        revision: ledger.revision + 1,
      } as LedgerRecord);
    }
    return drafts;
  });

/** Everything that these steps record. */
export const recordedBy = (...steps: readonly Step[]): Draft[] =>
  play(areaLedger.initialState(), steps);

/** The revision of the last event of a type that these steps record. */
export const revisionOf = (type: EventType, ...steps: readonly Step[]): number =>
  recordedBy(...steps).findLastIndex((draft) => draft.type === type);

/** An origin is compared where the test names one: it says nothing of money. */
const comparable = (drafts: readonly Draft[], expected: readonly Draft[]): Draft[] =>
  drafts.map((draft, index): Draft => {
    if (expected[index]?.origin !== undefined) return draft;
    const { type, effectiveOn, data } = draft;
    return { type, effectiveOn, data } as Draft;
  });

type Answer =
  { readonly events: readonly Draft[]; readonly findings: readonly Finding[] } | Failure;

const ask = (command: Command, ledger: LedgerState): Answer => {
  try {
    return areaLedger.decide(command, ledger);
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
};

class Then {
  readonly #answer: Answer;

  constructor(answer: Answer) {
    this.#answer = answer;
  }

  get #decided() {
    const answer = this.#answer;
    if (answer instanceof Failure) {
      throw new Error(`refused: ${answer.code} ${JSON.stringify(answer.facts)}`);
    }
    return answer;
  }

  /** These events, in this order, and no other. */
  then(...expected: readonly Draft[]): this {
    const { events } = this.#decided;
    expect(comparable(events, expected)).toEqual(expected);
    return this;
  }

  /** Let in without an event: there is nothing to record. */
  thenNothing(): this {
    return this.then();
  }

  /** The types of the events alone, where their data is shown by another test. */
  thenTypes(...expected: readonly EventType[]): this {
    expect(this.#decided.events.map(({ type }) => type)).toEqual(expected);
    return this;
  }

  thenFindings(...expected: readonly Finding[]): this {
    expect(this.#decided.findings).toEqual(expected);
    return this;
  }

  thenFinding<Code extends FindingCode>(code: Code, facts: FindingFacts<Code>): this {
    const found = this.#decided.findings.filter((finding) => finding.code === code);
    expect(found.map((finding) => finding.facts)).toEqual([facts]);
    return this;
  }

  thenNoFindings(): this {
    return this.thenFindings();
  }

  /** What it was refused with, for the sentence that it says. */
  get refusal(): Failure {
    const answer = this.#answer;
    if (answer instanceof Failure) return answer;
    throw new Error(`let in: ${JSON.stringify(answer.events).slice(0, 1000)}`);
  }

  thenRefused<Code extends FailureCode>(code: Code, facts: FailureFacts<Code>): void {
    const { refusal } = this;
    expect({ code: refusal.code, facts: refusal.facts }).toEqual({ code, facts });
  }
}

/** given(what happened).when(a command).then(what is recorded) */
export const given = (...steps: readonly Step[]) => ({
  when: (command: Command): Then => {
    const ledger = areaLedger.initialState();
    play(ledger, steps);
    const answer = ask(command, ledger);
    expect(ask(command, ledger)).toEqual(answer);
    return new Then(answer);
  },
});
