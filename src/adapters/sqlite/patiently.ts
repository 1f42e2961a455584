import { setTimeout as sleep } from 'node:timers/promises';

import { isPassing, storeFailure } from './store-failure.ts';

export interface Patience {
  /** the store's folder, as it is named in failures */
  readonly path: string;
  readonly millisecondsMax: number;
}

/** Uneven, so that two processes that wait for each other do not meet again at every try. */
export const pause = (): Promise<void> => sleep(1 + Math.random() * 9);

/**
 * Reads again while another process is at it. The database's own waiting would stand still with the
 * whole process; this leaves the event loop to others.
 * @throws STORE_LOCKED when the patience is over, or what the store says otherwise
 */
export const patiently = async <T>(
  patience: Patience,
  attempt: () => T | Promise<T>,
): Promise<T> => {
  const until = performance.now() + patience.millisecondsMax;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (!isPassing(error) || performance.now() >= until)
        throw storeFailure(error, patience.path, 'reading');
    }
    await pause();
  }
};
