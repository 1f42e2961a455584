import { existsSync } from 'node:fs';
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { changedFiles, sampleText } from '../support/changed-files.ts';
import { refusalHere } from '../support/poa-in-process.ts';
import { refusalTable } from '../support/refusal-table.ts';
import { poa, refusalOf, samples } from '../support/run-poa.ts';
import { sampleStores } from '../support/sample-stores.ts';
import type { StoreContent } from '../support/shown-content.ts';
import { storeContent } from '../support/store-content.ts';

const stores = sampleStores();
const files = changedFiles();
const { form } = sampleText;
let store = '';
let before: StoreContent | null = null;

beforeAll(() => {
  store = stores.copy();
  before = storeContent(store);
});
afterEach(() => {
  expect(storeContent(store)).toEqual(before);
});

const untilAfter = (text: string): string => form.slice(0, form.lastIndexOf(text) + text.length);

const contents: Readonly<Record<string, string | Uint8Array>> = {
  nothing: '',
  greeting: 'hola\n',
  archive: Uint8Array.of(0x50, 0x4b, 3, 4, 0xff, 0),
  'half a form': form.split('\n').slice(0, 90).join('\n'),
  'a form without its last amounts': untilAfter('TOTAL GENERAL'),
  'a form until the middle of an amount': untilAfter('TOTAL GENERAL\t\t\t\t\t\t\t\t10,7'),
};

const shapes = refusalTable(`
  an empty file | nothing | FILE_NOT_RECOGNISED | 2 | .txt: el archivo no es un Formulario N.5.B ni un presupuesto original en CSV: está vacío
  another text | greeting | FILE_NOT_RECOGNISED | 2 | .txt: el archivo no es un Formulario N.5.B
  no text | archive | FILE_NOT_TEXT | 2 | .txt: el archivo no es texto UTF-8
  a form that is cut off | half a form | FORM_CUT_OFF | 2 | , línea 90: el formulario está incompleto: falta la fila TOTAL GENERAL
  a form that is cut off in its last line | a form without its last amounts | FORM_CUT_OFF | 2 | .txt, línea 130: el formulario está incompleto: falta el monto de TOTAL GENERAL
  a form that is cut off in an amount | a form until the middle of an amount | NUMBER_FORMATS_MIXED | 2 | , línea 130, columna 9: «100.00» y «10,7» no siguen
`);

const forms = refusalTable(`
  a header without a corte | Corte\t31/12/2020 → Corte | FORM_HEADER_MISSING | 2 | el encabezado no dice
  ragged cells | 129,291.00 40,500.00 169,791.00 → 129,291.00 169,791.00 | FORM_CELLS_RAGGED | 2 | , línea 46, columna 11: la celda junta 2 valores y los grupos son 3
  mixed number formats | 36,950.00 → 36.950,00 | NUMBER_FORMATS_MIXED | 2 | , línea 106, columna 9: 
  an amount that is none | 36,950.00 → 36,950.0x | INVALID_PRINTED_AMOUNT | 2 | , línea 106, columna 9: «36,950.0x» no es un monto
  more than two decimals | 36,950.00 → 36,950.001 | INVALID_PRINTED_AMOUNT | 2 | , línea 106, columna 9: «36,950.001» no es un monto
  an amount that is too large | 36,950.00 → 1,000,000,000,000.00 | INVALID_AMOUNT | 2 | , línea 106, columna 9: 
  a malformed code | 11.03.04. → 11.O3.04. | INVALID_ACTIVITY_CODE | 2 | , línea 106, columna 1: «11.O3.04.» no es un código de actividad
  a malformed date | 13/01/20 → 32/01/20 | INVALID_DATE | 2 | , línea 18, columna 4: «32/01/20» no es una fecha
  a corte that is no day | 31/12/2020 → 31/02/2020 | INVALID_DATE | 2 | «31/02/2020» no es una fecha
  a duplicate activity | 11.03.04. → 11.03.03. | DUPLICATE_ACTIVITY | 2 | , línea 106, columna 1: la actividad 11.03.03 ya está en la línea 105
  a total that its rows do not give | GENERAL\t\t\t\t\t\t\t\t10,784,709.47 → GENERAL\t\t\t\t\t\t\t\t10,784,709.48 | FORM_TOTAL_DIFFERS | 4 | , línea 130, columna 9: TOTAL GENERAL PROGRAMADO T.G.N. dice 10784709.48 y las filas suman 10784709.47
  an adjusted plan without a day | AJUSTADO JUNIO → AJUSTADO | ADJUSTED_ON_NEEDED | 2 | , línea 8: el plan «POA 2020 AJUSTADO» no dice desde cuándo rige
  another gestión than its title | POA\t2020 → POA\t2021 & 31/12/2020 → 31/12/2021 | FORM_ROW_UNREADABLE | 2 | , línea 8: el título «POA 2020 AJUSTADO JUNIO» no es de la gestión 2021
  another gestión | POA\t2020 → POA\t2021 & POA 2020 → POA 2021 & 31/12/2020 → 31/12/2021 | OTHER_LEDGER | 4 | es de 41-SENAVEX-2021 y el libro es 41-SENAVEX-2020: otra área o gestión
  another area | Sigla\tSENAVEX → Sigla\tPROBOL | OTHER_LEDGER | 4 | es de 41-PROBOL-2020 y el libro es 41-SENAVEX-2020
  more executed than there is | 29,488.00 → 40,000.00 & 9,242,127.55 → 9,252,639.55 | FORM_EXECUTES_ABOVE_BUDGET | 4 | el formulario ejecuta más que lo vigente en 11.03.04
`);

