import { describe, expect, it } from '@jest/globals';
import {
  foldRegister,
  emptyRegister,
  hasForms,
  headingAt,
  planTitleAt,
} from '../../../projections/register.ts';
import { saidOfActivity } from '../../../projections/said-of-activity.ts';
import { instantAt } from '../../../src/catalogue/instant.ts';
import type { ActivityId } from '../../../src/catalogue/codes.ts';
import type { Command } from '../../../src/domain/area-ledger/index.ts';
import { approve, takeForm } from '../../support/acts.ts';
import { ledgerOf, seriesOf } from '../../support/audited.ts';
import { execute, program, register, report, revise } from '../../support/commands.ts';
import { day } from '../../support/lines.ts';
import type { RecordedLedger } from '../../support/recorded-ledger.ts';
import { form, september } from '../../support/stated-files.ts';
import { at, line, opened, programmed } from '../../support/views-at.ts';

const one = '01.01.01' as ActivityId;
const said = ({ records }: RecordedLedger) => records.reduce(foldRegister, emptyRegister());
const cut = (revision: number, effective = '2020-12-31') => ({
  effective: day(effective),
  known: { revision, recordedAt: instantAt(0) },
});

describe('The heading of a ledger', () => {
  const ledger = ledgerOf(
    takeForm(form('2020-06-30', { [one]: [] })),
    takeForm(form('2020-11-30', { [one]: [] }, { version: september })),
  );
  const forms = ledger.records.flatMap(({ type, revision }) =>
    type === 'FormTaken' ? [revision] : [],
  );

  it('is what the opening says until a form prints one', () => {
    const [first = 0] = forms;
    expect(headingAt(said(ledger), cut(first - 1))).toEqual({
      entity: 'Ministerio',
      area: 'Servicio Nacional de Verificación de Exportaciones',
    });
    expect(headingAt(said(ledger), cut(first))).toEqual({ entity: 'MINISTERIO', area: 'SERVICIO' });
    expect(headingAt(emptyRegister(), cut(0))).toEqual({ entity: null, area: null });
  });

  it('knows of a form from its record on', () => {
    const [first = 0] = forms;
    expect(hasForms(said(ledger), cut(first - 1))).toBe(false);
    expect(hasForms(said(ledger), cut(first))).toBe(true);
  });

  it('names the plan after its latest version by the day', () => {
    expect(planTitleAt(said(ledger), cut(ledger.revision))).toBe('POA 2020 AJUSTADO SEPTIEMBRE');
    expect(planTitleAt(said(ledger), cut(ledger.revision, '2020-09-29'))).toBe(
      'POA 2020 AJUSTADO JUNIO',
    );
    expect(planTitleAt(said(ledger), cut(ledger.revision, '2020-06-29'))).toBe('POA 2020');
  });
});

describe('What is said of an activity', () => {
  /** 1 registered, 2 named from June on, 3 named from March on, 4 dated, 5 and 6 progress, 7 progress of the same day. */
  const ledger = ledgerOf(
    register('2020-01-01', one),
    revise('2020-06-30', one, { name: 'Uno' }),
    revise('2020-03-31', one, { name: 'Dos' }),
    revise('2020-09-30', one, { end: day('2020-12-31') }),
    report('2020-06-30', [one, '20.00']),
    report('2020-03-31', [one, '10.00']),
    report('2020-06-30', [one, '25.00']),
  );
  const at = (revision: number, effective: string) => {
    const { field, progress } = saidOfActivity(said(ledger), cut(revision, effective), one);
    return [field('name'), field('end'), progress()];
  };

  it('is by the latest that is in force by the day', () => {
    expect(at(7, '2020-12-31')).toEqual([[2], [4], [7]]);
    expect(at(7, '2020-06-29')).toEqual([[3], [1], [6]]);
    expect(at(7, '2020-03-30')).toEqual([[1], [1], []]);
    expect(at(7, '2019-12-31')).toEqual([[], [], []]);
  });

  it('is of what is known', () => {
    expect(at(6, '2020-12-31')).toEqual([[2], [4], [5]]);
    expect(at(2, '2020-06-29')).toEqual([[1], [1], []]);
  });

  it('is nothing of one that the ledger lacks', () => {
    const { field, progress } = saidOfActivity(said(ledger), cut(7), 'x' as ActivityId);
    expect([field('name'), progress()]).toEqual([[], []]);
  });
});

describe('What documents say was executed', () => {
  it('is what is known of it', () => {
    const spent = (on: string, number: string): Command =>
      execute(on, `C31 ${number}/1`, [[one, '20000', 'TGN', '5.00']]);
    const ledger = ledgerOf(
      register('2020-01-01', one),
      program('2020-01-01', [one, '20000', 'TGN', '50.00']),
      approve(),
      spent('2020-01-10', '1'),
      spent('2020-02-10', '2'),
    );
    const byDocument = (revision: number) =>
      seriesOf(ledger, '2020-02-29', {}, revision).months.map((month) => month.executedByDocument);
    expect([byDocument(4), byDocument(5)]).toEqual([
      ['5.00', '0.00'],
      ['5.00', '5.00'],
    ]);
  });
});

describe('The original of a row', () => {
  const originals = (...lines: ReturnType<typeof line>[]) => {
    const { byActivity, byGroup, overall } = at(
      [opened, programmed(lines.flat() as never)],
      '2020-12-31',
    );
    return [byActivity.rows[0], byGroup.rows[0], overall.rows[0]].map((row) => row?.original);
  };

  it('is known by what all of it was programmed by', () => {
    const whole = line('a', '20000', 'TGN', '5.00');
    expect(originals(whole)).toEqual(['5.00', '5.00', '5.00']);
    expect(originals(whole, line(null, '20000', 'TGN', '1.00'))).toEqual([null, '6.00', '6.00']);
    expect(originals(whole, line('a', null, 'TGN', '1.00'))).toEqual(['6.00', null, '6.00']);
    const [row] = at(
      [opened, programmed([...whole, ...line('a', null, 'TGN', '1.00')] as never)],
      '2020-12-31',
    ).byActivity.rows;
    const nested = row?.groups.map((own) => [own.original, own.sources[0]?.original]);
    expect(nested).toEqual([
      [null, null],
      ['1.00', '1.00'],
    ]);
    expect(originals(whole, line('a', '20000', null, '1.00'))).toEqual(['6.00', '6.00', null]);
  });
});
