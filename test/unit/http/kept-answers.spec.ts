import { describe, expect, it } from '@jest/globals';
import { KeptAnswers } from '../../../src/http/kept-answers.ts';

const answer = (letter: string, length = 10): Buffer => Buffer.from(letter.repeat(length));

/** Room for ten answers of ten bytes, of which none may be larger than twelve. */
const keeping = (...letters: readonly string[]): KeptAnswers => {
  const kept = new KeptAnswers(100);
  for (const letter of letters) kept.keep(letter, answer(letter));
  return kept;
};

const found = (kept: KeptAnswers, letters: string): string =>
  letters
    .split(' ')
    .filter((letter) => kept.find(letter) !== null)
    .join(' ');

describe('answers that are kept', () => {
  it('are found by their tag as they were', () => {
    const kept = keeping('a', 'b');
    expect(kept.find('a')?.toString()).toBe('aaaaaaaaaa');
    expect(kept.find('c')).toBeNull();
    expect(kept.bytes).toBe(20);
  });

  it('make room, the one that was asked for longest ago first', () => {
    const kept = keeping(...'a b c d e f g h i j'.split(' '));
    kept.find('a');
    kept.keep('k', answer('k', 12));
    expect(found(kept, 'a b c d e f g h i j k')).toBe('a d e f g h i j k');
    expect(kept.bytes).toBe(92);
  });

  it('are never more than there is room for, whatever comes', () => {
    const kept = new KeptAnswers(100);
    for (let number = 0; number < 1_000; number += 1) {
      kept.keep(String(number % 37), answer('x', number % 13));
      expect(kept.bytes).toBeLessThanOrEqual(100);
    }
    expect(kept.bytes).toBeGreaterThan(85);
  });

  it('are not those that would take the room of many', () => {
    const kept = keeping('a', 'b');
    kept.keep('c', answer('c', 13));
    expect(found(kept, 'a b c')).toBe('a b');
  });

  it('are counted once where one is made twice', () => {
    const kept = keeping('a', 'a', 'b', 'a');
    expect(kept.bytes).toBe(20);
  });
});
