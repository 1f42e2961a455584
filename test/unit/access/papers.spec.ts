import { describe, expect, it } from '@jest/globals';
import { MemoryStore } from '../../../src/adapters/memory/memory-store.ts';
import { LoggedPapers } from '../../../src/adapters/papers/logged-papers.ts';
import { PapersOf } from '../../../src/access/papers-of.ts';

const two = () => {
  const store = new MemoryStore();
  let now = 0;
  const clock = () => now;
  return {
    store,
    here: new LoggedPapers(store, clock),
    there: new LoggedPapers(store, clock),
    pass: (milliseconds: number) => (now += milliseconds),
  };
};

describe('papers', () => {
  it('are seen by another instance: new ones at once, changed ones within a second', async () => {
    const { here, there, pass } = two();
    await here.put('people', 'a', '1', 0);
    expect(await there.find('people', 'a')).toEqual({ key: 'a', text: '1', version: 1 });
    await here.put('people', 'a', '2', 1);
    pass(1_001);
    expect(await there.find('people', 'a')).toEqual({ key: 'a', text: '2', version: 2 });
    expect(await there.all('people')).toHaveLength(1);
  });

  it('are replaced by who knows the last one, and by nobody else', async () => {
    const { here, there } = two();
    await here.put('people', 'a', '1', 0);
    expect(await there.put('people', 'a', 'x', 0)).toBe(false);
    expect(await there.put('people', 'a', 'y', 1)).toBe(true);
    expect(await here.put('people', 'a', 'z', 1)).toBe(false);
    expect(await here.find('people', 'a')).toMatchObject({ text: 'y', version: 2 });
  });

  it('are taken by one of many who try at once', async () => {
    const { here, there } = two();
    const [mine, yours] = [
      new PapersOf<{ n: number }>(here, 'people'),
      new PapersOf<{ n: number }>(there, 'people'),
    ];
    await mine.add('a', { n: 1 });
    const taken = await Promise.all([mine, yours, mine, yours].map((papers) => papers.take('a')));
    expect(taken.filter((each) => each !== null)).toEqual([{ n: 1 }]);
  });

  it('count every one of many changes at once', async () => {
    const { here, there } = two();
    const [mine, yours] = [
      new PapersOf<{ n: number }>(here, 'attempts'),
      new PapersOf<{ n: number }>(there, 'attempts'),
    ];
    await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        (index % 2 === 0 ? mine : yours).change('a', (known) => ({ n: (known?.n ?? 0) + 1 })),
      ),
    );
    expect(await mine.all()).toEqual([['a', { n: 12 }]]);
  });

  it('thrown away and shredded are in the store no more, and the others stay', async () => {
    const { store, here, there } = two();
    await here.put('people', 'a', 'Ana Quispe', 0);
    await here.put('people', 'b', 'Beto', 0);
    await here.put('people', 'a', null, 1);
    expect(JSON.stringify(await store.readPapers('people', 0))).toContain('Ana Quispe');
    await here.shred('people');
    expect(JSON.stringify(await store.readPapers('people', 0))).not.toContain('Ana');
    expect(await there.find('people', 'b')).toMatchObject({ text: 'Beto', version: 1 });
    expect(await there.put('people', 'b', 'Beto Q', 1)).toBe(true);
  });

  it('are read on by an instance that was away while they were shredded', async () => {
    const { here, there, pass } = two();
    await here.put('people', 'a', '1', 0);
    await there.find('people', 'a');
    await here.put('people', 'a', null, 1);
    await here.put('people', 'b', '2', 0);
    await here.shred('people');
    pass(1_001);
    expect(await there.find('people', 'a')).toBeNull();
    expect(await there.find('people', 'b')).toMatchObject({ text: '2' });
  });

  it('leave no longer a log than they need', async () => {
    const { store, here } = two();
    for (let version = 0; version < 1_200; version += 1) {
      await here.put('sessions', 'a', String(version), version);
    }
    expect((await store.readPapers('sessions', 0)).length).toBeLessThan(600);
    expect(await here.find('sessions', 'a')).toEqual({ key: 'a', text: '1199', version: 1_200 });
  });

  it('whose keeping ended in the dark are there once', async () => {
    const { store, here } = two();
    const append = store.appendPapers.bind(store);
    let isDark = true;
    store.appendPapers = async (...asked) => {
      const outcome = await append(...asked);
      const told = isDark ? ({ outcome: 'unknown' } as const) : outcome;
      isDark = false;
      return told;
    };
    expect(await here.put('people', 'a', '1', 0)).toBe(true);
    expect(await store.readPapers('people', 0)).toHaveLength(1);
    expect(await here.find('people', 'a')).toMatchObject({ version: 1 });
  });
});
