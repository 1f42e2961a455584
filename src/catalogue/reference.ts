import { type CivilDate, civilDate } from './civil-date.ts';
import { Failure } from './failure.ts';
import { type Known, known } from './known.ts';

/** What a comparison may stand on: a cut-off, or a version of the plan, or what was reported. */
export type Reference =
  /** the plan as it was approved */
  | { readonly kind: 'original' }
  /** the cut-off that is asked for, today where none is */
  | { readonly kind: 'current' }
  /** the end of the month before that of `current` */
  | { readonly kind: 'last-month' }
  /** the day of the other reference, with all that is known at `current` */
  | { readonly kind: 'same-day' }
  /** the plan as an adjustment left it, by name or id */
  | { readonly kind: 'adjustment'; readonly name: string }
  /** an issued report, by its number */
  | { readonly kind: 'report'; readonly number: string }
  /** a period as it was known when it was closed */
  | { readonly kind: 'period'; readonly through: CivilDate }
  | { readonly kind: 'cutOff'; readonly effective: CivilDate; readonly known?: Known };

const plain = ['original', 'current', 'last-month', 'same-day'] as const;

const isPlain = (text: string): text is (typeof plain)[number] =>
  (plain as readonly string[]).includes(text);

const named = (text: string): Reference | null => {
  const [, kind = '', name = ''] = /^(adjustment|report|period):(.+)$/.exec(text) ?? [];
  if (kind === 'adjustment') return { kind, name };
  if (kind === 'report') return { kind, number: name };
  return kind === 'period' ? { kind, through: civilDate(name) } : null;
};

const dated = (text: string): Reference | null => {
  const [, day = '', , until] = /^(\d{4}-\d{2}-\d{2})(@(.+))?$/.exec(text) ?? [];
  if (day === '') return null;
  const effective = civilDate(day);
  return { kind: 'cutOff', effective, ...(until !== undefined && { known: known(until) }) };
};

/** @throws INVALID_REFERENCE, INVALID_DATE, INVALID_INSTANT */
export const reference = (text: string): Reference => {
  if (isPlain(text)) return { kind: text };
  const found = named(text) ?? dated(text);
  if (found === null) throw new Failure('INVALID_REFERENCE', { text });
  return found;
};

/** A reference as it is written. */
export const printReference = (given: Reference): string => {
  switch (given.kind) {
    case 'adjustment':
      return `adjustment:${given.name}`;
    case 'report':
      return `report:${given.number}`;
    case 'period':
      return `period:${given.through}`;
    case 'cutOff':
      return given.known === undefined
        ? given.effective
        : `${given.effective}@${String(given.known)}`;
    default:
      return given.kind;
  }
};

/** The two references that are compared. */
export interface Pair {
  readonly from: Reference;
  readonly to: Reference;
}

/**
 * The comparisons that are asked for most: `plan`, `month`, and what was reported (`report:NUMBER`,
 * `period:DAY`) against the same day as it is known now.
 * @throws INVALID_PRESET, INVALID_DATE
 */
export const preset = (text: string): Pair => {
  if (text === 'plan') return { from: { kind: 'original' }, to: { kind: 'current' } };
  if (text === 'month') return { from: { kind: 'last-month' }, to: { kind: 'current' } };
  const reported = named(text);
  if (reported === null || reported.kind === 'adjustment') {
    throw new Failure('INVALID_PRESET', { text });
  }
  return { from: reported, to: { kind: 'same-day' } };
};
