import { describe, expect, it } from '@jest/globals';
import { poaOver, refusalHere } from '../support/poa-in-process.ts';
import { poa, poaJson, runPoa } from '../support/run-poa.ts';
import { sampleStores } from '../support/sample-stores.ts';

const stores = sampleStores();

interface Recorded {
  readonly type: string;
  readonly data: object;
  readonly signed?: object;
}

const wordsOf = (command: string): string[] => command.split(' ');
const asking = wordsOf('control --mode block --level cell --signatures three --reason norma');
const closing = wordsOf('close --through 2020-12-31');
const reopening = wordsOf('reopen --from 2020-12-01 --authorisation NOTA:9:2021-01-05 --reason x');
const signed = ['--signed', 'ana,luis,rosa'];

describe('a ledger whose control asks for three signatures', () => {
  it('takes what three people signed, says who did, and refuses what nobody signed', async () => {
    const store = stores.copy();
    await poa(store, ...asking);
    await poa(store, ...closing);

    const alone = await runPoa(store, reopening);
    expect(alone.code).toBe(4);
    expect(alone.err).toContain('hacen falta tres firmas');
    expect(alone.err).toContain('[SIGNATURES_MISSING]');

    const twice = await refusalHere(store, [...reopening, '--signed', 'ana,luis,ana']);
    expect(twice).toMatchObject({ code: 'SIGNATURES_NOT_DISTINCT' });

    await poa(store, ...reopening, ...signed);
    expect(await poa(store, 'events')).toContain(
      'local · elaborado por ana, revisado por luis, aprobado por rosa',
    );
    const { rows } = await poaJson<{ rows: Recorded[] }>(store, 'events');
    expect(rows.slice(-3)).toMatchObject([
      { type: 'ControlChanged', data: { mode: 'block', level: 'cell', signatures: 'three' } },
      { type: 'PeriodClosed' },
      { type: 'PeriodReopened', signed: { prepared: 'ana', reviewed: 'luis', approved: 'rosa' } },
    ]);
    expect(rows.filter((row) => row.signed !== undefined)).toHaveLength(1);
    expect(await poa(store, 'verify')).toContain('coherente');
  });

  it.each(['ana,luis', 'ana,luis,rosa,eva', 'ana,,rosa', 'ana'])(
    'takes «%s» for no three people',
    async (people) => {
      const refused = await refusalHere(stores.shared(), [...reopening, '--signed', people]);
      expect(refused).toMatchObject({ code: 'INVALID_COMMAND' });
      expect(JSON.stringify(refused)).toContain('no tiene la forma ELABORADO,REVISADO,APROBADO');
    },
  );

  it('lets nobody sign for others on a server', async () => {
    const { code, err } = await poaOver(
      ['--server', 'http://127.0.0.1:1', ...reopening, ...signed],
      () => Promise.reject(new Error('no store is opened here')),
    );
    expect(code).toBe(2);
    expect(err).toContain('[STORE_NEEDED]');
  });
});
