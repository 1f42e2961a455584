import type { CanActivate, ExecutionContext } from '@nestjs/common';
import type { QueryBus } from '@nestjs/cqrs';
import type { FastifyRequest } from 'fastify';
import { firstValueFrom, from } from 'rxjs';
import { assertMay, Identify, type Identified } from '../../bus/access-messages.ts';
import { Failure } from '../../catalogue/failure.ts';
import { within } from '../patience.ts';
import { assertOwnSite, credentialsIn, isHarmless } from './credentials.ts';
import { type Needed, neededKey } from './permits.ts';

/** Only pages of ours know what belongs to a session. @throws CROSS_SITE_REFUSED */
const assertOwnPage = (request: FastifyRequest, { crossSiteSecret }: Identified): void => {
  if (crossSiteSecret === null || isHarmless(request)) return;
  if (request.headers['x-csrf-token'] !== crossSiteSecret) {
    throw new Failure('CROSS_SITE_REFUSED', {});
  }
};

/** Nobody comes in but by what a route says that it needs; one that says nothing lets in nobody. */
export class AccessGuard implements CanActivate {
  readonly #queries: QueryBus;
  readonly #seconds: number;

  /** @param seconds how long it may take to know who asks */
  constructor(queries: QueryBus, seconds: number) {
    this.#queries = queries;
    this.#seconds = seconds;
  }

  /** @throws SIGN_IN_NEEDED, SESSION_ENDED, TOKEN_NOT_VALID, CROSS_SITE_REFUSED, NOT_PERMITTED, ANSWER_TIMEOUT */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const needed = Reflect.getMetadata(neededKey, context.getHandler()) as Needed | undefined;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    assertOwnSite(request);
    if (needed === 'anyone') return true;
    if (needed === undefined) throw new Failure('NOT_PERMITTED', { roles: [], ledger: null });
    const asker = await this.#identify(request);
    assertOwnPage(request, asker);
    const { ledger = null } = request.params as { readonly ledger?: string };
    if (needed !== 'signedIn') assertMay(asker, needed, ledger);
    request.principal = asker;
    return true;
  }

  #identify(request: FastifyRequest): Promise<Identified> {
    const identified = this.#queries.execute(new Identify(credentialsIn(request)));
    return firstValueFrom(from(identified).pipe(within(this.#seconds)));
  }
}
