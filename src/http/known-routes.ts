const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** The addresses that match a pattern (`/api/v1/ledgers/:ledger/late`, `/docs/*`). */
const matching = (pattern: string): RegExp => {
  const parts = pattern.split('/').map((part) => {
    if (part === '*') return '.*';
    return part.startsWith(':') ? '[^/]+' : escaped(part);
  });
  return new RegExp(`^${parts.join('/')}/?$`);
};

/** Which methods there are at an address: where there is one, another one is refused as such. */
export class KnownRoutes {
  readonly #methods = new Map<string, Set<string>>();
  readonly #patterns = new Map<string, RegExp>();

  add(pattern: string, methods: readonly string[]): void {
    const known = this.#methods.get(pattern) ?? new Set<string>();
    for (const method of methods) known.add(method);
    this.#methods.set(pattern, known);
    this.#patterns.set(pattern, matching(pattern));
  }

  methodsOf(path: string): readonly string[] {
    const found = [...this.#patterns].filter(([, matches]) => matches.test(path));
    // what takes everything below it says nothing where there is something
    const named = found.filter(([pattern]) => !pattern.includes('*'));
    const methods = (named.length > 0 ? named : found).flatMap(([pattern]) => [
      ...(this.#methods.get(pattern) ?? []),
    ]);
    return [...new Set(methods)].sort();
  }
}
