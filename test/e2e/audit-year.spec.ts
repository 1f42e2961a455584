import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  CompareReferences,
  ListLateEntries,
  ReplayHistory,
  TraceOrigin,
} from '../../src/bus/audit-messages.ts';
import { ViewExecutionOverall } from '../../src/bus/messages.ts';
import { civilDate } from '../../src/catalogue/civil-date.ts';
import { known } from '../../src/catalogue/known.ts';
import { preset, reference } from '../../src/catalogue/reference.ts';
import { totalOf } from '../support/plain-year.ts';
import { type ToldYear, toldYear } from '../support/told-year.ts';

let year: ToldYear;
beforeAll(async () => {
  year = await toldYear();
}, 60_000);

/** Two decimals without the point: an exact number of centavos. */
const centavosOf = (amount: string): bigint => BigInt(amount.replace('.', ''));

const yearEnd = civilDate('2021-12-31');

const comparedAs = async (pair: ReturnType<typeof preset>, effective = yearEnd) => {
  const { story, connection } = year;
  const asked = { ...pair, by: 'group' as const, cutOff: { effective } };
  return (await connection.queries.execute(new CompareReferences(story.ledger, asked))).view;
};

const late = async (asked: { readonly since?: string; readonly afterReport?: string }) => {
  const { story, connection } = year;
  const { since, ...rest } = asked;
  const query = new ListLateEntries(story.ledger, {
    ...rest,
    ...(since !== undefined && { since: known(since) }),
    cutOff: { effective: yearEnd },
  });
  return (await connection.queries.execute(query)).view;
};

describe('what was reported, as it is known now', () => {
  it('differs from the annual report by the late trip of December', async () => {
    const { from, to, total } = await comparedAs(preset('report:002/2021'));
    expect([from.effective, from.known.revision]).toEqual(['2021-12-31', 282]);
    expect([to.effective, to.known.revision]).toEqual(['2021-12-31', 287]);
    expect(total.difference).toMatchObject({ current: '0.00', executed: '3860.00' });
    expect(total.lateRecorded.executed).toBe('3860.00');
    expect(total.explanation).toMatchObject([
      {
        revision: 284,
        effectiveOn: '2021-12-29',
        part: 'lateRecorded',
        document: { kind: 'C31', number: '112', sequence: 1 },
        amounts: { executed: '3860.00' },
      },
    ]);
  });

  it('differs from the first closing of March by what its reopening let in', async () => {
    const pair = { from: reference('2021-03-31@69'), to: reference('2021-03-31') };
    const { total } = await comparedAs(pair);
    expect(total.lateRecorded.executed).toBe('16500.00');
    expect(total.explanation.map(({ revision }) => revision)).toEqual([73]);
    const { total: last } = await comparedAs(preset('period:2021-03-31'));
    expect(last.difference.executed).toBe('0.00');
  });

  it('differs from one month to the next as adding up the lines does', async () => {
    for (const month of ['02', '05', '08', '11']) {
      const day = civilDate(`2021-${month}-28`);
      const { from, to, total } = await comparedAs(preset('month'), day);
      const atLast = '2022-01-24T11:00:00-04:00';
      const sums = [from, to].map(({ effective }) => year.plain.at(effective, atLast));
      const [before = 0n, after = 0n] = sums.map((each) => centavosOf(totalOf(each, 'executed')));
      expect(centavosOf(total.difference.executed ?? '')).toBe(after - before);
      expect(total.unexplained.executed).toBe('0.00');
    }
  });

  it('has the adjustments of the year with their instruments behind the plan', async () => {
    const { total } = await comparedAs(preset('plan'));
    const adjustments = total.explanation.filter(({ amounts }) => 'adjustments' in amounts);
    expect(adjustments.map(({ adjustment }) => adjustment?.name)).toEqual(['AJUSTADO SEPTIEMBRE']);
    expect(adjustments[0]?.instrument).toMatchObject({ kind: 'DECRETO SUPREMO', number: '4598' });
    expect(total.unexplained.current).toBe('0.00');
    const june = reference('adjustment:AJUSTADO JUNIO');
    const { rows } = await comparedAs({ from: reference('original'), to: june });
    const moved = rows.filter(({ difference }) => difference.current !== '0.00');
    expect(moved.length).toBeGreaterThan(0);
    for (const { explanation } of moved) {
      expect(explanation.map(({ adjustment }) => adjustment?.name)).toEqual(['AJUSTADO JUNIO']);
    }
  });
});

