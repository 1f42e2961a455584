import { isFailure } from '../../../src/catalogue/failure.ts';
import type { FailureCode } from '../../../src/catalogue/failures.ts';

/** How something is refused, by whichever part of the system it comes out. */
export interface Said {
  readonly code: string;
  readonly detail: string;
  /** of the command line */
  readonly exit?: number | null;
  /** of an answer over HTTP */
  readonly status?: number;
}

/** One way in which a code comes about. */
export interface Case {
  /** in one sentence, for people */
  readonly how: string;
  /** throws the refusal, or gives what an edge said */
  readonly provoke: () => unknown;
}

export type Cases = Partial<Readonly<Record<FailureCode, Case>>>;

export interface Group {
  readonly heading: string;
  readonly cases: Cases;
}

interface Answered {
  readonly status: number;
  readonly json: Readonly<Record<string, unknown>>;
}

const isAnswered = (given: unknown): given is Answered =>
  typeof given === 'object' && given !== null && 'json' in given && 'status' in given;

const isSaid = (given: unknown): given is Said =>
  typeof given === 'object' && given !== null && 'code' in given && 'detail' in given;

const saidIn = (given: unknown): Said => {
  const { status, said } = isAnswered(given)
    ? { status: given.status, said: given.json }
    : { status: undefined, said: given };
  if (!isSaid(said)) throw new Error(`not refused: ${JSON.stringify(given)}`);
  const { code, detail, exit } = said;
  return { code, detail, ...(exit !== undefined && { exit }), ...(status && { status }) };
};

/** What is said where a case is provoked. */
export const heard = async ({ provoke }: Case): Promise<Said> => {
  try {
    const given: unknown = await provoke();
    return saidIn(given);
  } catch (error) {
    if (isFailure(error)) return { code: error.code, detail: error.detail };
    throw error;
  }
};
