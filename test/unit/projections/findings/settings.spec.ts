import { describe, expect, it } from '@jest/globals';
import { findingSettings } from '../../../../projections/findings/settings.ts';

const defaults = {
  buyingWords: ['CONTRATACIÓN', 'ADQUISICIÓN', 'COMPRA'],
  lateFrom: '12-01',
  smallAmountMax: '10000.00',
  smallCountMin: 4,
  roundTripDaysMax: 90,
};

describe('the settings of the rules', () => {
  it('are the defaults where nothing is said', () => {
    expect(findingSettings()).toEqual(defaults);
    expect(findingSettings({})).toEqual(defaults);
  });

  it.each([
    { buyingWords: ['SERVICIO'] },
    { buyingWords: [] },
    { lateFrom: '02-29' },
    { smallAmountMax: '0.01' },
    { smallCountMin: 2 },
    { smallCountMin: 1000 },
    { roundTripDaysMax: 366 },
    { roundTripDaysMax: 0 },
  ])('say otherwise where %j is given', (given) => {
    expect(findingSettings(given)).toEqual({ ...defaults, ...given });
  });

  it.each([
    [[], 'se espera un objeto JSON con alguna de: buyingWords, lateFrom'],
    [null, 'se espera un objeto JSON'],
    ['x', 'se espera un objeto JSON'],
    [{ late: '12-01' }, 'no existe «late»; existen: buyingWords, lateFrom, smallAmountMax'],
    [{ constructor: 1 }, 'no existe «constructor»'],
    [{ buyingWords: 'COMPRA' }, 'buyingWords: se espera una lista de palabras'],
    [{ buyingWords: [7] }, 'buyingWords: se espera una lista de palabras'],
    [{ smallCountMin: 1001 }, 'smallCountMin: se espera un número entero de 2 a 1000'],
    [{ lateFrom: 1201 }, 'lateFrom: se espera un día del año MM-DD'],
    [{ buyingWords: [' '] }, 'buyingWords: se espera una lista de palabras'],
    [{ lateFrom: '13-01' }, 'lateFrom: se espera un día del año MM-DD'],
    [{ lateFrom: '2020-12-01' }, 'lateFrom: se espera un día del año MM-DD'],
    [{ smallAmountMax: 10_000 }, 'smallAmountMax: se espera un monto mayor que cero'],
    [{ smallAmountMax: '0.00' }, 'smallAmountMax: se espera un monto mayor que cero'],
    [{ smallAmountMax: '1e3' }, 'smallAmountMax: se espera un monto mayor que cero'],
    [{ smallCountMin: 1 }, 'smallCountMin: se espera un número entero de 2 a 1000'],
    [{ smallCountMin: 2.5 }, 'smallCountMin: se espera un número entero'],
    [{ roundTripDaysMax: '90' }, 'roundTripDaysMax: se espera un número entero de 0 a 366'],
    [{ roundTripDaysMax: 367 }, 'roundTripDaysMax: se espera un número entero'],
  ])('refuse %j and say what would be valid', (given, problem) => {
    expect(() => findingSettings(given)).toThrow(
      expect.objectContaining({
        code: 'INVALID_SETTINGS',
        detail: expect.stringContaining(problem),
      }),
    );
  });
});
