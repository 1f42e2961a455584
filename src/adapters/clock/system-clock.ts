import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '../../application/ports/clock.ts';

/** The clock of this machine, to the millisecond. */
export const systemClock: Clock = {
  now: () => Date.now() * 1000,
  pause: async (milliseconds) => {
    await pause(milliseconds);
  },
};
