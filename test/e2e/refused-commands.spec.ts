import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { refusalHere } from '../support/poa-in-process.ts';
import { refusalTable } from '../support/refusal-table.ts';
import { poa, refusalOf, runPoa } from '../support/run-poa.ts';
import { sampleStores } from '../support/sample-stores.ts';
import type { StoreContent } from '../support/shown-content.ts';
import { storeContent } from '../support/store-content.ts';

const stores = sampleStores();
let store = '';
let before: StoreContent | null = null;

beforeAll(() => {
  store = stores.copy();
  before = storeContent(store);
});
afterEach(() => {
  expect(storeContent(store)).toEqual(before);
});

/** The words of a command; "spend LINE DAY" stands for an execution that forms lack. */
const wordsOf = (input: string): string[] =>
  input
    .replace(
      /^spend (\S+)( \S+)?/,
      (_, line: string, day = ' 2020-12-31') =>
        `execute --document C31:9 --beyond --on${String(day)} --line ${line}`,
    )
    .split(' ');

const values = refusalTable(`
  a malformed ledger | view group --ledger senavex | INVALID_LEDGER_ID | 2 | --ledger: «senavex» no identifica un libro
  a malformed activity | register 11.01.x --on 2020-12-31 | INVALID_ACTIVITY_CODE | 2 | <code>: «11.01.x» no es un código de actividad
  a malformed group | spend 11.01.11:2000:TGN:1 | INVALID_OBJECT_CODE | 2 | --line: «2000» no es un objeto del gasto de cinco cifras
  a malformed line | spend 11.01.11:20000:1 | INVALID_COMMAND | 2 | --line: «11.01.11:20000:1» no tiene la forma ACTIVIDAD:OBJETO:FUENTE:MONTO
  a malformed date | spend 11.01.11:20000:TGN:1 31/12/2020 | INVALID_DATE | 2 | --on: «31/12/2020» no es una fecha del calendario
  a day that does not exist | spend 11.01.11:20000:TGN:1 2020-02-30 | INVALID_DATE | 2 | --on: «2020-02-30» no es una fecha del calendario
  a malformed amount | spend 11.01.11:20000:TGN:1e3 | INVALID_AMOUNT | 2 | --line: «1e3» no es un monto
  an amount with commas | spend 11.01.11:20000:TGN:1,000.00 | INVALID_AMOUNT | 2 | --line: «1,000.00» no es un monto
  an empty amount | spend 11.01.11:20000:TGN: | INVALID_AMOUNT | 2 | --line: «» no es un monto
  more than two decimals | spend 11.01.11:20000:TGN:1.005 | INVALID_AMOUNT | 2 | --line: «1.005» no es un monto
  an amount above 999,999,999,999.99 | spend 11.01.11:20000:TGN:1000000000000.00 | INVALID_AMOUNT | 2 | --line: «1000000000000.00» no es un monto
  a malformed cut-off | view group --cutoff 2020-13-01 | INVALID_DATE | 2 | --cutoff: «2020-13-01» no es una fecha
  a malformed moment | view group --known ayer | INVALID_INSTANT | 2 | --known: «ayer» no es un momento
  a malformed instrument | approve --instrument LEY:1267 | INVALID_COMMAND | 2 | --instrument: «LEY:1267» no tiene la forma CLASE:NÚMERO:AAAA-MM-DD
  a malformed document | pay --on 2020-12-31 --document C31 --line ::TGN:1 | INVALID_COMMAND | 2 | --document: «C31» no tiene la forma CLASE:NÚMERO[:SECUENCIA]
  a stage that is none | pay --on 2020-12-31 --document C31:1 --also todo --line ::TGN:1 | INVALID_COMMAND | 2 | --also: «todo» no es una etapa
  a record that is no number | reverse uno --on 2020-12-31 --reason x | INVALID_COMMAND | 2 | <revision>: «uno» no es un número entero
  a zone that is none | open --entity 41 --sigla X --year 2020 --zone Marte | INVALID_COMMAND | 2 | --zone: «Marte» no es un huso horario
  a year that is no number | open --entity 41 --sigla X --year MMXX | INVALID_COMMAND | 2 | --year: «MMXX» no es un número entero
  a percentage that is none | progress 11.01.11 --on 2020-12-31 --accumulated mucho | INVALID_PERCENTAGE | 2 | --accumulated: «mucho» no es un porcentaje
  a head that is none | verify --head 48 | INVALID_COMMAND | 2 | --head: «48» no tiene la forma REGISTRO:RAÍZ
  two answers to one question | spend 11.01.11:20000:TGN:1 2020-12-31 --within | INVALID_COMMAND | 2 | --within y --beyond se excluyen
`);

