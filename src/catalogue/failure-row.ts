/** What kind of no a refusal is: edges turn it into a status or an exit code. */
export type FailureKind =
  | 'invalid' // the input is malformed
  | 'missing' // what it names does not exist
  | 'refused' // a rule of the field says no
  | 'denied' // whoever asks is not known, or may not
  | 'conflict' // somebody else was faster, or the same id came with other content
  | 'unavailable' // the store cannot answer now
  | 'damaged' // what is stored is not what was written
  | 'defect'; // the program itself is wrong

export interface FailureRow<Facts> {
  readonly kind: FailureKind;
  readonly text: (facts: Facts) => string;
}

export const row = <Facts = object>(
  kind: FailureKind,
  text: (facts: Facts) => string,
): FailureRow<Facts> => ({
  kind,
  text,
});
