import type { Microseconds } from '../../catalogue/instant.ts';

export interface Clock {
  now(): Microseconds;
}
