import { randomUUID } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ledgerId, type LedgerId } from '../../catalogue/codes.ts';
import { Failure } from '../../catalogue/failure.ts';
import type { CommandRequest, LedgerCommand } from '../../bus/messages.ts';
import type { Principal } from '../access/principal.ts';

/** What the key of a repeatable request looks like. */
export const keyPattern = String.raw`^[\w.:-]{8,128}$`;
export const revisionTagPattern = String.raw`^"\d{1,15}"$`;

type Headers = FastifyRequest['headers'];

const ifRevisionIn = ({ 'if-match': condition }: Headers): Pick<CommandRequest, 'ifRevision'> => {
  if (condition === undefined) return {};
  if (new RegExp(revisionTagPattern).test(condition)) {
    return { ifRevision: Number(condition.slice(1, -1)) };
  }
  const problem = `If-Match: «${condition}» no es el número de un registro entre comillas ("48")`;
  throw new Failure('INVALID_COMMAND', { problem });
};

const isBlank = (key: unknown): boolean => key === undefined || key === '';

const keyIn = ({ 'idempotency-key': key }: Headers): string => {
  if (isBlank(key)) throw new Failure('IDEMPOTENCY_KEY_MISSING', {});
  if (typeof key === 'string' && new RegExp(keyPattern).test(key)) return key;
  const problem = 'Idempotency-Key: se esperan de 8 a 128 letras, cifras, o alguno de . : _ -';
  throw new Failure('INVALID_COMMAND', { problem });
};

/** A request to write, without what it is to write. */
export class AskedWrite {
  readonly #request: FastifyRequest;

  constructor(request: FastifyRequest) {
    this.#request = request;
  }

  get ledger(): LedgerId {
    return ledgerId((this.#request.params as { ledger: string }).ledger);
  }

  /** What is written is known by its key. @throws IDEMPOTENCY_KEY_MISSING */
  writing(command: LedgerCommand, asker: Principal): CommandRequest {
    return this.#given(command, asker, keyIn(this.#request.headers));
  }

  /** What is only looked at needs no key; with one, a repeat is known as such. */
  trying(command: LedgerCommand, asker: Principal): CommandRequest {
    const { headers } = this.#request;
    const isKeyed = !isBlank(headers['idempotency-key']);
    return this.#given(command, asker, isKeyed ? keyIn(headers) : randomUUID());
  }

  #given(command: LedgerCommand, { account }: Principal, commandId: string): CommandRequest {
    const { headers, id } = this.#request;
    const { ledger } = this;
    const who = { actor: account, correlationId: id };
    return { ledger, command, commandId, ...who, ...ifRevisionIn(headers) };
  }
}

/** What a request to write says beside its body: where, on what condition, and by which key. */
export const Asked = createParamDecorator(
  (_: unknown, context: ExecutionContext): AskedWrite =>
    new AskedWrite(context.switchToHttp().getRequest<FastifyRequest>()),
);
