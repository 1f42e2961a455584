export type Direction = 'towards the server' | 'towards the client';

/** What becomes of the bytes of all connections. */
export class Traffic {
  #frozen: PromiseWithResolvers<undefined> | undefined;
  #cut: { direction: Direction; bytes: number } | undefined;

  /** From here on bytes are taken and go nowhere, as with a process that is stopped. */
  freeze(): void {
    this.#frozen ??= Promise.withResolvers();
  }

  thaw(): void {
    this.#frozen?.resolve(undefined);
    this.#frozen = undefined;
  }

  get isFrozen(): boolean {
    return this.#frozen !== undefined;
  }

  /** Resolves when bytes may pass. */
  async flows(): Promise<void> {
    while (this.#frozen !== undefined) await this.#frozen.promise;
  }

  /** The connection over which the last of so many bytes passes is cut behind it, once. */
  cutAfter(bytes: number, direction: Direction): void {
    this.#cut = { bytes, direction };
  }

  /** What passes of the bytes: all of them, unless the connection is cut within them. */
  pass(direction: Direction, chunk: Buffer): { passed: Buffer; isCut: boolean } {
    if (this.#cut?.direction !== direction) return { passed: chunk, isCut: false };
    const { bytes } = this.#cut;
    if (chunk.length < bytes) {
      this.#cut.bytes -= chunk.length;
      return { passed: chunk, isCut: false };
    }
    this.#cut = undefined;
    return { passed: chunk.subarray(0, bytes), isCut: true };
  }
}
