import { type CanActivate, type ExecutionContext, UseGuards } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Failure } from '../../catalogue/failure.ts';

class Taking implements CanActivate {
  readonly #type: string;

  constructor(type: string) {
    this.#type = type;
  }

  /** @throws MEDIA_TYPE_NOT_SUPPORTED */
  canActivate(context: ExecutionContext): boolean {
    const { headers } = context.switchToHttp().getRequest<FastifyRequest>();
    const { 'content-type': type = '', 'content-encoding': coding = 'identity' } = headers;
    const [media = ''] = type.split(';');
    if (media.trim().toLowerCase() !== this.#type) {
      throw new Failure('MEDIA_TYPE_NOT_SUPPORTED', { type });
    }
    if (coding.toLowerCase() === 'identity') return true;
    throw new Failure('MEDIA_TYPE_NOT_SUPPORTED', { type: `${type} (${coding})` });
  }
}

/** The one type that a body of a route is of, and as it is: nothing is unpacked here. */
export const takesOnly = (type: 'application/json' | 'application/octet-stream') =>
  UseGuards(new Taking(type));
