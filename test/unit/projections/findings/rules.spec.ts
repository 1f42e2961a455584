import { describe, expect, it } from '@jest/globals';
import { auditFindings } from '../../../../src/catalogue/audit-findings.ts';
import { findings } from '../../../../src/catalogue/findings.ts';
import { rules } from '../../../../projections/findings/rules.ts';
import { settingTable } from '../../../../projections/findings/settings.ts';

describe('the rules', () => {
  it('say each code of the audit once, and three that taking a form says as well', () => {
    const codes = rules.flatMap((rule) => rule.codes);
    const further = ['SUM_DIFFERS', 'TOTAL_DIFFERS', 'FORM_OUT_OF_ORDER'];
    expect(codes.toSorted()).toEqual([...Object.keys(auditFindings), ...further].sort());
  });

  it('use every setting that there is', () => {
    const used = new Set(rules.flatMap(({ settings }) => settings));
    expect([...used].sort()).toEqual(Object.keys(settingTable).sort());
  });

  it('are listed with the warnings before the notices', () => {
    const grave = rules.map(({ codes: [code] }) => code && findings[code].severity);
    expect(grave).toEqual(
      grave.toSorted((one, other) => (one === other ? 0 : one === 'warning' ? -1 : 1)),
    );
  });

  it('each name their source', () => {
    expect(rules.filter(({ source }) => source.trim() === '')).toEqual([]);
  });
});
