import { setTimeout as pause } from 'node:timers/promises';

import { describe, expect, it } from '@jest/globals';

import { MemoryStore } from '../../../src/adapters/memory/memory-store.ts';
import { Book } from '../../../src/application/book.ts';
import type { AppendOutcome, KeptRecord } from '../../../src/application/ports/event-store.ts';
import { civilDate } from '../../../src/catalogue/civil-date.ts';
import { Failure } from '../../../src/catalogue/failure.ts';
import { codeOf } from '../../support/code-of.ts';
import { serviceOver } from '../../support/service-over.ts';
import { contended, opening, spending } from '../../support/spending.ts';
import { auditCommands } from '../../support/under-faults/audit-commands.ts';
import { keepWriting } from '../../support/under-faults/keep-writing.ts';
import { Tally } from '../../support/under-faults/tally.ts';

type Append = MemoryStore['append'];

const begin = async ({ ledgers }: ReturnType<typeof serviceOver>): Promise<void> => {
  for (const request of opening('999999.00')) await ledgers.change(request);
};

/** Takes so many records at once and no more, and none of a large command. */
class NarrowStore extends MemoryStore {
  override append(...call: Parameters<Append>): Promise<AppendOutcome> {
    const { length: size } = call[2];
    const isLarge = call[2].some(({ text }) => text.includes('"commandId":"large"'));
    if (size <= 9 && !isLarge) return super.append(...call);
    return Promise.reject(new Failure('CHANGE_TOO_LARGE', { size, limit: 9 }));
  }
}

/** Writes, and is silent about it. */
class SilentStore extends MemoryStore {
  isSilent = false;
  override async append(...call: Parameters<Append>): Promise<AppendOutcome> {
    const outcome = await super.append(...call);
    return this.isSilent ? { outcome: 'unknown' } : outcome;
  }
}

/** Is lost right behind an append that somebody else has read already. */
class LostStore extends MemoryStore {
  onAppended = (): Promise<unknown> => Promise.resolve();
  isLost = false;
  override async append(...call: Parameters<Append>): Promise<AppendOutcome> {
    const outcome = await super.append(...call);
    await this.onAppended();
    return outcome;
  }
  override read(...call: Parameters<MemoryStore['read']>): ReturnType<MemoryStore['read']> {
    if (this.isLost) throw new Failure('STORE_UNREACHABLE', { store: 'esdb://h', reason: 'x' });
    return super.read(...call);
  }
}

/** A memory that takes its time, as a server does. */
class DistantStore extends MemoryStore {
  readings = 0;
  override async append(...call: Parameters<Append>): Promise<AppendOutcome> {
    await pause(2);
    return super.append(...call);
  }
  override async *read(
    ...call: Parameters<MemoryStore['read']>
  ): AsyncGenerator<readonly KeptRecord[], void> {
    this.readings += 1;
    await pause(2);
    for await (const page of super.read(...call)) {
      await pause(2);
      yield page;
    }
  }
}

describe('The queue of a ledger', () => {
  it('appends in parts what a store does not take at once', async () => {
    const store = new NarrowStore();
    const service = serviceOver(store);
    await begin(service);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, writer) =>
        service.ledgers.change(spending(`w-${writer}`, '1.00')),
      ),
    );
    expect(new Set(answers.map(({ revision }) => revision)).size).toBe(20);
    expect(await store.head({ category: 'poaLedger', id: contended })).toBe(61);
  });

  it('refuses alone the command that is too large', async () => {
    const service = serviceOver(new NarrowStore());
    await begin(service);
    const [one, other] = await Promise.all(
      ['large', 'small'].map((id) => codeOf(service.ledgers.change(spending(id, '1.00')))),
    );
    expect([one, other]).toEqual(['CHANGE_TOO_LARGE', 'not refused']);
  });

  it('tells who used the id of another command so, also when its append was not answered', async () => {
    const store = new SilentStore();
    const service = serviceOver(store);
    const { ledgers } = service;
    await begin(service);
    await ledgers.change(spending('same', '1.00'));
    store.isSilent = true;
    const [known, reused, repeated] = await Promise.all([
      codeOf(ledgers.change(spending('new', '1.00'))),
      codeOf(ledgers.change(spending('same', '2.00'))),
      codeOf(ledgers.change(spending('same', '1.00'))),
    ]);
    expect([known, reused, repeated]).toEqual(['not refused', 'COMMAND_ID_REUSED', 'not refused']);
  });
});

