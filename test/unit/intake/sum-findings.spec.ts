import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { defaultClassifiers } from '../../../src/catalogue/classifiers.ts';
import type { LedgerEvents } from '../../../src/catalogue/events.ts';
import { readForm5b } from '../../../src/intake/form-5b/read-form-5b.ts';
import { sumFindings } from '../../../src/intake/form-5b/sum-findings.ts';

const sample = (): Promise<string> =>
  readFile(new URL('../../../samples/senavex-2020-12-form-5b.txt', import.meta.url), 'utf8');

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What is kept of a form once it was read with some options. */
const takenFrom = (
  text: string,
  options: Partial<Parameters<typeof readForm5b>[1]> = {},
): LedgerEvents['FormTaken'] => {
  const read = { fileName: 'f', sha256: 's', acceptDifferences: true, ...options };
  const { form } = readForm5b(bytesOf(text), read);
  return {
    file: form.file,
    corte: form.corte,
    header: { entity: '', area: '' },
    version: form.version,
    levels: form.activities.map(({ code, cells }) => ({
      activity: code as never,
      amounts: cells.map(({ object, source, programmed, executed }) => [
        object,
        source,
        programmed,
        executed,
      ]),
    })),
  };
};

const found = (text: string, taken = takenFrom(text)) =>
  sumFindings(bytesOf(text), taken, defaultClassifiers).map(({ code, facts, place }) => ({
    code,
    facts,
    place,
  }));

describe('the sum rows of a form that was kept', () => {
  it('close in the real form: nothing is said, whatever else is odd in it', async () => {
    expect(found(await sample())).toEqual([]);
  });

  it('are reported where an activity does not close', async () => {
    const text = (await sample()).replace('298,843.00', '298,843.01');
    expect(found(text)).toEqual([
      {
        code: 'SUM_DIFFERS',
        facts: {
          activity: '11.01.11',
          column: expect.any(String),
          printed: '298843.01',
          found: '298843.00',
        },
        place: expect.objectContaining({ file: 'formulario de corte 2020-12-31', line: 46 }),
      },
    ]);
  });

  it('are reported where the totals of the form do not close', async () => {
    const text = (await sample()).replaceAll('10,784,709.47', '10,784,709.48');
    expect(found(text)).toMatchObject([
      { code: 'TOTAL_DIFFERS', facts: { row: 'TOTAL PARCIAL', printed: '10784709.48' } },
      { code: 'TOTAL_DIFFERS', facts: { row: 'TOTAL GENERAL', found: '10784709.47' } },
    ]);
  });

  it('are read with the day that a person said for the plan', async () => {
    const text = (await sample()).replaceAll('AJUSTADO JUNIO', 'AJUSTADO');
    const taken = takenFrom(text, { adjustedOn: '2020-06-15' as never });
    expect(found(text, taken)).toEqual([]);
  });

  it('are not said of a file that is not the form that was taken', async () => {
    const text = await sample();
    const other = text.replaceAll('29,560.00', '29,560.01');
    expect(() => found(other, takenFrom(text))).toThrow(
      expect.objectContaining({ code: 'FILE_NOT_RECOGNISED' }),
    );
    expect(() => found('nada', takenFrom(text))).toThrow();
  });
});