describe('late entries of the year', () => {
  it('are, after a closing, the voucher of March that a reopening let in', async () => {
    const { rows, reported } = await late({});
    expect(rows).toMatchObject([
      {
        revision: 73,
        effectiveOn: '2021-03-29',
        daysLate: 21,
        document: { kind: 'C31', number: '27' },
        amounts: { executed: '16500.00' },
        groups: [{ group: '20000', amounts: { executed: '16500.00' } }],
        moves: [{ kind: 'period', name: '2021-03-31', known: 69 }],
      },
    ]);
    expect(reported).toMatchObject([
      { kind: 'period', name: '2021-03-31', records: 1, amounts: { executed: '16500.00' } },
    ]);
  });

  it('are, after the annual report, the trip of December and nothing else', async () => {
    const { rows, reported } = await late({ afterReport: '002/2021' });
    expect(rows).toMatchObject([{ revision: 284, daysLate: 13, amounts: { executed: '3860.00' } }]);
    expect(reported).toMatchObject([{ name: 'form-5b 002/2021', records: 1 }]);
    expect((await late({ afterReport: '003/2021' })).rows).toEqual([]);
  });

  it('are, after a day, what had happened by it and was recorded after it', async () => {
    const { rows } = await late({ since: '2021-09-30' });
    expect(rows.length).toBeGreaterThan(0);
    for (const { effectiveOn, recordedAt } of rows) {
      expect(effectiveOn <= '2021-09-30').toBe(true);
      expect(recordedAt > '2021-10-01T04:00').toBe(true);
    }
  });
});

describe('the year gone through', () => {
  const replayed = async (order: 'recorded' | 'effective', unit: 'event' | 'day' | 'month') => {
    const { story, connection } = year;
    const asked = { order, unit, cutOff: { effective: yearEnd } };
    return (await connection.queries.execute(new ReplayHistory(story.ledger, asked))).view;
  };
  const overallAt = async (effective = yearEnd) => {
    const { story, connection } = year;
    const query = new ViewExecutionOverall(story.ledger, { effective });
    return (await connection.queries.execute(query)).view.total;
  };

  it.each([
    ['recorded', 'event', 288],
    ['recorded', 'month', 13],
    ['effective', 'event', 288],
    ['effective', 'month', 13],
  ] as const)('as %s, by %s, ends where the view does', async (order, unit, count) => {
    const { steps } = await replayed(order, unit);
    expect(steps).toHaveLength(count);
    expect(steps.at(-1)?.total).toEqual(await overallAt());
    expect(steps.flatMap(({ records }) => records)).toHaveLength(288);
  });

  it('as it happened stands at the end of each month where the view does', async () => {
    const { steps } = await replayed('effective', 'month');
    for (const [month, day] of [
      ['2021-03', '2021-03-31'],
      ['2021-06', '2021-06-30'],
      ['2021-09', '2021-09-30'],
    ] as const) {
      const step = steps.find(({ period }) => period === month);
      expect(step?.total).toEqual(await overallAt(civilDate(day)));
    }
  });
});

describe('a figure of the year', () => {
  it('comes from entries with documents, and knows what is not in it', async () => {
    const { story, connection } = year;
    const asked = { measure: 'paid' as const, cutOff: { effective: civilDate('2021-03-31') } };
    const { view } = await connection.queries.execute(new TraceOrigin(story.ledger, asked));
    const [{ entries, later } = { entries: [], later: [] }] = view.parts;
    expect(view.value).toBe('372947.20');
    expect(entries.at(-1)?.running).toBe('372947.20');
    for (const { document } of entries) expect(document).toBeDefined();
    const revisions = new Set(entries.map(({ revision }) => revision));
    expect(later.length).toBeGreaterThan(0);
    for (const { revision, reasons } of later) {
      expect(revisions.has(revision)).toBe(false);
      expect(reasons).toEqual(['effectiveLater']);
    }
  });
});
