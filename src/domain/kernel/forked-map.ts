/**
 * A map that can be tried out: a fork sees what its origin holds and keeps its own changes, until
 * `merge` hands them down or the fork is forgotten. Values are never changed in place.
 */
export class ForkedMap<Key, Value> {
  readonly #origin: ForkedMap<Key, Value> | null;
  readonly #own = new Map<Key, Value>();

  constructor(origin: ForkedMap<Key, Value> | null = null) {
    this.#origin = origin;
  }

  get(key: Key): Value | undefined {
    return this.#own.get(key) ?? this.#origin?.get(key);
  }

  has(key: Key): boolean {
    return this.get(key) !== undefined;
  }

  set(key: Key, value: Value): void {
    this.#own.set(key, value);
  }

  update(key: Key, empty: Value, change: (value: Value) => Value): void {
    this.set(key, change(this.get(key) ?? empty));
  }

  /** The keys that were set since the fork. */
  changedKeys(): Iterable<Key> {
    return this.#own.keys();
  }

  *entries(): Generator<[Key, Value]> {
    if (this.#origin !== null) {
      for (const entry of this.#origin.entries()) if (!this.#own.has(entry[0])) yield entry;
    }
    yield* this.#own.entries();
  }

  *values(): Generator<Value> {
    for (const [, value] of this.entries()) yield value;
  }

  *keys(): Generator<Key> {
    for (const [key] of this.entries()) yield key;
  }

  get size(): number {
    return this.#origin === null ? this.#own.size : [...this.keys()].length;
  }

  fork(): ForkedMap<Key, Value> {
    return new ForkedMap(this);
  }

  /** Hands the changes of this fork down to what it was forked from. */
  merge(): void {
    for (const [key, value] of this.#own) this.#origin?.set(key, value);
    this.#own.clear();
  }
}
