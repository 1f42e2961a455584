import type { Failure } from '../catalogue/failure.ts';

/** A refusal as programs read it. */
export const failureAsJson = ({ code, kind, detail, facts, place }: Failure) => ({
  code,
  kind,
  detail,
  facts,
  place,
});
