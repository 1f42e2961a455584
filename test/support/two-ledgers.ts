import {
  type EventStore,
  type KeptRecord,
  ledgerStream,
} from '../../src/application/ports/event-store.ts';
import type { Files } from '../../src/application/ports/files.ts';
import { defaultClassifiers } from '../../src/catalogue/classifiers.ts';
import type { LedgerId } from '../../src/catalogue/codes.ts';
import { serviceOver } from './service-over.ts';
import { takeSample } from './take-sample.ts';

export const sampleId = '41-SENAVEX-2020' as LedgerId;
export const otherId = '41-OTRA-2020' as LedgerId;

/** The ledger of the two sample files, and another one that was only opened. */
export const takeTwoLedgers = async (store: EventStore & Files): Promise<void> => {
  await takeSample(store, 'budget');
  await takeSample(store, 'form');
  await serviceOver(store).ledgers.change({
    ledger: otherId,
    command: {
      type: 'OpenLedger',
      data: {
        entity: { code: '41', name: null },
        area: { sigla: 'OTRA', name: null },
        fiscalYear: 2020,
        currency: 'BOB',
        zone: 'America/La_Paz',
        classifiers: defaultClassifiers,
      },
    },
    commandId: 'other',
    actor: 'u1',
  });
};

/** Copies the records of a ledger into another store, some of them changed. */
export const copyLedger = async (
  from: EventStore,
  to: EventStore,
  ledger: LedgerId,
  change: (record: KeptRecord) => KeptRecord = (record) => record,
): Promise<void> => {
  for await (const page of from.read(ledgerStream(ledger), 0)) {
    await to.append(ledgerStream(ledger), (page[0]?.revision ?? 0) - 1, page.map(change));
  }
};
