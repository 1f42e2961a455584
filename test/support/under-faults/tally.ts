/** How the commands of many writers ended, and how long nobody was answered. */
export class Tally {
  /** commandId → the revision that was answered */
  readonly written = new Map<string, number>();
  /** commandId → the code of the refusal: nothing may have been written */
  readonly refused = new Map<string, string>();
  /** commands that were told at least once that their outcome is unknown */
  readonly unknown = new Set<string>();
  /** commands that nobody could tell the outcome of before the end */
  readonly open = new Set<string>();
  /** what was thrown and is no refusal */
  readonly crashes: unknown[] = [];
  /** milliseconds */
  longestSilence = 0;
  #lastAnswer = performance.now();

  /** @throws where a command is answered twice */
  write(id: string, revision: number): void {
    if (this.written.has(id)) throw new Error(`answered twice: ${id}`);
    this.written.set(id, revision);
    this.#hear();
  }

  /** The silence up to now counts too. */
  end(): void {
    this.#hear();
  }

  countOf(code: string): number {
    return [...this.refused.values()].filter((each) => each === code).length;
  }

  #hear(): void {
    const now = performance.now();
    this.longestSilence = Math.max(this.longestSilence, now - this.#lastAnswer);
    this.#lastAnswer = now;
  }
}
