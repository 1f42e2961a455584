import type { Percentage } from '../../src/catalogue/amount.ts';

/** What nobody reported is neither nothing nor everything. */
export const isNothing = (accumulated: Percentage | null): boolean =>
  accumulated !== null && Number(accumulated) === 0;

export const isWhole = (accumulated: Percentage | null): boolean =>
  accumulated !== null && Number(accumulated) >= 100;

export const isUnfinished = (accumulated: Percentage | null): accumulated is Percentage =>
  accumulated !== null && Number(accumulated) < 100;
