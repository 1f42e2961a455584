/** Of the room there is, what one answer may take at most: a large one drives out few others. */
const shareMax = 1 / 8;

/**
 * Answers that never move, as they are sent, by their tags. What was asked for longest ago makes room
 * for what comes.
 */
export class KeptAnswers {
  readonly #bytesMax: number;
  /** in the order in which they were last asked for */
  readonly #answers = new Map<string, Buffer>();
  #bytes = 0;

  constructor(bytesMax: number) {
    this.#bytesMax = bytesMax;
  }

  /** What is kept in all. */
  get bytes(): number {
    return this.#bytes;
  }

  find(tag: string): Buffer | null {
    const found = this.#answers.get(tag);
    if (found === undefined) return null;
    this.#answers.delete(tag);
    this.#answers.set(tag, found);
    return found;
  }

  keep(tag: string, answer: Buffer): void {
    if (answer.length > this.#bytesMax * shareMax) return;
    this.#forget(tag);
    this.#answers.set(tag, answer);
    this.#bytes += answer.length;
    for (const oldest of this.#answers.keys()) {
      if (this.#bytes <= this.#bytesMax) return;
      this.#forget(oldest);
    }
  }

  #forget(tag: string): void {
    this.#bytes -= this.#answers.get(tag)?.length ?? 0;
    this.#answers.delete(tag);
  }
}
