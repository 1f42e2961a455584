import type { FailureKind } from '../catalogue/failures.ts';

/** 0 is success and 1 a defect of the program; both are documented in the manual. */
export const exitCodes: Readonly<Record<FailureKind, number>> = {
  invalid: 2,
  missing: 3,
  refused: 4,
  conflict: 5,
  unavailable: 6,
  damaged: 7,
  denied: 8,
  defect: 1,
};
