import type { AppendOutcome } from './event-store.ts';
import type { Drawer } from './papers.ts';

/** One change of a drawer, as text. */
export interface PaperEntry {
  readonly revision: number;
  readonly text: string;
}

/**
 * What a store offers to those who keep papers: a log for each drawer that can lose its beginning,
 * as the streams of ledgers cannot.
 */
export interface PaperLog {
  /** All of the texts or none. @param expected the revision of the last entry, -1 where there never was one */
  appendPapers(drawer: Drawer, expected: number, texts: readonly string[]): Promise<AppendOutcome>;
  /** From a revision on, as far as they were not forgotten. */
  readPapers(drawer: Drawer, from: number): Promise<readonly PaperEntry[]>;
  /** What came before a revision is no more to be had. */
  forgetPapers(drawer: Drawer, before: number): Promise<void>;
}
