import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** What others call a request is taken over where it can stand in a header and a log as it is. */
const sane = /^[\w.:-]{1,64}$/;

export const correlationIdOf = ({ headers }: Pick<IncomingMessage, 'headers'>): string => {
  const given = headers['x-correlation-id'];
  return typeof given === 'string' && sane.test(given) ? given : randomUUID();
};