const rules = refusalTable(`
  an unknown ledger | view group --ledger 41-OTRO-2020 | LEDGER_NOT_FOUND | 3 | no existe el libro 41-OTRO-2020; existen: 41-SENAVEX-2020
  a ledger of another area | open --ledger 41-X-2020 --entity 41 --sigla Y --year 2020 | OTHER_LEDGER | 4 | es de 41-Y-2020 y el libro es 41-X-2020
  an unknown activity | spend 11.01.99:20000:TGN:1 | ACTIVITY_NOT_FOUND | 3 | no existe la actividad 11.01.99; existen: 04.01.01
  an unknown group | spend 11.01.11:00000:TGN:1 | INVALID_OBJECT_CODE | 2 | --line: «00000» no es un objeto del gasto
  an unknown source | spend 11.01.11:20000:IDH:1 | INVALID_SOURCE | 2 | --line: «IDH» no es una fuente
  a day of another gestión | spend 11.01.11:20000:TGN:1 2021-01-01 | OUTSIDE_FISCAL_YEAR | 4 | 2021-01-01 no está en la gestión 2020
  a cut-off of another gestión | view group --cutoff 2021-01-01 | CUT_OFF_OUTSIDE_FISCAL_YEAR | 2 | la fecha de corte 2021-01-01 no está en la gestión 2020
  a revision that is not there | view group --known 49 | REVISION_NOT_FOUND | 3 | no existe el registro 49: el último es el 48
  a record that is not there | reverse 49 --on 2020-12-31 --reason x | REVISION_NOT_FOUND | 3 | no existe el registro 49
  a negative amount | spend 11.01.11:20000:TGN:-1 | NEGATIVE_AMOUNT | 4 | monto negativo -1.00 en 11.01.11 · 20000 · TGN
  no amount at all | spend 11.01.11:20000:TGN:0 | EMPTY_LINES | 2 | no hay ninguna línea con monto
  more than there is | spend 11.01.11:20000:TGN:71052.01 | BUDGET_EXCEEDED | 4 | 11.01.11 · 20000 · TGN: se piden 71052.01 y hay 71052.00
  an entry on a day that a form has stated | execute --on 2020-12-31 --document C31:9 --line 11.01.11:20000:TGN:1 | STATED_BY_FORMS | 4 | hay formularios con corte 2020-12-31
`);

describe('a command with bad input says what and where, and writes nothing', () => {
  it.each([...values, ...rules])('$what: $code', async ({ input, code, exit, says }) => {
    const refusal = await refusalHere(store, wordsOf(input));
    expect(refusal).toMatchObject({ code, exit, detail: expect.stringContaining(says) });
  });

  it('in a sentence for people, on standard error alone', async () => {
    const { code, out, err } = await runPoa(store, wordsOf('spend 11.01.11:20000:TGN:1.005'));
    expect([code, out]).toEqual([2, '']);
    expect(err).toBe(
      'poa: --line: «1.005» no es un monto: se espera 1234.56, con hasta doce cifras y dos decimales [INVALID_AMOUNT]\n',
    );
  });
});

describe('a total that would leave exact centavos', () => {
  it('is refused, and what was there before stays', async () => {
    const folder = stores.fresh();
    await poa(folder, 'open', '--entity', '41', '--sigla', 'X', '--year', '2020');
    const largest = (count: number): string[] =>
      Array.from({ length: count }, (_, index) => [
        '--line',
        `:${20_000 + index}:TGN:999999999999.99`,
      ]).flat();
    await poa(folder, 'program', '--on', '2020-01-01', ...largest(90));
    const written = storeContent(folder);
    const refusal = await refusalOf(folder, ['program', '--on', '2020-01-01', ...largest(1)]);
    expect(refusal).toMatchObject({
      code: 'TOTAL_TOO_LARGE',
      exit: 2,
      detail: 'la suma sale del rango en que los centavos son exactos',
    });
    expect(storeContent(folder)).toEqual(written);
    expect(await poa(folder, 'view', 'group')).toContain('89,999,999,999,999.10');
  });
});
