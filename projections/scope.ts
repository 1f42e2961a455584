import type { Scope } from './figures.ts';
import type { LineDimensions } from './line-dimensions.ts';

/** Whether a line belongs to what a scope names; a dimension that it does not name is not looked at. */
export const isInScope = (line: LineDimensions, { activity, group, source }: Scope): boolean =>
  (activity === undefined || line.activity === activity) &&
  (group === undefined || line.group === group) &&
  (source === undefined || line.source === source);
