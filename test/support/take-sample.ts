import { readFile } from 'node:fs/promises';
import { systemClock } from '../../src/adapters/clock/system-clock.ts';
import type { Clock } from '../../src/application/ports/clock.ts';
import type { EventStore } from '../../src/application/ports/event-store.ts';
import type { Files } from '../../src/application/ports/files.ts';
import { civilDate } from '../../src/catalogue/civil-date.ts';
import { importFile } from '../../src/intake/import-file.ts';
import { serviceOver } from './service-over.ts';

const law = { kind: 'LEY', number: '1267', date: civilDate('2019-12-20') };

const samples = {
  budget: ['original-budget-2020.csv', { assumeSource: 'TGN', approve: law }],
  form: ['senavex-2020-12-form-5b.txt', {}],
} as const;

/** Keeps one of the sample files in a store and takes it in. */
export const takeSample = async (
  store: EventStore & Files,
  which: keyof typeof samples,
  clock: Clock = systemClock,
): Promise<void> => {
  const [name, options] = samples[which];
  const bytes = await readFile(new URL(`../../samples/${name}`, import.meta.url));
  const sha256 = await store.keep(bytes);
  const { ledger, command } = importFile(bytes, { fileName: name, sha256, ...options });
  await serviceOver(store, clock).ledgers.change({ ledger, command, commandId: name, actor: 'u1' });
};
