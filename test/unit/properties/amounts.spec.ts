import { describe, expect, it } from '@jest/globals';
import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { percentage, toAmount } from '../../../src/catalogue/amount.ts';
import { runs } from '../../support/runs.ts';

const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });
const limit = Number.MAX_SAFE_INTEGER;

/** As many small numbers as large ones, and those where a rounding turns. */
const centavos = fc.oneof(
  fc.integer({ min: -limit, max: limit }),
  fc.integer({ min: -20_001, max: 20_001 }),
  fc.integer({ min: -100_000_000, max: 100_000_000 }),
);

describe('Amounts', () => {
  it('are written as decimal arithmetic writes them', () => {
    const property = fc.property(centavos, (value) => {
      expect(toAmount(value)).toBe(new Exact(value).div(100).plus(0).toFixed(2));
    });
    fc.assert(property, runs(2_000));
  });

  it('have the percentage that decimal arithmetic gives them, at any size', () => {
    const property = fc.property(centavos, centavos, (part, whole) => {
      const exact = whole === 0 ? null : new Exact(part).times(100).div(whole).toFixed(2);
      expect(percentage(part, whole)).toBe(exact);
    });
    fc.assert(property, runs(5_000));
  });

  it.each([
    [1, 20_000, '0.01'],
    [1, 20_001, '0.00'],
    [-1, 20_000, '-0.01'],
    [0, -5, '0.00'],
    [1, 3, '33.33'],
    [2, 3, '66.67'],
    [limit, 1, '900719925474099100.00'],
  ])('%d of %d is %s percent', (part, whole, text) => {
    expect(percentage(part, whole)).toBe(text);
  });
});
