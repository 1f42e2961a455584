import { existsSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { poaHere } from '../support/poa-in-process.ts';
import { runPoa } from '../support/run-poa.ts';
import { sampleStores } from '../support/sample-stores.ts';

const stores = sampleStores();

describe('a newcomer', () => {
  it.each([
    [['--help'], 0, /^Uso: poa \[opciones\] \[orden\]\n[^]*Órdenes:\n[^]*Salida: 0 bien/],
    [['import', '--help'], 0, /^Uso: poa import \[opciones\] <file>\n[^]*Opciones comunes:/],
    [['ledgers'], 3, /^poa: no hay un almacén en \S+: lo crean import, open y demo, .*\n$/],
    [['vew'], 2, /^poa: no existe la orden vew; ¿quiso decir view\? \[INVALID_COMMAND\]\n$/],
    [['view'], 2, /^poa: falta el argumento <by> \[INVALID_COMMAND\]\n$/],
    [['view', 'mes'], 2, /^poa: <by>: «mes» no es de: activity, group, overall \[/],
    [['view', 'group', 'x'], 2, /^poa: hay 2 argumentos y se usan 1: group, x \[/],
    [
      ['view', 'group', '--cutof', 'x'],
      2,
      /^poa: no existe la opción --cutof; ¿quiso decir --cutoff\?/,
    ],
    [
      ['form-5b', '--format', 'pdf'],
      2,
      /^poa: --format <format>: «pdf» no es de: text, tsv, csv, json/,
    ],
    [['approve'], 2, /^poa: falta la opción --instrument <instrument> \[/],
    [['program', '--on'], 2, /^poa: falta el valor de --on <date> \[/],
    [['close'], 2, /^poa: use --through DÍA o --year, uno de los dos \[/],
  ] as const)('who says poa %j is answered in Spanish', async (args, code, text) => {
    const store = stores.fresh();
    const run = await poaHere(store, args);
    expect(run.code).toBe(code);
    expect(code === 0 ? run.out : run.err).toMatch(text);
    expect(code === 0 ? run.err : run.out).toBe('');
    expect(existsSync(store)).toBe(false);
  });

  it('who says nothing is shown the help', async () => {
    const { code, err } = await runPoa(stores.fresh(), []);
    expect([code, err]).toEqual([2, expect.stringMatching(/^Uso: poa/)]);
  });
});
