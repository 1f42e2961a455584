import { describe, expect, it } from '@jest/globals';
import type { CivilDate } from '../../../src/catalogue/civil-date.ts';
import type { Command } from '../../../src/domain/area-ledger/index.ts';
import { line } from '../../support/arbitraries.ts';
import { centsOf, type OracleCut } from '../../support/oracle.ts';
import { statedByDesign, statedInRecords } from '../../support/oracle-forms.ts';
import * as files from '../../support/real-files.ts';
import { RecordedLedger } from '../../support/recorded-ledger.ts';
import { Projected, sorted } from '../../support/views-of.ts';

const ordersOf = <Item>(items: readonly Item[]): Item[][] =>
  items.length < 2
    ? [[...items]]
    : items.flatMap((item) =>
        ordersOf(items.filter((other) => other !== item)).map((others) => [item, ...others]),
      );

const days = [
  ...Array.from({ length: 12 }, (_, month) =>
    new Date(Date.UTC(2020, month + 1, 0)).toISOString().slice(0, 10),
  ),
  ...['2020-01-01', '2020-06-29', '2020-10-15', '2020-11-10', '2020-11-29', '2020-12-05'],
].sort();

const taken = (order: readonly Command[]): RecordedLedger => new RecordedLedger().take(...order);

/** Activity × group × source class × measure on every month end and every day that files or entries state. */
const moneyOf = ({ records, revision }: RecordedLedger): string[] => {
  const projected = new Projected(records);
  return days.flatMap((day) =>
    sorted(projected.byCell({ day, revision })).map((balance) => `${day} ${balance}`),
  );
};

/** What the views by group and over all say, what is not known included. */
const viewsOf = ({ records, revision }: RecordedLedger) => {
  const projected = new Projected(records);
  return ['2020-05-31', '2020-11-30', '2020-12-31'].map((day) => {
    const { group, overall } = projected.views({ day, revision });
    return { group, overall };
  });
};

const sameInEveryOrder = (orders: readonly (readonly Command[])[]): RecordedLedger => {
  const [first = [], ...others] = orders;
  const ledger = taken(first);
  const money = moneyOf(ledger);
  expect(money.length).toBeGreaterThan(200);
  expect(sorted(statedInRecords(ledger.records))).toEqual(sorted(statedByDesign(ledger.records)));
  for (const order of others) {
    const other = taken(order);
    expect(moneyOf(other)).toEqual(money);
    expect(viewsOf(other)).toEqual(viewsOf(ledger));
  }
  return ledger;
};

const { original, november, december, may, september, december2 } = files;

const overall = ({ records }: RecordedLedger, cut: OracleCut) =>
  new Projected(records).views(cut).overall.total;

describe('the real files', () => {
  it('give equal money in all six orders: the original, November and December', () => {
    const ledger = sameInEveryOrder(ordersOf([original, november, december]));
    const { revision } = ledger;
    expect(overall(ledger, { day: '2020-05-31', revision })).toMatchObject({
      original: '11320195.00',
      current: '11320195.00',
      executed: '0.00',
    });
    expect(overall(ledger, { day: '2020-12-31', revision })).toMatchObject({
      current: '10784709.47',
      executed: '9242127.55',
    });
  });

  it('state in November what its form states, whatever came after', () => {
    const [one, other] = [taken([november]), taken([december, original, november])];
    const at = (ledger: RecordedLedger) => {
      const { rows } = new Projected(ledger.records).views({
        day: '2020-11-30',
        revision: ledger.revision,
      }).form;
      return rows.map(({ code, total }) => [code, total]);
    };
    expect(at(other).filter(([code]) => code !== '11.04.03')).toEqual(at(one));
    expect(at(one)).toHaveLength(40);
  });

  it('give equal money in all orders with a form of the plan before any adjustment', () => {
    const ledger = sameInEveryOrder(ordersOf([original, may, november, december]));
    const { current } = overall(ledger, { day: '2020-05-31', revision: ledger.revision });
    expect(centsOf(current)).toBeGreaterThan(0n);
    expect(current).not.toBe('11320195.00');
  });

  it('give equal money in all orders with two forms that differ in PROGRAMADO under one version name', () => {
    sameInEveryOrder(ordersOf([original, september, december, november]));
  });

  it('give equal money in all orders where the original is not known', () => {
    const ledger = sameInEveryOrder(ordersOf([may, september, december]));
    const { original: unknown } = overall(ledger, {
      day: '2020-12-31',
      revision: ledger.revision,
    });
    expect(unknown).toBeNull();
  });

  it('give equal money in all orders where the later form lacks an activity and a group', () => {
    sameInEveryOrder(ordersOf([original, september, november, december2]));
  });
});

const executes = (
  [day, number, cents]: readonly [string, number, bigint],
  forms: { within: true } | { beyond: CivilDate },
): Command => ({
  type: 'ExecuteBudget',
  effectiveOn: day as CivilDate,
  data: {
    document: { kind: 'C31', number: `${number}`, sequence: 1 },
    lines: [line('11.01.16', '23400', '10', cents)],
    forms,
  },
});

describe('the real files with documents', () => {
  const within = { within: true } as const;
  const beyondNovember = { beyond: '2020-11-30' as CivilDate };
  const beyondDecember = { beyond: '2020-12-31' as CivilDate };
  const documents = [
    executes(['2020-10-15', 1, 100_00n], within),
    executes(['2020-11-10', 2, 50_00n], beyondNovember),
    executes(['2020-11-10', 3, 25_00n], beyondDecember),
    executes(['2020-12-05', 4, 10_00n], within),
    executes(['2020-12-05', 5, 5_00n], beyondDecember),
  ];

  it('give equal money in all orders of the files, the documents said alike', () => {
    const orders = ordersOf([original, november, december]);
    const ledger = sameInEveryOrder(orders.map((order) => [...order, ...documents]));
    const { revision } = ledger;
    expect(overall(ledger, { day: '2020-10-31', revision }).executed).toBe('100.00');
    expect(overall(ledger, { day: '2020-12-31', revision }).executed).toBe('9242157.55');
  });

  it('give equal money in whatever order the documents are recorded', () => {
    const orders = [
      documents,
      documents.toReversed(),
      [...documents.slice(2), ...documents.slice(0, 2)],
    ];
    sameInEveryOrder(orders.map((order) => [original, december, november, ...order]));
  });
});
