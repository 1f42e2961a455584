import { existsSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { poa, poaJson, refusalOf, samples } from '../support/run-poa.ts';
import { sampleStores } from '../support/sample-stores.ts';
import { storeContent } from '../support/store-content.ts';

const stores = sampleStores();

interface Preview {
  readonly dryRun: true;
  readonly events: readonly { type: string; effectiveOn: string | null }[];
}

describe('--dry-run', () => {
  it('shows what an import would write where there is no store, and makes none', async () => {
    const store = stores.fresh();
    const { events } = await poaJson<Preview>(store, 'import', samples.form, '--dry-run');
    expect(events).toHaveLength(47);
    expect(events[0]).toMatchObject({ type: 'LedgerOpened', effectiveOn: null });
    expect(events.at(-1)).toMatchObject({ type: 'FormTaken', effectiveOn: null });
    const shown = await poa(store, 'import', samples.form, '--dry-run');
    expect(shown).toContain('se escribirían 47 registros (no se escribió nada)');
    expect(shown).toMatch(/2020-06-30 +modificación +AJUSTADO JUNIO: 7 líneas, 10,784,709\.47/);
    expect(existsSync(store)).toBe(false);
  });

  it('shows what a command would write to a store, and leaves it as it was', async () => {
    const store = stores.copy();
    const before = storeContent(store);
    const progress = ['progress', '11.01.10', '--on', '2020-12-31', '--accumulated', '12.50'];
    const { events } = await poaJson<Preview>(store, ...progress, '--dry-run');
    expect(events).toEqual([
      {
        type: 'ProgressReported',
        effectiveOn: '2020-12-31',
        data: { progress: [{ activity: '11.01.10', accumulated: '12.50' }] },
      },
    ]);
    expect(storeContent(store)).toEqual(before);
  });

  it('refuses what the command would refuse', async () => {
    const refusal = await refusalOf(stores.shared(), [
      'approve',
      '--instrument',
      'LEY:1:2019-12-20',
      '--dry-run',
    ]);
    expect(refusal.code).toBe('PLAN_ALREADY_APPROVED');
  });
});
