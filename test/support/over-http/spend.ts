import type { FreshLedger } from '../under-faults/fresh-ledger.ts';

/** How a command sent over HTTP ended, as far as whoever sent it knows. */
export type Sent =
  | { readonly outcome: 'written'; readonly revision: number; readonly isRepeat: boolean }
  | { readonly outcome: 'refused'; readonly code: string }
  /** nobody answered, or who answered does not know: it is asked for again by the same key */
  | { readonly outcome: 'unknown' };

/** How somebody comes in. */
export type Headers = Readonly<Record<string, string>>;

interface Answer {
  readonly revision?: number;
  readonly isRepeat?: boolean;
  readonly code?: string;
}

/** Said by who may have written, and by who is about to end. */
const unsure = ['OUTCOME_UNKNOWN', 'NOT_READY', 'ANSWER_TIMEOUT'];

const read = ({ revision, isRepeat = false, code = 'nothing' }: Answer): Sent => {
  if (revision !== undefined) return { outcome: 'written', revision, isRepeat };
  return unsure.includes(code) ? { outcome: 'unknown' } : { outcome: 'refused', code };
};

const bodyOf = (id: string) => ({
  effectiveOn: '2020-03-01',
  document: { kind: 'C31', number: id, sequence: 1 },
  also: ['reserved', 'committed'],
  lines: [{ activity: null, object: '20000', source: '10', amount: '1.00' }],
});

/** Spends 1.00 by a document of its own, in three records. @param id of 8 letters at least */
export const spendOver = async (
  url: string,
  { ledger }: Pick<FreshLedger, 'ledger'>,
  headers: Headers,
  id: string,
): Promise<Sent> => {
  try {
    const answer = await fetch(`${url}/api/v1/ledgers/${ledger}/commands/execute-budget`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': id },
      body: JSON.stringify(bodyOf(id)),
      signal: AbortSignal.timeout(30_000),
    });
    return read((await answer.json()) as Answer);
  } catch {
    return { outcome: 'unknown' };
  }
};