const budgets = refusalTable(`
  a missing column | group,source → source | CSV_COLUMN_MISSING | 2 | , línea 1: falta la columna group
  two ledgers | 41-SENAVEX-2020,29-0-1 → 41-OTRO-2020,29-0-1 | CSV_LEDGERS_MIXED | 2 | , línea 14, columna ledger: el archivo es del libro 41-SENAVEX-2020
  an unknown group | 29-0-1,,20000 → 29-0-1,,00020 | INVALID_OBJECT_CODE | 2 | , línea 14, columna group: «00020» no es un objeto del gasto
  an unknown source | 29-0-1,,20000,, → 29-0-1,,20000,IDH, | INVALID_SOURCE | 2 | , línea 14, columna source: «IDH» no es una fuente
  a malformed amount | 12000.00 → 12O00.00 | INVALID_PRINTED_AMOUNT | 2 | , línea 14, columna amount: «12O00.00» no es un monto
`);

describe('what cannot be taken in is refused with its place, and nothing is kept', () => {
  const refusalTo = (path: string) =>
    refusalHere(store, ['--ledger', '41-SENAVEX-2020', 'import', path]);

  it.each(shapes)('$what: $code', async ({ input, code, exit, says }) => {
    const refusal = await refusalTo(files.withContent(contents[input] ?? input));
    expect(refusal).toMatchObject({ code, exit, detail: expect.stringContaining(says) });
  });

  it.each(forms)('a form with $what: $code', async ({ input, code, exit, says }) => {
    const refusal = await refusalTo(files.changed('form', input));
    expect(refusal).toMatchObject({ code, exit, detail: expect.stringContaining(says) });
  });

  it.each(budgets)('a budget with $what: $code', async ({ input, code, exit, says }) => {
    const refusal = await refusalTo(files.changed('budget', input));
    expect(refusal).toMatchObject({ code, exit, detail: expect.stringContaining(says) });
  });

  it('a budget with an unknown activity: ACTIVITY_NOT_FOUND', async () => {
    const folder = stores.fresh();
    await poa(folder, 'import', samples.form);
    const written = storeContent(folder);
    const path = files.changed('budget', '29-0-1,,20000,, → 29-0-1,11.99.99,20000,TGN,');
    const refusal = await refusalOf(folder, ['import', path, '--assume-source', 'TGN']);
    expect(refusal).toMatchObject({ code: 'ACTIVITY_NOT_FOUND', exit: 3 });
    expect(refusal.detail).toContain('no existe la actividad 11.99.99');
    expect(storeContent(folder)).toEqual(written);
  });

  it('leaves no store where there was none', async () => {
    const folder = stores.fresh();
    const duplicate = files.changed('form', '11.03.04. → 11.03.03.');
    const codes: string[] = [];
    for (const path of ['nada.txt', files.withContent('hola'), duplicate]) {
      codes.push((await refusalOf(folder, ['import', path])).code);
    }
    expect(codes).toEqual(['FILE_NOT_FOUND', 'FILE_NOT_RECOGNISED', 'DUPLICATE_ACTIVITY']);
    expect(existsSync(folder)).toBe(false);
  });
});
