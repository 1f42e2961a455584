/** Where a command writes, and for whom: people, or programs that read JSON. */
export interface Output {
  readonly isJson: boolean;
  readonly write: (text: string) => void;
  readonly writeJson: (value: unknown) => void;
}
