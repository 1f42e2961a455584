import { describe, expect, it } from '@jest/globals';
import { finding } from '../../../../src/catalogue/finding.ts';
import { takeForm } from '../../../support/acts.ts';
import { factsOf, findingsOf, ledgerOf } from '../../../support/audited.ts';
import { day } from '../../../support/lines.ts';
import { form, june } from '../../../support/stated-files.ts';

const one = '01.01.01';
const at = (corte: string, file?: string) =>
  takeForm(
    form(
      corte,
      { [one]: [['20000', 'TGN', '80.00', '0.00']] },
      { version: june, ...(file !== undefined && { file }) },
    ),
  );

describe('a form that arrived out of order', () => {
  const ledger = ledgerOf(at('2020-09-30'), at('2020-11-30'), at('2020-08-31'));

  it('is a notice that names the later ones and the records of all', () => {
    const rows = findingsOf(ledger, '2020-12-31').filter(
      ({ code }) => code === 'FORM_OUT_OF_ORDER',
    );
    expect(rows).toMatchObject([
      {
        severity: 'notice',
        facts: { corte: '2020-08-31', later: ['2020-09-30', '2020-11-30'] },
        about: { form: '2020-08-31' },
      },
    ]);
    const types = rows[0]?.origin.revisions.map((revision) => ledger.records[revision]?.type);
    expect(types).toEqual(['FormTaken', 'FormTaken', 'FormTaken']);
  });

  it('is of its own corte on, and once it was recorded', () => {
    const codes = (on: string, revision?: number) =>
      factsOf(
        findingsOf(ledger, on, revision === undefined ? {} : { revision }),
        'FORM_OUT_OF_ORDER',
      ).length;
    expect([codes('2020-08-30'), codes('2020-08-31')]).toEqual([0, 1]);
    const before = ledger.records.findLastIndex(({ type }) => type === 'FormTaken') - 1;
    expect(codes('2020-12-31', before)).toBe(0);
  });

  it('is silent where forms come in the order of their cortes, or once more for the same', () => {
    const orderly = ledgerOf(at('2020-08-31'), at('2020-09-30'), at('2020-09-30', 'again'));
    expect(factsOf(findingsOf(orderly, '2020-12-31'), 'FORM_OUT_OF_ORDER')).toEqual([]);
  });
});

describe('sum rows that do not close', () => {
  const ledger = ledgerOf(at('2020-09-30'));
  const revision = ledger.records.findIndex(({ type }) => type === 'FormTaken');
  const taken = {
    revision,
    recordedAt: '' as never,
    actor: 'ana',
    corte: day('2020-09-30'),
    file: 'form-09',
  };
  const facts = { activity: one, column: 'PROGRAMADO T.G.N.', printed: '90.00', found: '80.00' };

  it('are findings of the form that was taken', () => {
    const findings = [finding('SUM_DIFFERS', facts, { file: 'formulario', line: 12 })];
    const rows = findingsOf(ledger, '2020-12-31', { checkedForms: [{ form: taken, findings }] });
    expect(rows.filter(({ code }) => code === 'SUM_DIFFERS')).toEqual([
      {
        code: 'SUM_DIFFERS',
        severity: 'warning',
        text: 'formulario, línea 12: 01.01.01: el TOTAL de PROGRAMADO T.G.N. dice 90.00 y sus grupos suman 80.00',
        facts,
        place: { file: 'formulario', line: 12 },
        about: { form: '2020-09-30' },
        origin: { revisions: [revision] },
      },
    ]);
  });

  it('are silent where all of them close', () => {
    const rows = findingsOf(ledger, '2020-12-31', {
      checkedForms: [{ form: taken, findings: [] }],
    });
    expect(rows.filter(({ about }) => about.form !== undefined)).toEqual([]);
  });
});
