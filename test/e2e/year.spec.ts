import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  ListEvents,
  ListLedgers,
  ViewExecutionByActivity,
  ViewExecutionOverall,
  ViewForm5b,
} from '../../src/bus/messages.ts';
import { civilDate } from '../../src/catalogue/civil-date.ts';
import { isFailure } from '../../src/catalogue/failure.ts';
import { instant } from '../../src/catalogue/instant.ts';
import { formTsv } from '../../src/reports/form-5b/form-tsv.ts';
import { totalOf } from '../support/plain-year.ts';
import { runPoa } from '../support/run-poa.ts';
import { type ToldYear, toldYear } from '../support/told-year.ts';
import { temporaryFolders } from '../support/folders.ts';

const folder = temporaryFolders();
let year: ToldYear;
beforeAll(async () => {
  year = await toldYear();
}, 60_000);

/** a moment after every line of the story */
const atLast = '2022-01-24T11:00:00-04:00';

const cutOff = (day: string, known: string) => ({
  effective: civilDate(day),
  known: instant(known),
});

const totalAt = async (day: string, known = atLast) => {
  const { connection, story } = year;
  const query = new ViewExecutionOverall(story.ledger, cutOff(day, known));
  return (await connection.queries.execute(query)).view.total;
};

const headOf = async ({ connection }: ToldYear) => {
  const [only] = await connection.queries.execute(new ListLedgers());
  return { records: only?.records, root: only?.root };
};

const centsOf = (amount: string | null): number => Math.round(Number(amount) * 100);

const shown = ['current', 'reserved', 'committed', 'executed', 'paid'] as const;

/** What the views say, measure by measure and cell by cell, in centavos. */
const seenAt = async (day: string, known: string): Promise<Map<string, number>> => {
  const { connection, story } = year;
  const query = new ViewExecutionByActivity(story.ledger, cutOff(day, known));
  const { view } = await connection.queries.execute(query);
  const cells = view.rows.flatMap(({ activity, groups }) =>
    groups.flatMap(({ group, sources }) =>
      sources.map((row) => ({ ...row, cell: [activity, group, row.source].join('|') })),
    ),
  );
  const seen = cells.flatMap((row) =>
    shown.map((measure) => [`${measure} ${row.cell}`, centsOf(row[measure])] as const),
  );
  return new Map(seen.filter(([, cents]) => cents !== 0));
};

const planned = ['original', 'distributed', 'adjustments'];

/** The plain sums with the three measures of the plan as one. */
const addedAt = (day: string, known: string): Map<string, number> => {
  const added = new Map<string, number>();
  for (const [key, cents] of year.plain.at(day, known)) {
    const [measure = '', cell = ''] = key.split(' ');
    const name = `${planned.includes(measure) ? 'current' : measure} ${cell}`;
    added.set(name, (added.get(name) ?? 0) + cents);
  }
  return new Map([...added].filter(([, cents]) => cents !== 0));
};

const sorted = (sums: ReadonlyMap<string, number>): string[] =>
  [...sums].map(([key, cents]) => `${key} ${cents}`).sort();

describe('the story of a year', () => {
  it('is told whole: every line is taken, or refused with the code that it says', () => {
    const differing = year.told.flatMap(({ line, outcome }, index) => {
      const came = isFailure(outcome) ? outcome.code : 'taken';
      const said = line.refused ?? 'taken';
      return came === said ? [] : [`${index + 1}: ${said} was ${came}: ${line.say}`];
    });
    expect(differing).toEqual([]);
    expect(year.told).toHaveLength(171);
    expect(year.told.filter(({ outcome }) => isFailure(outcome))).toHaveLength(15);
  });

  it('records each line at its moment, by who gave it', async () => {
    const query = new ListEvents(year.story.ledger, cutOff('2021-12-31', atLast));
    const { view: records } = await year.connection.queries.execute(query);
    const byRevision = new Map(records.map((record) => [record.revision, record]));
    for (const { line, outcome } of year.told) {
      if (isFailure(outcome)) continue;
      const { recordedAt, actor } = byRevision.get(outcome.revision) ?? {};
      expect([recordedAt, actor]).toEqual([instant(line.recordedAt), line.actor]);
    }
  });

  it('has forms that state the plan as hands made it, so that none adjusts or distributes it', async () => {
    const query = new ListEvents(year.story.ledger, cutOff('2021-12-31', atLast));
    const { view: records } = await year.connection.queries.execute(query);
    const made = records.filter(
      ({ type, data }) =>
        (type === 'BudgetAdjusted' && data.kind === 'stated') ||
        (type === 'BudgetDistributed' && data.basis === 'form'),
    );
    expect(made).toEqual([]);
    expect(records.filter(({ type }) => type === 'FormTaken')).toHaveLength(3);
  });

  it('finds what is spent above the budget while control warns', () => {
    const codes = year.told.flatMap(({ outcome }) =>
      isFailure(outcome) ? [] : outcome.findings.map(({ code }) => code),
    );
    expect(codes.filter((code) => code === 'OVERSPENT')).toHaveLength(1);
    expect(codes.filter((code) => code === 'FORM_OUT_OF_ORDER')).toHaveLength(1);
  });
});

