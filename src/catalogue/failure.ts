import { failures, type FailureCode, type FailureFacts, type FailureKind } from './failures.ts';

/**
 * Where a value stands: in an option of the command line, in a field of what was sent
 * (`lines[0].amount`), or in a file taken in, whose lines count from 1 and whose cells carry the
 * form's own number.
 */
export interface Place {
  readonly option?: string;
  readonly field?: string;
  readonly file?: string;
  readonly line?: number;
  readonly cell?: string;
}

/**
 * A rule that says no: a stable code, plain facts, no transport. Anything else that is thrown is a
 * broken assumption and ends the request.
 */
export class Failure<Code extends FailureCode = FailureCode> extends Error {
  override readonly name = 'Failure';
  readonly code: Code;
  readonly facts: FailureFacts<Code>;
  readonly place: Place | undefined;

  constructor(code: Code, facts: FailureFacts<Code>, place?: Place) {
    super(code);
    this.code = code;
    this.facts = facts;
    this.place = place;
  }

  get kind(): FailureKind {
    return failures[this.code].kind;
  }

  /** The Spanish sentence for people, with its place in front where there is one. */
  get detail(): string {
    const text = failures[this.code].text as (facts: FailureFacts<Code>) => string;
    return this.place === undefined
      ? text(this.facts)
      : `${printPlace(this.place)}: ${text(this.facts)}`;
  }

  at(place: Place): Failure<Code> {
    return new Failure(this.code, this.facts, { ...place, ...this.place });
  }
}

/** Whether something thrown is a refusal; anything else is a defect. */
export const isFailure = (error: unknown): error is Failure => error instanceof Failure;

export const printPlace = ({ option, field, file, line, cell }: Place): string =>
  [
    option,
    field,
    file,
    line === undefined ? undefined : `línea ${String(line)}`,
    cell && `columna ${cell}`,
  ]
    .filter((part) => part !== undefined && part !== '')
    .join(', ');

/** Runs a reading of one value and adds the place to whatever refuses it. */
export const placed = <T>(place: Place, read: () => T): T => {
  try {
    return read();
  } catch (error) {
    throw isFailure(error) ? error.at(place) : error;
  }
};
