import type { Scope } from '../figures.ts';
import type { FindingContext } from './rule.ts';

/** "11.02.02 · 20000 · TGN", as refusals name the cells of the control. */
export const printScope = (scope: Scope, codeOf: FindingContext['codeOf']): string => {
  const { activity, group, source } = scope;
  const parts = [
    ...(activity === undefined ? [] : [codeOf(activity)]),
    ...(group === undefined ? [] : [group ?? 'sin grupo']),
    ...(source === undefined ? [] : [source ?? 'sin fuente']),
  ];
  return parts.length === 0 ? 'todo el libro' : parts.join(' · ');
};
