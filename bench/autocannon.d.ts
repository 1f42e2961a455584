/** As much of it as is used here: the package brings no types. */
declare module 'autocannon' {
  export interface Request {
    readonly method?: 'GET' | 'POST';
    readonly path?: string;
    readonly body?: string;
    readonly headers?: Readonly<Record<string, string>>;
  }
  export interface Options {
    readonly url: string;
    readonly connections: number;
    /** seconds */
    readonly duration: number;
    readonly requests: readonly { readonly setupRequest: (request: Request) => Request }[];
  }
  export interface Result {
    readonly requests: { readonly total: number };
    /** seconds */
    readonly duration: number;
    /** milliseconds */
    readonly latency: { readonly p99: number };
    readonly errors: number;
    readonly timeouts: number;
    readonly non2xx: number;
  }
  export default function autocannon(options: Options): Promise<Result>;
}