/** Four times as fast as the one of this machine, to see in a second what happens in four. */
const quickClock = {
  now: () => Math.round(performance.now() * 4000) + 1_600_000_000_000_000,
  pause: async (milliseconds: number) => {
    await pause(milliseconds / 4);
  },
};

describe('A store that is lost', () => {
  it('right behind an append refuses nothing that was written', async () => {
    const store = new LostStore();
    const { ledgers, views } = serviceOver(store);
    await begin({ ledgers, views });
    store.onAppended = async () => {
      await views.overall(contended, { effective: civilDate('2020-12-31') });
      store.isLost = true;
    };
    expect(await codeOf(ledgers.change(spending('one', '1.00')))).toBe('not refused');
  });
});

describe('Queues of several processes on one distant store', () => {
  it.each([
    [2, 8],
    [2, 1],
    [3, 4],
  ])('%i of them with %i writers each have all their turn', async (processes, writers) => {
    const store = new DistantStore();
    const services = Array.from({ length: processes }, () => serviceOver(store, quickClock));
    const tallies = services.map(() => new Tally());
    const [first] = services;
    if (first !== undefined) await begin(first);
    const fresh = {
      ledger: contended,
      opening: [],
      spending: (id: string) => spending(id, '1.00'),
    };
    const signal = AbortSignal.timeout(1200);
    await Promise.all(
      services.flatMap(({ ledgers }, process) =>
        Array.from({ length: writers }, (_, writer) => {
          const tally = tallies[process] ?? new Tally();
          return keepWriting({ ledgers, fresh, tally, signal }, `${process}-${writer}`);
        }),
      ),
    );
    const written = tallies.map((tally) => tally.written.size);
    const all = written.reduce((sum, each) => sum + each, 0);
    // who starved wrote one in a hundred; a busy machine alone makes nobody that poor
    expect(Math.min(...written)).toBeGreaterThan(all / processes / 10);
    expect(Math.max(...tallies.map(({ longestSilence }) => longestSilence))).toBeLessThan(1100);
    for (const tally of tallies) {
      const audit = await auditCommands(store, contended, tally);
      expect(audit).toMatchObject({ lost: [], doubled: [], half: [], uninvited: [] });
    }
  });
});

/** Takes six seconds for its next append, and somebody else is faster. */
class SlowStore extends MemoryStore {
  now = 1_600_000_000_000_000;
  isSlow = false;
  override append(...call: Parameters<Append>): Promise<AppendOutcome> {
    if (!this.isSlow) return super.append(...call);
    this.isSlow = false;
    this.now += 6_000_000;
    return Promise.resolve({ outcome: 'conflict', actual: call[1] });
  }
}

describe('A server that was slow', () => {
  it('is no reason to say that others were faster all the time', async () => {
    const store = new SlowStore();
    const clock = { now: () => store.now, pause: () => Promise.resolve() };
    const service = serviceOver(store, clock);
    await begin(service);
    store.isSlow = true;
    expect(await codeOf(service.ledgers.change(spending('one', '1.00')))).toBe('not refused');
  });
});

describe('Who reads while others read', () => {
  it('waits for one reading with all who came meanwhile', async () => {
    const store = new DistantStore();
    await begin(serviceOver(store));
    const book = new Book(contended, store);
    const before = store.readings;
    await Promise.all(Array.from({ length: 50 }, () => book.catchUp()));
    expect(book.revision).toBe(1);
    expect(store.readings - before).toBeLessThanOrEqual(2);
  });

  it('sees what was written before it asked', async () => {
    const store = new DistantStore();
    const service = serviceOver(store);
    await begin(service);
    const book = new Book(contended, store);
    const early = [book.catchUp(), book.catchUp()];
    const { revision } = await service.ledgers.change(spending('one', '1.00'));
    await book.catchUp();
    expect(book.revision).toBe(revision);
    await Promise.all(early);
  });
});
