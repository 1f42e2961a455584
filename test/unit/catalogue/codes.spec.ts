import { describe, expect, it } from '@jest/globals';
import { amount } from '../../../src/catalogue/amount.ts';
import {
  flatten,
  groupByActivity,
  lineKey,
  printLine,
} from '../../../src/catalogue/budget-line.ts';
import { defaultClassifiers, groupOf, sourceClassOf } from '../../../src/catalogue/classifiers.ts';
import {
  activityCode,
  type ActivityId,
  ledgerId,
  ledgerIdOf,
  objectCode,
  type ObjectCode,
  source,
  type Source,
} from '../../../src/catalogue/codes.ts';
import { Failure, placed } from '../../../src/catalogue/failure.ts';

const refused = (code: string) => expect.objectContaining({ code });

describe('Codes', () => {
  it('of activities lose the dot that forms print behind them', () => {
    expect(activityCode(' 11.01.11. ')).toBe('11.01.11');
    expect(() => activityCode('11')).toThrow(refused('INVALID_ACTIVITY_CODE'));
    expect(() => activityCode('11.a')).toThrow(refused('INVALID_ACTIVITY_CODE'));
  });

  it('of objects roll up to their group', () => {
    expect(groupOf(objectCode('23400'))).toBe('20000');
    expect(() => objectCode('2340')).toThrow(refused('INVALID_OBJECT_CODE'));
    expect(() => objectCode('00000')).toThrow(refused('INVALID_OBJECT_CODE'));
  });

  it('of sources roll up to the columns of the form', () => {
    const classOf = (text: string) => sourceClassOf(source(text), defaultClassifiers);
    expect([classOf('10'), classOf('11'), classOf('TGN')]).toEqual(['TGN', 'TGN', 'TGN']);
    expect([classOf('20'), classOf('41'), classOf('OTRAS')]).toEqual(['OTRAS', 'OTRAS', 'OTRAS']);
    expect(() => source('tgn')).toThrow(refused('INVALID_SOURCE'));
  });

  it('of ledgers name entity, area and year', () => {
    expect(ledgerIdOf('41', 'SENAVEX', 2020)).toBe('41-SENAVEX-2020');
    expect(() => ledgerId('senavex')).toThrow(refused('INVALID_LEDGER_ID'));
  });
});

describe('Lines', () => {
  const line = {
    activity: null,
    object: '20000' as ObjectCode,
    source: 'TGN' as Source,
    attributes: { programme: '19-0-1' },
  };

  it('are grouped by activity and flattened again', () => {
    const lines = [
      { ...line, centavos: 1 },
      { activity: null, object: null, source: null, centavos: -2 },
    ];
    expect(flatten(groupByActivity(lines))).toEqual(lines);
    expect(groupByActivity(lines)).toHaveLength(1);
  });

  it('carry further dimensions only where they were given', () => {
    const { attributes, ...without } = { ...line, centavos: 1 };
    expect(groupByActivity([without, { ...without, attributes }])).toStrictEqual([
      {
        activity: null,
        amounts: [
          ['20000', 'TGN', '0.01'],
          ['20000', 'TGN', '0.01', { programme: '19-0-1' }],
        ],
      },
    ]);
  });

  it('are printed with what is not known of them', () => {
    const activity = 'a1' as ActivityId;
    expect(printLine(lineKey({ ...line, activity }))).toBe('a1 · 20000 · TGN');
    expect(printLine(lineKey({ activity: null, object: null, source: null }))).toBe(
      'sin distribuir · sin grupo · sin fuente',
    );
  });

  it('differ in every dimension that was given', () => {
    const without = { activity: null, object: line.object, source: line.source };
    expect(lineKey(line)).not.toBe(lineKey(without));
    expect(lineKey(line)).not.toBe(lineKey({ ...line, attributes: { unit: '19-0-1' } }));
    expect(lineKey(line)).not.toBe(lineKey({ ...line, object: null }));
  });
});

describe('A refusal', () => {
  it('says its place in front', () => {
    const read = () =>
      placed({ file: 'a.txt', line: 3 }, () => placed({ cell: '9' }, () => amount('x')));
    expect(read).toThrow(
      expect.objectContaining({
        code: 'INVALID_AMOUNT',
        kind: 'invalid',
        place: { file: 'a.txt', line: 3, cell: '9' },
        detail:
          'a.txt, línea 3, columna 9: «x» no es un monto: se espera 1234.56, con hasta doce cifras y dos decimales',
      }),
    );
  });

  it('leaves defects as they are', () => {
    expect(() =>
      placed({ line: 3 }, () => {
        throw new TypeError('a defect');
      }),
    ).toThrow(TypeError);
    expect(new Failure('EMPTY_LINES', {}).detail).toBe('no hay ninguna línea con monto');
  });
});
