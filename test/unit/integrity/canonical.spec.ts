import { describe, expect, it } from '@jest/globals';
import canonicalize from 'canonicalize';
import fc from 'fast-check';

import { canonicalText } from '../../../src/integrity/canonical.ts';
import { runs } from '../../support/runs.ts';

/** Keys that are numbers stand in another order in an object than in its text. */
const keys = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 3 }),
  fc.constantFrom('1', '9', '10', 'a', 'A', 'ñ', '__proto__', 'toJSON', ''),
);
const values = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, true, false, 0, -0, 1e21, 5e-324, 0.1, 'ñ', '\ud83d\ude00', '\u2028'),
    fc.string({ unit: 'binary', maxLength: 4 }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(keys, tie('value'), { maxKeys: 5 }),
  ),
})).value;

const refusalOf = (work: () => unknown): boolean => {
  try {
    return work() === undefined;
  } catch {
    return true;
  }
};

describe('The canonical text', () => {
  it('is that of RFC 8785, whatever the order of keys', () => {
    fc.assert(
      fc.property(values, (value) => {
        expect(canonicalText(value)).toBe(canonicalize(value));
        const ordered: unknown = JSON.parse(canonicalText(value));
        expect(canonicalText(ordered)).toBe(canonicalText(value));
      }),
      runs(1000),
    );
  });

  it.each([
    ['nothing', undefined],
    ['no number', Number.NaN],
    ['no end', { a: Infinity }],
    ['a large whole number', { a: 1n }],
    ['a symbol', Symbol('a')],
  ])('refuses what the library refuses: %s', (_, value) => {
    expect(refusalOf(() => canonicalText(value))).toBe(true);
    expect(refusalOf(() => canonicalize(value))).toBe(true);
  });

  it.each([
    ['a hole', { a: [undefined, 1] }],
    ['a missing value', { a: undefined, b: 1 }],
    ['a day', { a: new Date(0) }],
  ])('agrees with the library about %s', (_, value) => {
    expect(canonicalText(value)).toBe(canonicalize(value));
  });
});
