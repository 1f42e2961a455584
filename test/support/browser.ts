const json = { 'content-type': 'application/json' };

/** What a browser does with cookies, and what a page of ours says with what changes something. */
export class Browser {
  readonly #url: string;
  readonly #cookies = new Map<string, string>();
  csrf = '';

  constructor(url: string) {
    this.#url = url;
  }

  get cookies(): ReadonlyMap<string, string> {
    return this.#cookies;
  }

  async ask(method: string, path: string, body?: unknown, more: Record<string, string> = {}) {
    const response = await fetch(`${this.#url}${path}`, {
      method,
      redirect: 'manual',
      headers: { ...this.#headers, ...(body === undefined ? {} : json), ...more },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    for (const cookie of response.headers.getSetCookie()) this.#keep(cookie);
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    const said = isJson ? (JSON.parse(text) as Record<string, unknown>) : {};
    return { status: response.status, headers: response.headers, text, json: said };
  }

  /** Signs in and learns what pages of ours say. */
  async signIn(login: string, password: string) {
    const said = await this.ask('POST', '/api/v1/session', { login, password });
    this.csrf = typeof said.json.csrfToken === 'string' ? said.json.csrfToken : '';
    return said;
  }

  get #headers(): Record<string, string> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return { cookie, ...(this.csrf !== '' && { 'x-csrf-token': this.csrf }) };
  }

  #keep(cookie: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
    const isOver = /Max-Age=0|Expires=Thu, 01 Jan 1970/i.test(cookie);
    if (isOver) this.#cookies.delete(name);
    else this.#cookies.set(name, value);
  }
}
