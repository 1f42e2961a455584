import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { MemoryStore } from '../../../src/adapters/memory/memory-store.ts';
import { HeadWatch } from '../../../src/application/head-watch.ts';
import type { LedgerId } from '../../../src/catalogue/codes.ts';
import type { EventRow } from '../../../src/bus/live-messages.ts';
import { EventFeed } from '../../../src/http/event-feed.ts';

const row = (revision: number): EventRow =>
  ({ revision, type: 'LedgerClosed', data: { reason: 'x'.repeat(1_000) } }) as EventRow;

/** Events without an end, which count how many were taken of them. */
const endless = () => {
  const taken = { count: 0 };
  const rows = (async function* () {
    for (;;) {
      await pause(1);
      yield row((taken.count += 1));
    }
  })();
  return { taken, rows };
};

/** Nothing comes until the signal. */
const silent = async function* (signal: AbortSignal): AsyncGenerator<EventRow> {
  if (!signal.aborted) await once(signal, 'abort');
  yield* [];
};

const pace = { heartbeat: 10_000, patience: 50, bytesMax: 8_000 };

describe('The feed of one reader', () => {
  it('is cut where nobody reads, and holds no more than its buffer and one event', async () => {
    const ending = new AbortController();
    const { taken, rows } = endless();
    const feed = new EventFeed(rows, ending, pace);
    await once(feed, 'close');
    expect(ending.signal.aborted).toBe(true);
    expect(taken.count).toBeLessThan(12);
    const { count } = taken;
    await pause(30);
    expect(taken.count).toBe(count);
  });

  it('waits for a slow reader, who misses nothing', async () => {
    const { rows } = endless();
    const feed = new EventFeed(rows, new AbortController(), { ...pace, patience: 5_000 });
    let text = '';
    for await (const chunk of feed) {
      text += String(chunk);
      await pause(2);
      if (text.includes('id: 40\n')) break;
    }
    const ids = [...text.matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id));
    expect(ids.slice(0, 40)).toEqual([...Array(40).keys()].map((index) => index + 1));
  });

  it('says that it lives, and ends its follower with its reader', async () => {
    const ending = new AbortController();
    const feed = new EventFeed(silent(ending.signal), ending, { ...pace, heartbeat: 5 });
    let text = '';
    feed.on('data', (chunk) => (text += String(chunk)));
    while (!text.includes(':\n\n:\n\n')) await pause(1);
    feed.destroy();
    await once(feed, 'close');
    expect(ending.signal.aborted).toBe(true);
    expect(text.startsWith('retry: 2000\n\n')).toBe(true);
  });

  it('ends with the events', async () => {
    const ending = new AbortController();
    const feed = new EventFeed(silent(ending.signal), ending, pace).resume();
    ending.abort();
    await once(feed, 'end');
  });
});

describe('The watch over a head', () => {
  const ledger = '41-SENAVEX-2020' as LedgerId;

  it('rests once nobody waits, and asks once for all who do', async () => {
    let asked = 0;
    class Counted extends MemoryStore {
      override head(...asks: Parameters<MemoryStore['head']>) {
        asked += 1;
        return super.head(...asks);
      }
    }
    const watch = new HeadWatch(new Counted(), ledger);
    const leaving = new AbortController();
    const all = Array.from({ length: 50 }, () => watch.beyond(-1, leaving.signal));
    await pause(30);
    expect(asked).toBe(1);
    expect(watch.isIdle).toBe(false);
    leaving.abort();
    await Promise.all(all);
    expect(watch.isIdle).toBe(true);
    await pause(600);
    expect(asked).toBe(1);
  });

  it('tells who waits that the store failed', async () => {
    const store = new MemoryStore();
    await store.close();
    const watch = new HeadWatch(store, ledger);
    await expect(watch.beyond(-1, new AbortController().signal)).rejects.toThrow(Error);
    expect(watch.isIdle).toBe(true);
  });
});
