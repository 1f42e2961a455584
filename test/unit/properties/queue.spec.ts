import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MemoryStore } from '../../../src/adapters/memory/memory-store.ts';
import type { CommandAnswer } from '../../../src/application/command-request.ts';
import { ledgerStream } from '../../../src/application/ports/event-store.ts';
import { decodeRecord } from '../../../src/catalogue/codec.ts';
import type { CivilDate } from '../../../src/catalogue/civil-date.ts';
import { Failure } from '../../../src/catalogue/failure.ts';
import type { Command } from '../../../src/domain/area-ledger/index.ts';
import { byHand, recipes, registered, startedWith, starts } from '../../support/arbitraries.ts';
import { codeOf } from '../../support/code-of.ts';
import { readAll } from '../../support/collecting.ts';
import { amountOf, balancesByLine, movesOf } from '../../support/oracle.ts';
import { keepBy } from '../../support/recipes.ts';
import { ledgerOfTests, type RecordedLedger } from '../../support/recorded-ledger.ts';
import { enough, propertyTimeout, runs } from '../../support/runs.ts';
import { serviceOver } from '../../support/service-over.ts';
import { Projected, sorted } from '../../support/views-of.ts';

const stream = ledgerStream(ledgerOfTests);

/** A second from one look to the next, in January 2021. */
const steadyClock = () => {
  let now = 1_609_800_000_000_000;
  return { now: () => (now += 1_000_000), pause: () => Promise.resolve() };
};

type Service = ReturnType<typeof serviceOver>;

const submit = ({ ledgers }: Service, command: Command, number: number): Promise<CommandAnswer> =>
  ledgers.change({ ledger: ledgerOfTests, command, commandId: `c-${number}`, actor: 'ana' });

/** What came of a command, in the words of both sides: how many records it wrote, or its refusal. */
const cameOf = (answer: RecordedLedger['tried'][number]['answer']): number | string =>
  answer instanceof Failure ? answer.code : answer.length;

const settled = (result: PromiseSettledResult<CommandAnswer>): number | string => {
  if (result.status === 'fulfilled') return result.value.events;
  const reason: unknown = result.reason;
  if (reason instanceof Failure) return reason.code as string;
  throw reason;
};

/** Submits commands that wait together, and sees that they come to what they came to one by one. */
const submitTogether = async (
  service: Service,
  tried: RecordedLedger['tried'],
  first: number,
): Promise<void> => {
  const answers = await Promise.allSettled(
    tried.map(({ command }, index) => submit(service, command, first + index)),
  );
  expect(answers.map(settled)).toEqual(tried.map(({ answer }) => cameOf(answer)));
};

/** Everything that was recorded once more, blindly, and under its id something else. */
const repeatAll = async (
  service: Service,
  store: MemoryStore,
  tried: RecordedLedger['tried'],
): Promise<number> => {
  const head = await store.head(stream);
  const other = registered('99.99.99');
  let repeats = 0;
  for (const [number, { command, answer }] of tried.entries()) {
    if (answer instanceof Failure) continue;
    const repeat = await submit(service, command, number);
    expect(repeat).toMatchObject({ isRepeat: true, events: answer.length });
    expect(repeat.revision).toBe(answer.at(-1)?.revision);
    expect(await codeOf(submit(service, other, number))).toBe('COMMAND_ID_REUSED');
    repeats += 1;
  }
  expect(await store.head(stream)).toBe(head);
  return repeats;
};

const executedBy = (ledger: RecordedLedger, day: string): string =>
  amountOf(
    movesOf(ledger.records)
      .filter((move) => move.measure === 'executed' && !(move.day > day))
      .reduce((sum, { cents }) => sum + cents, 0n),
  );

const expectMoneyOf = async (ledger: RecordedLedger, service: Service, store: MemoryStore) => {
  const kept = await readAll(store, stream);
  const records = kept.map(({ text }) => decodeRecord(text));
  const projected = new Projected(records);
  for (const day of ['2020-02-29', '2020-06-30', '2020-10-15', '2020-12-31'] as CivilDate[]) {
    const cut = { day, revision: ledger.revision };
    const expected = sorted(balancesByLine(ledger.records, cut));
    expect(sorted(projected.byLine(cut))).toEqual(expected);
    const { view } = await service.views.overall(ledgerOfTests, { effective: day });
    expect(view.total.executed).toBe(executedBy(ledger, day));
  }
  expect(records).toHaveLength(ledger.records.length);
};

describe('a sequence of commands through the queue', () => {
  it(
    'gives the balances of the oracle, and repeats write nothing more, also after a start anew',
    async () => {
      const tally = { attempted: 0, accepted: 0, repeats: 0 };
      const property = fc.asyncProperty(
        starts(),
        recipes([...byHand, 'form', 'control'], { min: 8, max: 20 }),
        fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 30, maxLength: 30 }),
        async (start, steps, sizes) => {
          const ledger = keepBy(startedWith(start), steps);
          const { tried } = ledger;
          tally.attempted += ledger.attempted;
          tally.accepted += ledger.accepted;
          const store = new MemoryStore();
          const clock = steadyClock();
          let service = serviceOver(store, clock);
          let next = 0;
          for (const size of sizes) {
            await submitTogether(service, tried.slice(next, next + size), next);
            next += size;
            if (size === 6) service = serviceOver(store, clock);
          }
          await submitTogether(service, tried.slice(next), next);
          await expectMoneyOf(ledger, service, store);
          tally.repeats += await repeatAll(service, store, tried);
          tally.repeats += await repeatAll(serviceOver(store, clock), store, tried);
        },
      );
      await fc.assert(property, runs(25));
      expect(tally.accepted).toBeGreaterThan(tally.attempted * 0.7);
      expect(tally.repeats).toBeGreaterThan(enough(200));
    },
    propertyTimeout,
  );
});
