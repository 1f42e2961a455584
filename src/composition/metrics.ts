import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Failure } from '../catalogue/failure.ts';

/** An answered request, by what there are few of. */
export interface Answered {
  readonly method: string;
  /** its pattern, never its address */
  readonly route: string;
  readonly status: number;
}

type Heads = () => ReadonlyMap<string, number>;

const watchHeads = (register: Registry, heads: Heads): void => {
  new Gauge({
    name: 'poa_ledger_head_revision',
    help: 'The last record of each ledger that this process has read',
    labelNames: ['ledger'],
    registers: [register],
    collect() {
      this.reset();
      for (const [ledger, revision] of heads()) this.set({ ledger }, revision);
    },
  });
};

/** What is counted, for Prometheus to collect. */
export class Metrics {
  readonly #register = new Registry();
  readonly #requests: Histogram<'method' | 'route' | 'status'>;
  readonly #failures: Counter<'code'>;

  constructor(heads: Heads) {
    const registers = [this.#register];
    collectDefaultMetrics({ register: this.#register });
    watchHeads(this.#register, heads);
    this.#requests = new Histogram({
      name: 'poa_http_request_duration_seconds',
      help: 'How long answers took, by the pattern of the address',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers,
    });
    this.#failures = new Counter({
      name: 'poa_store_failures_total',
      help: 'Answers that the store made impossible, by code',
      labelNames: ['code'],
      registers,
    });
  }

  answered({ method, route, status }: Answered, seconds: number): void {
    this.#requests.observe({ method, route, status }, seconds);
  }

  failed({ code, kind }: Failure): void {
    const isOfStore = code.startsWith('STORE_') || code === 'NOT_READY' || code === 'BUSY';
    const isUnknown = code === 'OUTCOME_UNKNOWN' || code === 'CLOCK_SKEW';
    if (kind === 'damaged' || isOfStore || isUnknown) this.#failures.inc({ code });
  }

  get type(): string {
    return this.#register.contentType;
  }

  text(): Promise<string> {
    return this.#register.metrics();
  }

  close(): void {
    this.#register.clear();
  }
}
