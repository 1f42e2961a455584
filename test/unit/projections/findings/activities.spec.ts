import { describe, expect, it } from '@jest/globals';
import { approve } from '../../../support/acts.ts';
import { factsOf, findingsOf, ledgerOf } from '../../../support/audited.ts';
import { execute, program, register, report, reverse, revise } from '../../../support/commands.ts';
import type { Line } from '../../../support/lines.ts';
import type { RecordedLedger } from '../../../support/recorded-ledger.ts';

const one = '01.01.01';
const spent = (amount: string): Line => [one, '21000', '10', amount];

/** One activity with 100.00, that ends on 30 June. */
const plan = (name = 'Taller'): RecordedLedger =>
  ledgerOf(
    register('2020-01-01', one, { name, end: '2020-06-30' as never }),
    program('2020-01-01', [one, '20000', 'TGN', '100.00']),
    approve(),
  );

const codesOf = (ledger: RecordedLedger, day: string): string[] =>
  findingsOf(ledger, day).map(({ code }) => code);

describe('money spent with eficacia 0', () => {
  it('is found, with what was spent and the records that say both', () => {
    const ledger = plan().take(execute('2020-03-01', 'C31 1/1', [spent('12.50')]));
    ledger.take(report('2020-03-31', [one, '0']));
    const [row] = findingsOf(ledger, '2020-03-31');
    expect(row).toEqual({
      code: 'SPENT_WITHOUT_PROGRESS',
      severity: 'warning',
      text: '01.01.01: se ejecutaron 12.50 con una eficacia acumulada de 0.00 %',
      facts: { activity: one, executed: '12.50', accumulated: '0.00' },
      about: { activity: one },
      origin: { revisions: [4, 5] },
    });
  });

  it('names what took money back as well', () => {
    const ledger = plan().take(
      execute('2020-03-01', 'C31 1/1', [spent('12.50')]),
      report('2020-03-31', [one, '0']),
      reverse('2020-03-15', 4, [spent('2.50')]),
    );
    const [row] = findingsOf(ledger, '2020-03-31');
    expect(row?.facts).toMatchObject({ executed: '10.00' });
    expect(row?.origin).toEqual({ revisions: [4, 5, 6] });
  });

  it('is not found once there is some progress, nor where nothing was spent', () => {
    const ledger = plan().take(execute('2020-03-01', 'C31 1/1', [spent('12.50')]));
    ledger.take(report('2020-03-31', [one, '0.01']));
    expect(codesOf(ledger, '2020-03-31')).toEqual([]);
    expect(codesOf(plan().take(report('2020-03-31', [one, '0'])), '2020-03-31')).toEqual([
      'NOTHING_DONE',
    ]);
  });

  it('is silent where nobody reported progress: not known is not zero', () => {
    const ledger = plan().take(execute('2020-03-01', 'C31 1/1', [spent('12.50')]));
    expect(codesOf(ledger, '2020-12-31')).toEqual([]);
  });
});

describe('eficacia 100 with nothing spent', () => {
  it.each(['100', '120.5'])('is found where something was programmed, at %s', (progress) => {
    const ledger = plan().take(report('2020-03-31', [one, progress]));
    const rows = findingsOf(ledger, '2020-03-31');
    expect(rows.map(({ code }) => code)).toEqual(['PROGRESS_WITHOUT_SPENDING']);
    expect(rows[0]?.facts).toMatchObject({ activity: one, current: '100.00', executed: '0.00' });
    expect(rows[0]?.origin).toEqual({ revisions: [2, 4] });
  });

  it('is as planned where nothing was programmed', () => {
    const ledger = ledgerOf(register('2020-01-01', one), report('2020-03-31', [one, '100']));
    expect(codesOf(ledger, '2020-03-31')).toEqual([]);
  });

  it('is not found below 100 nor where something was spent', () => {
    expect(codesOf(plan().take(report('2020-03-31', [one, '99.99'])), '2020-03-31')).toEqual([]);
    const ledger = plan().take(execute('2020-03-01', 'C31 1/1', [spent('0.01')]));
    ledger.take(report('2020-03-31', [one, '100']));
    expect(codesOf(ledger, '2020-03-31')).toEqual([]);
  });
});

