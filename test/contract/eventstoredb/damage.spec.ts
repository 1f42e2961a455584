import { jsonEvent } from '@eventstore/db-client';
import { beforeEach, describe, expect, it } from '@jest/globals';

import type { EventStoreDbStore } from '../../../src/adapters/eventstoredb/eventstoredb-store.ts';
import type { StreamId } from '../../../src/application/ports/event-store.ts';
import { Failure } from '../../../src/catalogue/failure.ts';
import { codeOf } from '../../support/code-of.ts';
import { followUntil, readAll } from '../../support/collecting.ts';
import { keptRecords } from '../../support/kept-records.ts';
import {
  describeWithFaults,
  itWithFaults,
  nameOf,
  newLedger,
  openedStores,
} from './opened-stores.ts';

const { someAddress, open, connect } = openedStores();

describe('eventstoredb: what somebody else did to a ledger of five records', () => {
  let address = '';
  let store: EventStoreDbStore;
  let ledger: StreamId;
  let name = '';

  beforeEach(async () => {
    address = await someAddress();
    store = await open(address);
    ledger = newLedger();
    name = nameOf(ledger);
    await store.append(ledger, -1, keptRecords(ledger, -1, 5));
  });

  const asFound = async (): Promise<string[]> => [
    await codeOf(readAll(store, ledger)),
    await codeOf(readAll(store, ledger, 3)),
  ];

  it('nothing: it is read', async () => {
    expect(await asFound()).toEqual(['not refused', 'not refused']);
  });

  it('deleted: it is damaged, still listed, and not begun again', async () => {
    await connect(address).deleteStream(name);

    expect(await asFound()).toEqual(['LEDGER_DAMAGED', 'LEDGER_DAMAGED']);
    expect(await codeOf(store.head(ledger))).toBe('LEDGER_DAMAGED');
    expect(await codeOf(store.append(ledger, -1, keptRecords(ledger, -1, 1)))).toBe(
      'LEDGER_DAMAGED',
    );
    expect(await (await open(address)).streams(ledger.category)).toEqual([ledger]);
  });

  itWithFaults('deleted: the check of the store says so', async () => {
    await connect(address).deleteStream(name);
    expect(await codeOf(store.check())).toBe('STORE_DAMAGED');
  });

  itWithFaults('deleted for ever: it is damaged, still listed, and not begun again', async () => {
    await connect(address).tombstoneStream(name);

    expect(await asFound()).toEqual(['LEDGER_DAMAGED', 'LEDGER_DAMAGED']);
    expect(await codeOf(store.append(ledger, -1, keptRecords(ledger, -1, 1)))).toBe(
      'LEDGER_DAMAGED',
    );
    expect(await codeOf(store.append(ledger, 4, keptRecords(ledger, 4, 1)))).toBe('LEDGER_DAMAGED');
    expect(await (await open(address)).streams(ledger.category)).toEqual([ledger]);
  });

  itWithFaults('deleted for ever: followers and the check are told', async () => {
    await connect(address).tombstoneStream(name);

    expect(await codeOf(followUntil(store, ledger.category, 6))).toBe('LEDGER_DAMAGED');
    expect(await codeOf(store.check())).toBe('LEDGER_DAMAGED');
  });

  itWithFaults(
    'deleted and written again by another program: the beginning is missed',
    async () => {
      const other = connect(address);
      await other.deleteStream(name);
      await other.appendToStream(name, jsonEvent({ type: 'Other', data: { a: 1 } }));

      expect(await asFound()).toEqual(['LEDGER_DAMAGED', 'LEDGER_DAMAGED']);
    },
  );

  it.each([
    ['its beginning', { truncateBefore: 2 }],
    ['all but the last', { maxCount: 1 }],
    ['all of it', { truncateBefore: 99 }],
  ])('hid %s: it is damaged from wherever it is read', async (_, metadata) => {
    await connect(address).setStreamMetadata(name, metadata);

    expect(await asFound()).toEqual(['LEDGER_DAMAGED', 'LEDGER_DAMAGED']);
  });

  itWithFaults('said that it will be hidden: it reads well, the check says so', async () => {
    await connect(address).setStreamMetadata(name, { maxCount: 100 });

    expect(await asFound()).toEqual(['not refused', 'not refused']);
    expect(await codeOf(store.check())).toBe('STORE_DAMAGED');
  });

  itWithFaults('took that back: nothing is found any more', async () => {
    const other = connect(address);
    await other.setStreamMetadata(name, { truncateBefore: 2 });
    await other.setStreamMetadata(name, {});

    expect(await asFound()).toEqual(['not refused', 'not refused']);
    expect(await codeOf(store.check())).toBe('not refused');
  });

  describeWithFaults('records of its own', () => {
    it.each([
      ['JSON without metadata', jsonEvent({ type: 'ProgressReported', data: { note: 'x' } })],
      [
        'metadata without a root',
        jsonEvent({ type: 'ProgressReported', data: { note: 'x' }, metadata: { actor: 'x' } }),
      ],
      ['a list', jsonEvent({ type: 'ProgressReported', data: [1], metadata: [1] })],
    ])('wrote %s into it: that record is damaged, those before are read', async (_, event) => {
      await connect(address).appendToStream(name, event);
      const pages = store.read(ledger, 0)[Symbol.asyncIterator]();

      await expect(pages.next()).rejects.toMatchObject({
        code: 'LEDGER_DAMAGED',
        facts: { revision: 5, ledger: ledger.id },
      });
    });
  });

  itWithFaults(
    'began it without the mark of its category: its first record is damaged',
    async () => {
      const begun = newLedger();
      await connect(address).appendToStream(
        nameOf(begun),
        jsonEvent({ type: 'LedgerOpened', data: {}, metadata: { root: '0' } }),
      );
      const refusal: unknown = await readAll(store, begun).catch((error: unknown) => error);

      expect(refusal).toBeInstanceOf(Failure);
      expect(refusal).toMatchObject({ code: 'LEDGER_DAMAGED', facts: { revision: 0 } });
    },
  );

  itWithFaults('wrote into it: followers are told', async () => {
    await connect(address).appendToStream(name, jsonEvent({ type: 'Other', data: { a: 1 } }));
    expect(await codeOf(followUntil(store, ledger.category, 6))).toBe('LEDGER_DAMAGED');
  });

  it('a record that is no canonical text is a mistake of the caller', async () => {
    const [record] = keptRecords(ledger, 4, 1);
    const spaced = { ...record, revision: 5, id: '', root: '', text: '{"data": {}, "type": "A"}' };
    await expect(store.append(ledger, 4, [spaced])).rejects.toThrow(TypeError);
  });
});
