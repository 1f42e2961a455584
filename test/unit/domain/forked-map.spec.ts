import { describe, expect, it } from '@jest/globals';
import { ForkedMap } from '../../../src/domain/kernel/forked-map.ts';

const forked = () => {
  const origin = new ForkedMap<string, number>();
  origin.set('a', 1);
  origin.set('b', 2);
  const fork = origin.fork();
  fork.set('a', 3);
  fork.set('c', 4);
  return { origin, fork };
};

describe('A fork of a map', () => {
  it('sees what its origin holds, its own changes first', () => {
    const { origin, fork } = forked();
    expect([...fork.entries()].sort()).toEqual([
      ['a', 3],
      ['b', 2],
      ['c', 4],
    ]);
    expect([fork.size, origin.size]).toEqual([3, 2]);
    expect([...origin.values()]).toEqual([1, 2]);
    expect([...fork.changedKeys()]).toEqual(['a', 'c']);
  });

  it('hands its changes down once', () => {
    const { origin, fork } = forked();
    fork.merge();
    expect([...origin.entries()]).toEqual([
      ['a', 3],
      ['b', 2],
      ['c', 4],
    ]);
    expect([...fork.changedKeys()]).toEqual([]);
  });
});
