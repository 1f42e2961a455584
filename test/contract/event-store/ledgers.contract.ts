import { describe, expect, it } from '@jest/globals';

import { appendMany } from '../../support/append-many.ts';
import { readAll } from '../../support/collecting.ts';
import { keptRecord, keptRecords } from '../../support/kept-records.ts';
import { appended, type Subject } from './subject.ts';

export const describeLedgers = (subject: () => Subject): void => {
  describe('keeps a ledger', () => {
    it('knows nothing of an unknown one', async () => {
      const { store, category, ledger } = subject();
      expect(await readAll(store, ledger)).toEqual([]);
      expect(await store.head(ledger)).toBe(-1);
      expect(await store.streams(category)).toEqual([]);
    });

    it('gives back what was appended, in order and as it was written', async () => {
      const { store, ledger } = subject();
      const first = keptRecords(ledger, -1, 3, 'uno');
      const second = keptRecords(ledger, 2, 2, 'dos');

      expect(await store.append(ledger, -1, first)).toEqual(appended);
      expect(await store.append(ledger, 2, second)).toEqual(appended);

      expect(await readAll(store, ledger)).toEqual([...first, ...second]);
      expect(await store.head(ledger)).toBe(4);
    });

    it('reads from a revision on, and nothing past the end', async () => {
      const { store, ledger } = subject();
      const records = keptRecords(ledger, -1, 5);
      await store.append(ledger, -1, records);

      expect(await readAll(store, ledger, 3)).toEqual(records.slice(3));
      expect(await readAll(store, ledger, 5)).toEqual([]);
      expect(await readAll(store, ledger, 99)).toEqual([]);
    });

    it('reads no more than it is asked for', async () => {
      const { store, ledger } = subject();
      const records = await appendMany(store, ledger, 1_500);

      expect(await readAll(store, ledger, 3, 1)).toEqual(records.slice(3, 4));
      expect(await readAll(store, ledger, 3, 1_200)).toEqual(records.slice(3, 1_203));
      expect(await readAll(store, ledger, 1_499, 5)).toEqual(records.slice(1_499));
      expect(await readAll(store, ledger, 1_500, 1)).toEqual([]);
      expect(await readAll(store, ledger, 3, 0)).toEqual([]);
    });

    it('reads more than a page', async () => {
      const { store, ledger } = subject();
      const records = await appendMany(store, ledger, 2_500);

      expect(await readAll(store, ledger)).toEqual(records);
      expect(await readAll(store, ledger, 1_001)).toEqual(records.slice(1_001));
    });

    it('reads what was there when the reading began', async () => {
      const { store, ledger } = subject();
      await appendMany(store, ledger, 1_500);
      const pages = store.read(ledger, 0)[Symbol.asyncIterator]();
      const first = await pages.next();
      await store.append(ledger, 1_499, keptRecords(ledger, 1_499, 1));

      let count = first.done === true ? 0 : first.value.length;
      for (;;) {
        const page = await pages.next();
        if (page.done === true) break;
        count += page.value.length;
      }

      expect(count).toBe(1_500);
    });

    it.each([
      ['plain', 'Gestión 2020'],
      ['quotes and backslashes', '"\\" \'; DROP TABLE records; -- \\u0041'],
      ['control characters', '\u0000\u0001\u0008\t\n\r\u001f\u007f\u0085 end'],
      ['separators and marks', '\u2028\u2029\ufeff\u200b\u202e\ufffd\uffff'],
      ['composed and decomposed', 'ñ n\u0303 Å A\u030a'],
      ['beyond the basic plane', '😀 𝒫 \u{10ffff} 漢字 العربية'],
      ['empty', ''],
      ['a megabyte', 'x'.repeat(1_000_000)],
      ['a long text of many bytes a character', '漢'.repeat(300_000)],
    ])('keeps a text exactly: %s', async (_, note) => {
      const { store, ledger } = subject();
      const record = keptRecord(ledger, 0, note);
      await store.append(ledger, -1, [record]);

      const [kept] = await readAll(store, ledger);

      expect(kept?.text === record.text).toBe(true);
      expect(kept?.id).toBe(record.id);
      expect(kept?.root).toBe(record.root);
    });

    it('is there after opening again', async () => {
      const { store, reopen, category, ledger } = subject();
      if (reopen === undefined) return;
      const records = keptRecords(ledger, -1, 3);
      await store.append(ledger, -1, records);
      const sha256 = await store.keep(new TextEncoder().encode('formulario'));
      await store.close();

      const again = await reopen();

      expect(await readAll(again, ledger)).toEqual(records);
      expect(await again.head(ledger)).toBe(2);
      expect(await again.streams(category)).toEqual([ledger]);
      expect(await again.find(sha256)).toEqual(new TextEncoder().encode('formulario'));
      expect(await again.append(ledger, 2, keptRecords(ledger, 2, 1))).toEqual(appended);
      await again.close();
    });
  });
};