describe('programmed, nothing spent and eficacia 0', () => {
  it('is found', () => {
    const ledger = plan().take(report('2020-03-31', [one, '0']));
    expect(factsOf(findingsOf(ledger, '2020-03-31'), 'NOTHING_DONE')).toEqual([
      { activity: one, current: '100.00', executed: '0.00', accumulated: '0.00' },
    ]);
  });

  it('is not found where nothing is programmed, and is silent where nothing was reported', () => {
    const bare = ledgerOf(register('2020-01-01', one), report('2020-03-31', [one, '0']));
    expect(codesOf(bare, '2020-03-31')).toEqual([]);
    expect(codesOf(plan(), '2020-03-31')).toEqual([]);
  });
});

describe('the end date', () => {
  const halfDone = () =>
    plan().take(
      execute('2020-03-01', 'C31 1/1', [spent('1.00')]),
      report('2020-04-30', [one, '50']),
    );

  it.each([
    ['2020-06-29', []],
    ['2020-06-30', ['DUE_ON_CUT_OFF']],
    ['2020-07-01', ['PAST_END_DATE']],
  ])('on %s gives %j', (day, codes) => {
    expect(codesOf(halfDone(), day)).toEqual(codes);
  });

  it('is said with the day, the progress and the records of both', () => {
    const [row] = findingsOf(halfDone(), '2020-07-01');
    expect(row?.facts).toEqual({
      activity: one,
      end: '2020-06-30',
      cutOff: '2020-07-01',
      accumulated: '50.00',
    });
    expect(row?.origin).toEqual({ revisions: [1, 5] });
  });

  it('is that of the revision in force by the day and known by the record', () => {
    const ledger = halfDone().take(revise('2020-06-01', one, { end: '2020-11-30' as never }));
    expect(codesOf(ledger, '2020-07-01')).toEqual([]);
    expect(findingsOf(ledger, '2020-07-01', { revision: 5 })).toHaveLength(1);
    const [row] = findingsOf(ledger, '2020-12-01');
    expect(row?.origin).toEqual({ revisions: [5, 6] });
  });

  it('is met by 100, and silent without a date or without progress', () => {
    const done = halfDone().take(report('2020-06-30', [one, '100']));
    expect(codesOf(done, '2020-07-01')).toEqual([]);
    const undated = ledgerOf(register('2020-01-01', one), report('2020-03-31', [one, '50']));
    expect(codesOf(undated, '2020-12-31')).toEqual([]);
    expect(codesOf(plan(), '2020-12-31')).toEqual([]);
  });
});

describe('a name that says that it buys', () => {
  const bare = (name: string): RecordedLedger => ledgerOf(register('2020-01-01', one, { name }));

  it.each([
    ['Contratación de consultores', 'CONTRATACIÓN'],
    ['PAGO Y CONTRATACION', 'CONTRATACIÓN'],
    ['ADQUISICIÓN DE EQUIPOS', 'ADQUISICIÓN'],
    ['compras menores', 'COMPRA'],
  ])('is found without budget: %s', (name, word) => {
    expect(factsOf(findingsOf(bare(name), '2020-12-31'), 'BUYS_WITHOUT_BUDGET')).toEqual([
      { activity: one, word, current: '0.00' },
    ]);
  });

  it('is fine with a budget', () => {
    expect(codesOf(plan('ADQUISICIÓN DE EQUIPOS'), '2020-12-31')).toEqual([]);
  });

  it.each(['SUBCONTRATACIÓN', 'RECOMPRA', 'Talleres'])('is not that of %s', (name) => {
    expect(codesOf(bare(name), '2020-12-31')).toEqual([]);
  });

  it('follows the configured words', () => {
    const settings = { buyingWords: ['renovación'] };
    const ledger = bare('RENOVACION DE LICENCIAS Y COMPRA');
    expect(
      factsOf(findingsOf(ledger, '2020-12-31', { settings }), 'BUYS_WITHOUT_BUDGET'),
    ).toMatchObject([{ word: 'renovación' }]);
    const none = { settings: { buyingWords: [] } };
    expect(findingsOf(ledger, '2020-12-31', none)).toEqual([]);
  });
});
