import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { poa, poaJson, refusalOf, runPoa } from '../support/run-poa.ts';
import { describeInFolders, sampleStores } from '../support/sample-stores.ts';

const stores = sampleStores();

/** Changes the database of a copy behind the program's back. */
const tampered = (sql: string): string => {
  const folder = stores.copy();
  const database = new DatabaseSync(join(folder, 'poa.sqlite'));
  database.exec(sql);
  database.close();
  return folder;
};

/** Changes one character of a column of a record. */
const changed = (column: string, revision: number, at: number, to: string): string =>
  tampered(
    `UPDATE records SET ${column} = substr(${column}, 1, ${at - 1}) || '${to}' || substr(${column}, ${at + 1})
      WHERE revision = ${revision}`,
  );

const wrongRoot = '0'.repeat(64);
let root = '';

beforeAll(async () => {
  ({ root } = await poaJson<{ root: string }>(stores.shared(), 'view', 'group'));
});

describe('verify', () => {
  it('calls a sound history coherent, and unaltered only against a head kept outside', async () => {
    const alone = await poa(stores.shared(), 'verify');
    expect(alone).toContain(`41-SENAVEX-2020: 49 registros, cabeza 48:${root}\n`);
    expect(alone).toContain('coherente');
    expect(alone).not.toContain('sin alteraciones');
    const compared = await poa(stores.shared(), 'verify', '--head', `48:${root}`);
    expect(compared).toContain('sin alteraciones hasta la cabeza');
  });

  it('is given its heads by every view', async () => {
    expect(await poa(stores.shared(), 'view', 'group')).toContain(`Cabeza 48:${root}\n`);
    expect(await poa(stores.shared(), 'ledgers')).toContain(`48:${root}`);
    const { root: older } = await poaJson<{ root: string }>(
      ...[stores.shared(), 'view', 'group', '--known', '20'],
    );
    expect(await poa(stores.shared(), 'verify', '--head', `20:${older}`)).toContain(
      'sin alteraciones',
    );
  });

  it('finds a head that the history never had', async () => {
    const refusal = await refusalOf(stores.shared(), ['verify', '--head', `20:${wrongRoot}`]);
    expect(refusal).toMatchObject({ code: 'HEAD_DIFFERS', exit: 7 });
    expect(refusal.detail).toMatch(/registro 20 .* la historia fue cambiada$/);
  });

  it('asks for a ledger that exists', async () => {
    const refusal = await refusalOf(stores.shared(), ['verify', '--ledger', '41-OTRO-2020']);
    expect(refusal).toMatchObject({ code: 'LEDGER_NOT_FOUND', exit: 3 });
  });
});

describeInFolders('verify of files that were changed', () => {
  it('finds that the end was cut off, which without a head looks coherent', async () => {
    const cut = tampered('DELETE FROM records WHERE revision > 46');
    const { code, err } = await runPoa(cut, ['verify', '--head', `48:${root}`]);
    expect([code, err]).toEqual([
      7,
      'poa: 41-SENAVEX-2020: la cabeza guardada fuera es del registro 48 y el libro termina en el 46: falta el final [HEAD_MISSING]\n',
    ]);
    expect(await poa(cut, 'verify')).toContain('47 registros');
  });

  it.each([
    ['text', 1, 40, '~'],
    ['text', 46, 700, '~'],
    ['id', 30, 3, 'z'],
    ['root', 48, 10, 'z'],
    ['root', 0, 64, 'z'],
  ])('finds one changed character in the %s of record %i', async (column, revision, at, to) => {
    const folder = changed(column, revision, at, to);
    const refusal = await refusalOf(folder, ['verify']);
    expect(refusal).toMatchObject({ code: 'LEDGER_DAMAGED', exit: 7 });
    expect(refusal.detail).toContain(`el registro ${revision} no es el que se escribió`);
  });

  it('finds an amount that was changed together with its id', async () => {
    const folder = tampered(`
      UPDATE records SET text = replace(text, '"129291.00"', '"129292.00"') WHERE revision = 46;
      UPDATE records SET id = (SELECT id FROM records WHERE revision = 45) WHERE revision = 46;
    `);
    expect((await refusalOf(folder, ['verify'])).detail).toContain('el registro 46 no es');
  });

  it('finds a record that is missing in the middle, and two that changed places', async () => {
    const gap = tampered('DELETE FROM records WHERE revision = 10');
    expect((await refusalOf(gap, ['verify'])).detail).toContain('el registro 10 no es');
    const swapped = tampered(`
      UPDATE records SET revision = -1 WHERE revision = 10;
      UPDATE records SET revision = 10 WHERE revision = 11;
      UPDATE records SET revision = 11 WHERE revision = -1;
    `);
    expect((await refusalOf(swapped, ['verify'])).detail).toContain('el registro 10 no es');
  });

  it('is not needed for a view to refuse a history that was changed', async () => {
    const folder = tampered(
      `UPDATE records SET text = replace(text, '"129291.00"', '"129292.00"') WHERE revision = 46`,
    );
    expect(await refusalOf(folder, ['view', 'group'])).toMatchObject({
      code: 'LEDGER_DAMAGED',
      exit: 7,
    });
  });
});
