import * as client from 'openid-client';
import type { IdentityProvider, ProviderVisit } from '../../application/ports/identity-provider.ts';
import { Failure, isFailure } from '../../catalogue/failure.ts';

export interface ProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** where the provider sends people back to */
  readonly callback: string;
}

/** What the browser keeps between going and coming back. */
interface Kept {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

const isOnThisMachine = ({ protocol, hostname }: URL): boolean =>
  protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);

/** Errors come from elsewhere: what they say is looked for, not what they are. */
const fieldIn = (error: unknown, name: 'name' | 'code' | 'error' | 'cause'): unknown =>
  typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;

const wordIn = (error: unknown, name: 'code' | 'error'): string | undefined => {
  const word = fieldIn(error, name);
  return typeof word === 'string' ? word : undefined;
};

/** What fetch throws where nobody answers, whoever wraps it. */
const isSilence = (error: unknown): boolean =>
  error !== undefined &&
  (fieldIn(error, 'name') === 'TypeError' || isSilence(fieldIn(error, 'cause')));

/** Of a failed exchange: the provider said no, or it did not answer. */
const failureOf = (error: unknown): Failure => {
  if (isFailure(error)) return error;
  const code = wordIn(error, 'code');
  if (isSilence(error) || code === 'OAUTH_TIMEOUT') {
    return new Failure('PROVIDER_NOT_REACHED', {});
  }
  const problem = wordIn(error, 'error') ?? code ?? 'lo que responde no se entiende';
  return new Failure('PROVIDER_REFUSED', { problem });
};

const keptIn = (text: string): Kept => {
  try {
    const { state, nonce, verifier } = JSON.parse(
      Buffer.from(text, 'base64url').toString('utf8'),
    ) as Kept;
    if ([state, nonce, verifier].every((each) => typeof each === 'string')) {
      return { state, nonce, verifier };
    }
  } catch {
    // what is not ours is refused below
  }
  throw new Failure('PROVIDER_REFUSED', { problem: 'el inicio de sesión no empezó aquí' });
};

/** Authorization code with PKCE, state and nonce: all three are checked by the library. */
export class OpenIdProvider implements IdentityProvider {
  readonly #settings: ProviderSettings;
  #found: Promise<client.Configuration> | null = null;

  constructor(settings: ProviderSettings) {
    this.#settings = settings;
  }

  async begin(): Promise<ProviderVisit> {
    const kept: Kept = {
      state: client.randomState(),
      nonce: client.randomNonce(),
      verifier: client.randomPKCECodeVerifier(),
    };
    try {
      const address = client.buildAuthorizationUrl(await this.#configuration(), {
        redirect_uri: this.#settings.callback,
        scope: 'openid',
        state: kept.state,
        nonce: kept.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(kept.verifier),
        code_challenge_method: 'S256',
      });
      return {
        address: address.href,
        kept: Buffer.from(JSON.stringify(kept)).toString('base64url'),
      };
    } catch (error) {
      throw failureOf(error);
    }
  }

  async finish(text: string, query: string): Promise<string> {
    const { state, nonce, verifier } = keptIn(text);
    try {
      const address = new URL(`${this.#settings.callback}?${query}`);
      const answer = await client.authorizationCodeGrant(await this.#configuration(), address, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const subject = answer.claims()?.sub;
      if (subject === undefined)
        throw new Failure('PROVIDER_REFUSED', { problem: 'no dice quién' });
      return subject;
    } catch (error) {
      throw failureOf(error);
    }
  }

  /** Asked once; a provider that did not answer is asked again by the next person. */
  #configuration(): Promise<client.Configuration> {
    const { issuer, clientId, clientSecret } = this.#settings;
    const server = new URL(issuer);
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- that is what marks it: for tests on one machine
    const execute = isOnThisMachine(server) ? [client.allowInsecureRequests] : [];
    this.#found ??= client
      .discovery(server, clientId, clientSecret, undefined, { execute, timeout: 10 })
      .catch((error: unknown) => {
        this.#found = null;
        throw failureOf(error);
      });
    return this.#found;
  }
}
