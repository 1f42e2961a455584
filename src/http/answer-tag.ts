import { createHash } from 'node:crypto';

/** What an answer with a cut-off says of itself, as programs read it. */
export interface Said {
  readonly ledger: string;
  readonly root: string;
  readonly cutOff: {
    readonly effective: string;
    readonly known: { readonly revision: number };
    readonly provisional?: true;
  };
}

export const isAnswer = (body: unknown): body is Said =>
  typeof body === 'object' && body !== null && 'cutOff' in body && 'root' in body;

interface Asked {
  readonly url: string;
  readonly format: string;
  /** of the projections: another one makes other answers of the same records */
  readonly version: string;
}

/**
 * @param beyond what else the answer was made of, as text
 * @returns a strong entity tag. @see RFC 9110, 8.8.3
 */
export const tagOf = ({ ledger, root, cutOff }: Said, asked: Asked, beyond?: string): string => {
  const { version, url, format } = asked;
  const at = [ledger, cutOff.effective, cutOff.known.revision, root];
  const made = JSON.stringify([version, url, format, ...at, beyond ?? null]);
  return `"${createHash('sha256').update(made).digest('base64url').slice(0, 32)}"`;
};

/** Whether a condition names a tag. @see RFC 9110, 13.1.2 */
export const isNamedBy = (tag: string, condition: string | undefined): boolean => {
  if (condition === undefined) return false;
  const named = condition.split(',').map((each) => each.trim().replace(/^W\//, ''));
  return named.includes(tag) || named.includes('*');
};
