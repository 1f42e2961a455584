import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  differingCells,
  formHeadingOf,
  formRowsOf,
  type PrintedActivity,
} from '../support/form-rows-of.ts';
import { temporaryFolders } from '../support/folders.ts';
import { poa, poaJson, samples } from '../support/run-poa.ts';
import { sampleStores } from '../support/sample-stores.ts';

const stores = sampleStores();
const newFolder = temporaryFolders();
const yearEnd = ['--cutoff', '2020-12-31'];
const printed = readFileSync(samples.form, 'utf8');

/** domain.md section 1: the label of the first row, and 85.17, which stands on that row and not on its TOTAL row. */
const listedCells = [
  '26 11.02.02. row 1 group: TOTAL → 10000',
  '26 11.02.02. row 1 rate: 85.17 → ',
  '26 11.02.02. row 7 rate:  → 85.17',
];

interface Amounts {
  programmed: { TGN: string; OTRAS: string };
  executed: { TGN: string; OTRAS: string };
}

interface FormJson {
  rows: ({
    groups: (Amounts & { group: string | null })[];
    total: Amounts & { rate: string | null };
    operation: string | null;
  } & Record<'code' | 'name' | 'start' | 'end' | 'indicator' | 'accumulated', string>)[];
  total: Amounts & { rate: string | null };
}

const withCommas = (amount: string): string => {
  const [whole = '', cents = ''] = amount.split('.');
  return `${Number(whole).toLocaleString('en-US')}.${cents}`;
};

const shortDate = (date: string): string =>
  `${date.slice(8)}/${date.slice(5, 7)}/${date.slice(2, 4)}`;

const money = ({ programmed, executed }: Amounts): string[] =>
  [programmed.TGN, programmed.OTRAS, executed.TGN, executed.OTRAS].map(withCommas);

const rowsOfJson = ({ rows, total }: FormJson): PrintedActivity[] => {
  const blank = ['', '', '', '', '', '', ''];
  const activities = rows.map((row) => {
    const { code, name, start, end, indicator, accumulated, operation, groups } = row;
    const text = [`${code}.`, operation ?? '', name, shortDate(start), shortDate(end)];
    const lines = [
      ...groups.map((group) => [group.group ?? 'sin grupo', ...money(group), '']),
      ['TOTAL', ...money(row.total), row.total.rate ?? '0.00'],
    ];
    return {
      code: `${code}.`,
      rows: lines.map((line, index) => [
        ...(index === 0 ? [...text, indicator, accumulated] : blank),
        ...line,
      ]),
    };
  });
  const sum = (code: string, rate: string): PrintedActivity => ({
    code,
    rows: [[code, ...blank, ...money(total), rate]],
  });
  return [...activities, sum('TOTAL PARCIAL', ''), sum('TOTAL GENERAL', total.rate ?? '')];
};

describe('the form at 31/12/2020', () => {
  const expected = formRowsOf(printed);

  it('is read from the sample as 41 activities and two totals', () => {
    expect(expected).toHaveLength(43);
    expect(expected.flatMap(({ rows }) => rows)).toHaveLength(59);
    expect(expected.at(-1)?.rows).toEqual([
      [
        ...['TOTAL GENERAL', '', '', '', '', '', '', ''],
        ...['10,784,709.47', '0.00', '9,242,127.55', '0.00', '85.70'],
      ],
    ]);
  });

  it('equals the printed one in every cell but the listed ones of 11.02.02', async () => {
    const written = await poa(stores.shared(), 'form-5b', '--format', 'tsv', ...yearEnd);
    expect(differingCells(expected, formRowsOf(written))).toEqual(listedCells);
    expect(formHeadingOf(written)).toEqual(formHeadingOf(printed));
  });

  it('equals the printed one as data, too', async () => {
    const form = await poaJson<FormJson>(
      ...[stores.shared(), 'form-5b', '--format', 'json', ...yearEnd],
    );
    expect(differingCells(expected, rowsOfJson(form))).toEqual(listedCells);
  });

  it('holds every cell of the printed one as text for people', async () => {
    const written = await poa(stores.shared(), 'form-5b', ...yearEnd);
    const tokens = new Set(written.split(/\s+/));
    const cells = expected.flatMap(({ rows }) => rows.flatMap((row) => [row[0], ...row.slice(7)]));
    const missing = cells
      .flatMap((cell) => (cell ?? '').split(' '))
      .filter((cell) => cell !== '' && !tokens.has(cell));
    expect(missing).toEqual([]);
  });
});

it('takes in again what it wrote and gives the same form', async () => {
  const written = await poa(stores.shared(), 'form-5b', '--format', 'tsv', ...yearEnd);
  const store = stores.fresh();
  const file = join(newFolder(), 'written.txt');
  writeFileSync(file, written);
  await poa(store, 'import', file);
  expect(await poa(store, 'form-5b', '--format', 'tsv', ...yearEnd)).toBe(written);
});
