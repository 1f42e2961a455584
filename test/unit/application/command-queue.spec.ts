import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MemoryStore } from '../../../src/adapters/memory/memory-store.ts';
import { openSqliteStore } from '../../../src/adapters/sqlite/open-sqlite-store.ts';
import type { AppendOutcome } from '../../../src/application/ports/event-store.ts';
import { civilDate } from '../../../src/catalogue/civil-date.ts';
import { isFailure } from '../../../src/catalogue/failure.ts';
import { runChild } from '../../support/child.ts';
import { serviceOver } from '../../support/service-over.ts';
import { contended, opening, spending } from '../../support/spending.ts';

type Service = ReturnType<typeof serviceOver>;

const executedIn = async ({ views }: Service): Promise<string> => {
  const { view } = await views.overall(contended, { effective: civilDate('2020-12-31') });
  return view.total.executed;
};

const begin = async ({ ledgers }: Service, budget: string): Promise<void> => {
  for (const request of opening(budget)) await ledgers.change(request);
};

const outcomeOf = async (answer: Promise<{ revision: number }>): Promise<string> => {
  try {
    return String((await answer).revision);
  } catch (error) {
    return isFailure(error) ? error.code : String(error);
  }
};

/** A store whose next append ends without an answer, written or not. */
class SilentStore extends MemoryStore {
  silence: 'none' | 'written' | 'lost' = 'none';
  override async append(...call: Parameters<MemoryStore['append']>): Promise<AppendOutcome> {
    const { silence } = this;
    this.silence = 'none';
    if (silence === 'none') return super.append(...call);
    if (silence === 'written') await super.append(...call);
    return { outcome: 'unknown' };
  }
}

describe('The queue of a ledger', () => {
  it('answers 200 writers at once, each exactly once, until the money is gone', async () => {
    const service = serviceOver(new MemoryStore());
    await begin(service, '150.00');
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, writer) =>
        outcomeOf(service.ledgers.change(spending(`w-${writer}`, '1.00'))),
      ),
    );
    const written = answers.filter((answer) => answer !== 'BUDGET_EXCEEDED');
    expect(new Set(written).size).toBe(150);
    expect(answers).toHaveLength(200);
    expect(await executedIn(service)).toBe('150.00');
  });

  it('knows a command that comes again, alone, in the same batch and after a restart', async () => {
    const store = new MemoryStore();
    const service = serviceOver(store);
    await begin(service, '100.00');
    const command = spending('same', '1.00');
    const answers = await Promise.all([1, 2, 3].map(() => service.ledgers.change(command)));
    expect(answers.map(({ revision }) => revision)).toEqual([4, 4, 4]);
    expect(answers.map(({ isRepeat }) => isRepeat)).toEqual([false, true, true]);
    expect(await serviceOver(store).ledgers.change(command)).toMatchObject({
      revision: 4,
      isRepeat: true,
    });
    expect(await executedIn(service)).toBe('1.00');
  });

  it('refuses a known id with other content', async () => {
    const service = serviceOver(new MemoryStore());
    await begin(service, '100.00');
    await service.ledgers.change(spending('same', '1.00'));
    expect(await outcomeOf(service.ledgers.change(spending('same', '2.00')))).toBe(
      'COMMAND_ID_REUSED',
    );
  });

  it('does not remember refusals', async () => {
    const service = serviceOver(new MemoryStore());
    await begin(service, '1.00');
    expect(await outcomeOf(service.ledgers.change(spending('one', '2.00')))).toBe(
      'BUDGET_EXCEEDED',
    );
    expect(await outcomeOf(service.ledgers.change(spending('one', '1.00')))).toBe('4');
  });

  it('decides on the revision that was asked for or not at all', async () => {
    const service = serviceOver(new MemoryStore());
    await begin(service, '100.00');
    const both = [1, 2].map((writer) =>
      outcomeOf(service.ledgers.change({ ...spending(`m-${writer}`, '1.00'), ifRevision: 1 })),
    );
    expect(await Promise.all(both)).toEqual(['4', 'REVISION_MOVED']);
  });

  it.each([
    ['written', '4', '4'],
    ['lost', 'OUTCOME_UNKNOWN', '4'],
  ] as const)(
    'after an append without an answer that was %s finds out',
    async (silence, first, again) => {
      const store = new SilentStore();
      const service = serviceOver(store);
      await begin(service, '100.00');
      store.silence = silence;
      expect(await outcomeOf(service.ledgers.change(spending('one', '1.00')))).toBe(first);
      expect(await outcomeOf(service.ledgers.change(spending('one', '1.00')))).toBe(again);
      expect(await executedIn(service)).toBe('1.00');
    },
  );

  it('refuses while its clock is more than five seconds behind the last record', async () => {
    let now = 1_600_000_000_000_000;
    const clock = { now: () => now, pause: () => Promise.resolve() };
    const service = serviceOver(new MemoryStore(), clock);
    await begin(service, '100.00');
    now -= 4_900_000;
    expect(await outcomeOf(service.ledgers.change(spending('late', '1.00')))).toBe('4');
    now -= 200_000;
    expect(await outcomeOf(service.ledgers.change(spending('later', '1.00')))).toBe('CLOCK_SKEW');
  });
});

describe('The queues of two processes on one store', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'poa-queue-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('write or refuse every command exactly once', async () => {
    const store = await openSqliteStore(folder);
    const service = serviceOver(store);
    await begin(service, '100.00');
    const children = ['a', 'b'].map((name) => runChild('spend.ts', [folder, name, '8', '8']));
    const printed = (await Promise.all(children.map(({ ended }) => ended))).flat();
    const written = printed.filter((answer) => !answer.endsWith('BUDGET_EXCEEDED'));
    expect(printed).toHaveLength(128);
    expect(new Set(written.map((answer) => answer.split(' ')[1])).size).toBe(100);
    expect(await executedIn(service)).toBe('100.00');
    await store.close();
  }, 30_000);
});
