import { setTimeout as pause } from 'node:timers/promises';

import type { LedgerService } from '../../../src/application/ledger-service.ts';
import { isFailure } from '../../../src/catalogue/failure.ts';
import type { FreshLedger } from './fresh-ledger.ts';
import type { Tally } from './tally.ts';

export interface Writing {
  readonly ledgers: LedgerService;
  readonly fresh: FreshLedger;
  readonly tally: Tally;
  /** after which no new command begins */
  readonly signal: AbortSignal;
  /** how long an unknown outcome is asked for after that: milliseconds */
  readonly patience?: number;
}

const isUnknown = (error: unknown): boolean => isFailure(error) && error.code === 'OUTCOME_UNKNOWN';

/** null once the command has ended, one way or the other */
const attempt = async ({ ledgers, fresh, tally }: Writing, id: string): Promise<unknown> => {
  try {
    const { revision } = await ledgers.change(fresh.spending(id));
    tally.write(id, revision);
    return null;
  } catch (error) {
    if (!isFailure(error)) tally.crashes.push(error);
    return error;
  }
};

/** What may have been written is asked for by the same id until somebody knows. */
const settle = async (writing: Writing, id: string): Promise<void> => {
  const { tally, signal, patience = 10_000 } = writing;
  let since = performance.now();
  tally.unknown.add(id);
  while (performance.now() - since < patience) {
    await pause(20);
    if ((await attempt(writing, id)) === null) return;
    if (!signal.aborted) since = performance.now();
  }
  tally.open.add(id);
};

/** Spends with one command after another, each under an id of its own, until the signal. */
export const keepWriting = async (writing: Writing, name: string): Promise<void> => {
  const { tally, signal } = writing;
  const isOver = (): boolean => signal.aborted;
  for (let number = 0; !isOver(); number += 1) {
    const id = `${name}-${number}`;
    const error = await attempt(writing, id);
    if (error === null) continue;
    if (isUnknown(error)) await settle(writing, id);
    else {
      tally.refused.set(id, isFailure(error) ? error.code : 'crash');
      await pause(20);
    }
  }
};
