import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Failure } from '../../../src/catalogue/failure.ts';
import { readForm5b, type ReadForm5b } from '../../../src/intake/form-5b/read-form-5b.ts';
import { sampleBytes, sampleHash } from './printed-form.ts';
import { runs } from '../../support/runs.ts';

type Mutation = (bytes: Uint8Array) => Uint8Array;

const position = fc.nat({ max: sampleBytes.length - 1 });

const byteFlip: fc.Arbitrary<Mutation> = fc.tuple(position, fc.integer({ min: 1, max: 255 })).map(
  ([at, mask]) =>
    (bytes: Uint8Array) =>
      bytes.map((byte, i) => (i === at ? byte ^ mask : byte)),
);

/** Another digit in a digit's place: what a reader notices least. */
const digitChange: fc.Arbitrary<Mutation> = fc
  .tuple(position, fc.integer({ min: 0, max: 9 }))
  .map(([from, digit]) => (bytes: Uint8Array) => {
    const at = bytes.findIndex((byte, i) => i >= from && byte >= 0x30 && byte <= 0x39);
    return bytes.map((byte, i) => (i === at ? 0x30 + digit : byte));
  });

const cut: fc.Arbitrary<Mutation> = fc.tuple(position, fc.integer({ min: 1, max: 400 })).map(
  ([at, length]) =>
    (bytes: Uint8Array) =>
      Uint8Array.from([...bytes.slice(0, at), ...bytes.slice(at + length)]),
);

const lineSwap: fc.Arbitrary<Mutation> = fc
  .tuple(fc.nat({ max: 134 }), fc.nat({ max: 134 }))
  .map(([one, other]) => (bytes: Uint8Array) => {
    const lines = new TextDecoder().decode(bytes).split('\n');
    const [first, second] = [lines[one] ?? '', lines[other] ?? ''];
    const swapped = lines.map((line, i) => (i === one ? second : i === other ? first : line));
    return new TextEncoder().encode(swapped.join('\n'));
  });

const mutations = fc.array(fc.oneof(byteFlip, digitChange, cut, lineSwap), {
  minLength: 1,
  maxLength: 3,
});

/** @returns null where the form is refused; anything but a Failure goes on */
const readOrRefuse = (bytes: Uint8Array): ReadForm5b | null => {
  try {
    return readForm5b(bytes, { fileName: 'form.txt', sha256: sampleHash });
  } catch (error) {
    if (error instanceof Failure && error.detail !== '') return null;
    throw error;
  }
};

const totalsOf = ({ form }: ReadForm5b): [number, number] => {
  const cells = form.activities.flatMap((activity) => activity.cells);
  const sum = (texts: string[]): number =>
    texts.reduce((total, text) => total + Number(text.replace('.', '')), 0);
  return [sum(cells.map((cell) => cell.programmed)), sum(cells.map((cell) => cell.executed))];
};

it('a damaged form is refused, or keeps its totals, or says what is odd', () => {
  const outcomes = { refused: 0, read: 0 };
  fc.assert(
    fc.property(mutations, (chosen) => {
      const bytes = chosen.reduce<Uint8Array>((all, mutate) => mutate(all), sampleBytes);
      const result = readOrRefuse(bytes);
      if (result === null) {
        outcomes.refused += 1;
        return;
      }
      outcomes.read += 1;
      const [programmed, executed] = totalsOf(result);
      const isWhole = programmed === 1078470947 && executed === 924212755;
      expect(isWhole || result.findings.length > 11).toBe(true);
    }),
    runs(300),
  );
  expect(outcomes.refused).toBeGreaterThan(100);
  expect(outcomes.read).toBeGreaterThan(20);
});
