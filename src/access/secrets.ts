import { hash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 bits that nobody guesses, as text for cookies, headers and addresses. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What is kept of a secret: whoever reads the store cannot use it. */
export const digestOf = (secret: string): string => hash('sha256', secret, 'hex');

/** In a time that says nothing of where they differ. */
export const isSameText = (one: string, other: string): boolean => {
  const [first, second] = [Buffer.from(one), Buffer.from(other)];
  return first.length === second.length && timingSafeEqual(first, second);
};

/**
 * What a page of ours knows of its session and another site does not: made of the secret, so that
 * it need not be kept.
 */
export const crossSiteSecretOf = (session: string): string => digestOf(`cross-site ${session}`);

/** An opaque id, short enough to be read out. */
export const newId = (prefix: string): string => `${prefix}${randomBytes(6).toString('hex')}`;
