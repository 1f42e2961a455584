import { describe, expect, it } from '@jest/globals';

import { ledgerStream } from '../../src/application/ports/event-store.ts';
import { civilDate } from '../../src/catalogue/civil-date.ts';
import { isFailure } from '../../src/catalogue/failure.ts';
import { serviceOver } from '../support/service-over.ts';
import { auditCommands } from '../support/under-faults/audit-commands.ts';
import { type FreshLedger, freshLedger } from '../support/under-faults/fresh-ledger.ts';
import { keepWriting } from '../support/under-faults/keep-writing.ts';
import { Tally } from '../support/under-faults/tally.ts';
import { openedStores } from './eventstoredb/opened-stores.ts';

const { someAddress, open } = openedStores();

type Service = ReturnType<typeof serviceOver>;

const writersEach = 32;
const effective = civilDate('2020-12-31');

/** Two instances of the program on one server, and a ledger with so much to spend. */
const twoInstances = async (fresh: FreshLedger) => {
  const address = await someAddress();
  const stores = [await open(address), await open(address)];
  const services = stores.map((store) => serviceOver(store));
  for (const request of fresh.opening) await services[0]?.ledgers.change(request);
  const [one, other] = services;
  const [store] = stores;
  if (!one || !other || !store) throw new Error('two were opened');
  return { store, one, other };
};

const each = <T>(count: number, of: (number: number) => T): T[] =>
  Array.from({ length: count }, (_, number) => of(number));

const outcomeOf = async (fresh: FreshLedger, { ledgers }: Service, id: string) => {
  try {
    return await ledgers.change(fresh.spending(id));
  } catch (error) {
    if (isFailure(error)) return error.code;
    throw error;
  }
};

describe('64 writers of one ledger on two instances', () => {
  it('are each answered once, and what was answered is what the ledger holds', async () => {
    const fresh = freshLedger('500.00');
    const { store, one, other } = await twoInstances(fresh);
    const tally = new Tally();
    let seen = 0;
    const write = async (mine: Service, others: Service, name: string): Promise<void> => {
      for (let number = 0; number < 10; number += 1) {
        const id = `${name}-${number}`;
        const outcome = await outcomeOf(fresh, mine, id);
        if (typeof outcome === 'string') {
          tally.refused.set(id, outcome);
          continue;
        }
        tally.write(id, outcome.revision);
        if (number % 3 > 0) continue;
        const { revision } = outcome;
        const { cutOff } = await others.views.overall(fresh.ledger, { effective, known: revision });
        expect(cutOff.known.revision).toBe(revision);
        seen += 1;
      }
    };
    await Promise.all([
      ...each(writersEach, (writer) => write(one, other, `one-${writer}`)),
      ...each(writersEach, (writer) => write(other, one, `other-${writer}`)),
    ]);

    expect(tally.written.size + tally.refused.size).toBe(640);
    expect(tally.written.size).toBe(500);
    expect(tally.countOf('BUDGET_EXCEEDED')).toBe(140);
    expect(seen).toBeGreaterThan(100);
    for (const { views } of [one, other]) {
      const { view } = await views.overall(fresh.ledger, { effective });
      expect(view.total.executed).toBe('500.00');
    }
    expect(await store.head(ledgerStream(fresh.ledger))).toBe(1 + 3 * 500);
    const audit = await auditCommands(store, fresh.ledger, tally);
    expect(audit).toMatchObject({ lost: [], doubled: [], half: [], uninvited: [] });
  }, 20_000);

  it('have all their turn: neither instance starves, and almost nobody is told to come later', async () => {
    const fresh = freshLedger();
    const { store, one, other } = await twoInstances(fresh);
    const tallies = [new Tally(), new Tally()];
    const signal = AbortSignal.timeout(5500);
    await Promise.all(
      [one, other].flatMap(({ ledgers }, instance) =>
        each(writersEach, (writer) => {
          const tally = tallies[instance] ?? new Tally();
          return keepWriting({ ledgers, fresh, tally, signal }, `${instance}-${writer}`);
        }),
      ),
    );
    const written = tallies.map((tally) => tally.written.size);
    const all = written.reduce((sum, count) => sum + count, 0);
    const busy = tallies.reduce((sum, tally) => sum + tally.countOf('BUSY'), 0);

    expect(busy).toBeLessThanOrEqual(all / 100);
    expect(Math.min(...written)).toBeGreaterThan(all / 5);
    for (const tally of tallies) {
      expect(tally.longestSilence).toBeLessThan(3000);
      const audit = await auditCommands(store, fresh.ledger, tally);
      expect(audit).toMatchObject({ lost: [], doubled: [], half: [], uninvited: [] });
    }
  }, 20_000);
});