describe('the figures of the year', () => {
  it.each([
    // day, vigente, preventivo, compromiso, devengado, pagado: added up on paper
    ['2021-03-31', '1896000.00', '500500.00', '500100.00', '433260.00', '372947.20'],
    ['2021-06-30', '1896000.00', '846271.40', '845871.40', '817471.40', '779321.15'],
    ['2021-09-30', '2076000.00', '1247907.85', '1246357.85', '1241697.85', '1206207.50'],
    ['2021-12-31', '2076000.00', '1781777.75', '1778227.75', '1841977.75', '1794201.75'],
  ])('stand at the end of a quarter, %s', async (day, ...figures) => {
    const { current, reserved, committed, executed, paid } = await totalAt(day);
    expect([current, reserved, committed, executed, paid]).toEqual(figures);
  });

  it.each([
    ['before March was reopened', '2021-03-31', '2021-04-15T18:00:00-04:00', '416760.00'],
    [
      'before the form of June was corrected',
      '2021-06-30',
      '2021-07-14T18:00:00-04:00',
      '817921.40',
    ],
    ['before the form of August arrived', '2021-08-31', '2021-10-12T18:00:00-04:00', '1093287.50'],
    ['once it had arrived and a document was beyond it', '2021-08-31', atLast, '1105647.50'],
    [
      'before a document was beyond September',
      '2021-09-30',
      '2021-10-27T18:00:00-04:00',
      '1237377.85',
    ],
    [
      'before the trip of December appeared',
      '2021-12-31',
      '2022-01-10T18:00:00-04:00',
      '1838117.75',
    ],
  ])('are known by a moment: %s', async (_, day, known, executed) => {
    expect((await totalAt(day, known)).executed).toBe(executed);
    expect(totalOf(year.plain.at(day, known), 'executed')).toBe(executed);
  });

  it('are what adding up the lines gives, cell by cell, at every end of month known at every one', async () => {
    const ends = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].map(
      (day, month) => `2021-${String(month + 1).padStart(2, '0')}-${day}`,
    );
    for (const day of ends) {
      for (const known of [...ends.map((end) => `${end}T23:59:59-04:00`), atLast]) {
        expect([day, known, ...sorted(await seenAt(day, known))]).toEqual([
          ...[day, known],
          ...sorted(addedAt(day, known)),
        ]);
      }
    }
  });

  it('leave only what forms alone state, and what nobody paid, between devengado and pagado', () => {
    // regional vouchers 9,600 + 5,150, December's services 5,846, Christmas publicity 12,500, the
    // late trip 3,860; by forms alone 1,400 + 6,300 + 3,120
    const sums = year.plain.at('2021-12-31', atLast);
    expect(centsOf(totalOf(sums, 'executed')) - centsOf(totalOf(sums, 'paid'))).toBe(4_777_600);
  });
});

describe('the reports of the year', () => {
  it('are printed again byte for byte, whatever was recorded since', async () => {
    const issued = year.story.lines.flatMap(({ command, refused }) =>
      command?.type === 'IssueReport' && refused === undefined ? [command.data] : [],
    );
    expect(issued.map(({ number }) => number)).toEqual(['001/2021', '002/2021', '003/2021']);
    for (const { cutOff: at, sha256 } of issued) {
      const query = new ViewForm5b(year.story.ledger, at);
      const { view } = await year.connection.queries.execute(query);
      expect(createHash('sha256').update(formTsv(view)).digest('hex')).toBe(sha256);
    }
  });
});

describe('the story told again', () => {
  it('gives the same root to another store', async () => {
    expect(await headOf(await toldYear())).toEqual(await headOf(year));
  });

  it('writes nothing to its own: what was taken is known, what was refused stays refused', async () => {
    const before = await headOf(year);
    for (const [index, { line, outcome }] of (await year.again()).entries()) {
      if (line.refused !== undefined) expect(isFailure(outcome)).toBe(true);
      else expect([index, outcome]).toEqual([index, expect.objectContaining({ isRepeat: true })]);
    }
    expect(before.records).toBe(288);
    expect(await headOf(year)).toEqual(before);
  });
});

describe('poa demo --year', () => {
  it('tells it with the clock of the story, shows the views and verifies the store', async () => {
    const { code, out, err } = await runPoa(folder(), ['demo', '--year', '--exit']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(
      /— marzo de 2021 —[^—]*al 31\/03\/2021: vigente 1,896,000\.00 · devengado 416,760\.00 · pagado 372,947\.20/,
    );
    expect(out).toMatch(/16 ✗ La imprenta .*\n.*\[PERIOD_IS_CLOSED\]/);
    expect(out).toContain('Datos al 31/12/2021 según lo registrado hasta el 07/01/2022 11:00');
    expect(out).toMatch(/TOTAL .* 1,838,117\.75 /);
    expect(out).toMatch(/TOTAL .* 1,841,977\.75 /);
    expect(out).toContain('41-SEFARTE-2021: 288 registros, cabeza 287:');
  }, 60_000);
});
