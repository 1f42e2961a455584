import type { CivilDate } from './civil-date.ts';
import type { Instrument } from './events.ts';

/** What somebody says about a file that is taken in. */
export interface ImportFlags {
  readonly adjustedOn?: CivilDate;
  readonly effectiveOn?: CivilDate;
  readonly assumeSource?: string;
  readonly decimal?: 'point' | 'comma';
  readonly acceptDifferences?: boolean;
  /** looks once more at a file that was taken before */
  readonly again?: boolean;
  /** approves an original budget under this instrument */
  readonly approve?: Instrument;
}
