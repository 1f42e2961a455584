/** Where papers of a kind lie together. */
export const drawers = ['people', 'invitations', 'sessions', 'attempts', 'drafts'] as const;
export type Drawer = (typeof drawers)[number];

/** Something that changes and may have to vanish, as text, with the number of its changes. */
export interface Paper {
  readonly key: string;
  readonly text: string;
  readonly version: number;
}

/**
 * What stands beside the ledgers, which never forget: people's names, passwords, sessions, drafts.
 * There are few of them and they are small. Every instance on a store sees the same.
 */
export interface Papers {
  /** null where there is none; another instance's change may be a second old, its new papers are seen at once */
  find(drawer: Drawer, key: string): Promise<Paper | null>;
  /** as they are now */
  all(drawer: Drawer): Promise<readonly Paper[]>;
  /**
   * Keeps a paper, or throws it away (null).
   * @param version of the paper that is replaced, 0 where there must be none
   * @returns false where somebody else was faster; nothing was changed then
   */
  put(drawer: Drawer, key: string, text: string | null, version: number): Promise<boolean>;
  /** What was thrown away or replaced is in the store no more. */
  shred(drawer: Drawer): Promise<void>;
}
