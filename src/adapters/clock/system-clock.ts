import type { Clock } from '../../application/ports/clock.ts';

/** The clock of the machine: its milliseconds, told in microseconds. */
export const systemClock: Clock = { now: () => Date.now() * 1000 };
