import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { MemoryStore } from '../../src/adapters/memory/memory-store.ts';
import { LedgerService } from '../../src/application/ledger-service.ts';
import { Library } from '../../src/application/library.ts';
import { type KeptRecord, ledgerStream } from '../../src/application/ports/event-store.ts';
import { ledgerId } from '../../src/catalogue/codes.ts';
import { civilDate } from '../../src/catalogue/civil-date.ts';
import { microsecondsOf, instant } from '../../src/catalogue/instant.ts';
import { importFile, type ImportOptions } from '../../src/intake/import-file.ts';

const sample = async (name: string, options: Partial<ImportOptions>) => {
  const bytes = await readFile(new URL(`../../samples/${name}`, import.meta.url));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return importFile(bytes, { fileName: name, sha256, ...options });
};

/** The records of the ledger that the two sample files make, always the same to the byte. */
export const sampleLedger = async (): Promise<readonly KeptRecord[]> => {
  const store = new MemoryStore();
  let now = microsecondsOf(instant('2021-01-04T12:00:00Z'));
  const clock = { now: () => (now += 1_000_000), pause: () => Promise.resolve() };
  const snapshots = {
    find: () => Promise.resolve({ outcome: 'none' } as const),
    keep: () => Promise.resolve(),
  };
  const library = new Library({ store, snapshots, report: () => undefined });
  const ledgers = new LedgerService(library, store, clock);
  const law = { kind: 'LEY', number: '1267', date: civilDate('2019-12-20') };
  const files = [
    await sample('original-budget-2020.csv', { assumeSource: 'TGN', approve: law }),
    await sample('senavex-2020-12-form-5b.txt', {}),
  ];
  const records: KeptRecord[] = [];
  for (const [index, { ledger, command }] of files.entries()) {
    await ledgers.change({ ledger, command, commandId: `file-${index}`, actor: 'u1' });
  }
  const stream = ledgerStream(ledgerId('41-SENAVEX-2020'));
  for await (const page of store.read(stream, 0)) records.push(...page);
  return records;
};
