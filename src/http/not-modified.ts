import type { Said } from './answer-tag.ts';

/** Who asks has the answer already: what is said of it stands on the reply. */
export class NotModified extends Error {
  override readonly name = 'NotModified';
  /** of the answer: its ledger and its cut-off */
  readonly said: Said;

  constructor(said: Said) {
    super();
    this.said = said;
  }
}
