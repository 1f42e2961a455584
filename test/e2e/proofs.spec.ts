import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { poaHere, refusalHere } from '../support/poa-in-process.ts';
import { sampleStores } from '../support/sample-stores.ts';

const stores = sampleStores();

describe('prove and check-proof', () => {
  const written = async (change: (text: string) => string, ...args: string[]): Promise<string> => {
    const { out } = await poaHere(stores.shared(), ['prove', ...args]);
    const path = join(tmpdir(), `poa-proof-${process.pid}-${args.join('')}.json`);
    writeFileSync(path, change(out));
    return path;
  };
  const nowhere = '/nowhere/at/all';

  it.each([
    [['--event', '7']],
    [['--event', '7', '--size', '12']],
    [['--from', '9', '--to', '30']],
    [['--from', '49']],
  ])('%j holds without a store', async (args) => {
    const path = await written((text) => text, ...args);
    expect(await poaHere(nowhere, ['check-proof', path])).toMatchObject({ code: 0, err: '' });
  });

  it.each([
    ['a changed record', (text: string) => text.replace(String.raw`\"actor\":\"`, '$&x')],
    [
      'a changed path',
      (text: string) => text.replace(/"[0-9a-f]{63}[0-9a-f]"\n/, `"${'0'.repeat(64)}"\n`),
    ],
    ['another place', (text: string) => text.replace('"revision": 7', '"revision": 8')],
    ['another size', (text: string) => text.replace('"size": 49', '"size": 17')],
  ])('ends with 7 for %s', async (_, change) => {
    const path = await written(change, '--event', '7');
    const refusal = await refusalHere(nowhere, ['check-proof', path]);
    expect(refusal).toMatchObject({ exit: 7, code: 'PROOF_DOES_NOT_HOLD' });
  });

  it('compares with a head kept outside', async () => {
    const path = await written((text) => text, '--event', '3', '--size', '5');
    const wrong = ['check-proof', path, '--head', `4:${'0'.repeat(64)}`];
    expect(await refusalHere(nowhere, wrong)).toMatchObject({ exit: 7 });
  });

  it('says what is no proof', async () => {
    const path = await written(() => '{}', '--event', '1');
    const refusal = await refusalHere(nowhere, ['check-proof', path]);
    expect(refusal).toMatchObject({ exit: 2, code: 'PROOF_NOT_RECOGNISED' });
  });

  it('says what is to be proved', async () => {
    const refusal = await refusalHere(stores.shared(), ['prove', '--event', '1', '--from', '2']);
    expect(refusal).toMatchObject({ exit: 2, detail: expect.stringContaining('--from M') });
  });
});
