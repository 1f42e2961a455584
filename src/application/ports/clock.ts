import type { Microseconds } from '../../catalogue/instant.ts';

export interface Clock {
  now(): Microseconds;
  /** resolves after so many milliseconds */
  pause(milliseconds: number): Promise<void>;
}
