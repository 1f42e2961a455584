import type { SourceClass } from './classifiers.ts';
import { type ObjectCode, objectCode } from './codes.ts';
import { Failure } from './failure.ts';

/** How sin distribuir, sin grupo and sin fuente are written where a row is named. */
const none = 'none';

/** The code of an activity, or its id; forms print a dot behind the code. */
export const activityPart = (text: string): string | null =>
  text === none ? null : text.trim().replace(/\.$/, '');

/** @throws INVALID_OBJECT_CODE */
export const groupPart = (text: string): ObjectCode | null =>
  text === none ? null : objectCode(text);

/** @throws INVALID_SOURCE_CLASS */
export const sourcePart = (text: string): SourceClass | null => {
  if (text === none) return null;
  if (text === 'TGN' || text === 'OTRAS') return text;
  throw new Failure('INVALID_SOURCE_CLASS', { text });
};
