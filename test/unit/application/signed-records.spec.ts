import { describe, expect, it } from '@jest/globals';
import { MemoryStore } from '../../../src/adapters/memory/memory-store.ts';
import { EventViews } from '../../../src/application/event-views.ts';
import { Library } from '../../../src/application/library.ts';
import { type KeptRecord, ledgerStream } from '../../../src/application/ports/event-store.ts';
import { verifyLedger } from '../../../src/application/verify-ledger.ts';
import type { LedgerId } from '../../../src/catalogue/codes.ts';
import type { LedgerRecord } from '../../../src/catalogue/events.ts';
import type { Command } from '../../../src/domain/area-ledger/index.ts';
import { reopenLedger, signatureControl, takeBudget, takeForm } from '../../support/acts.ts';
import { codeOf } from '../../support/code-of.ts';
import { adjust, within } from '../../support/commands.ts';
import type { Line } from '../../support/lines.ts';
import { serviceOver } from '../../support/service-over.ts';
import { signatures, signed } from '../../support/signed.ts';
import { budget, form } from '../../support/stated-files.ts';

const ledger = '41-SENAVEX-2020' as LedgerId;
const of = (money: string): Line[] => [['11.01.01', '20000', 'TGN', money]];
const adjusted = adjust('2020-12-01', 'additional', of('5.00'), {
  name: 'ADICIONAL DICIEMBRE',
  forms: within,
});

/** A ledger of forms under the control of three, and what three adjusted in it. */
const kept = async () => {
  const store = new MemoryStore();
  const { ledgers } = serviceOver(store);
  const tell = (command: Command, commandId: string) =>
    ledgers.change({ ledger, command, commandId, actor: 'ana' });
  const before = [
    takeBudget(budget([[null, '20000', 'TGN', '100.00']])),
    takeForm(form('2020-12-31', { '11.01.01': [['20000', 'TGN', '60.00', '0.00']] })),
    signatureControl('three'),
  ];
  for (const [index, command] of before.entries()) await tell(command, `before-${index}`);
  const { revision, events } = await tell(signed(adjusted), 'signed');
  const records: KeptRecord[] = [];
  for await (const page of store.read(ledgerStream(ledger), 0)) records.push(...page);
  return { store, tell, records, first: revision - events + 1 };
};

const recordsOf = (records: readonly KeptRecord[]): LedgerRecord[] =>
  records.map(({ text }) => JSON.parse(text) as LedgerRecord);

const verified = async (records: readonly KeptRecord[]): Promise<string> => {
  const store = new MemoryStore();
  await store.append(ledgerStream(ledger), -1, records);
  return codeOf(verifyLedger(store, ledger));
};

describe('A signed command', () => {
  it('says in every one of its records who signed it, and no other record does', async () => {
    const { records, first } = await kept();
    const all = recordsOf(records);
    expect(all.slice(first).map(({ type }) => type)).toEqual([
      'BudgetAdjusted',
      'BudgetAdjusted',
      'BudgetDistributed',
    ]);
    for (const record of all.slice(first)) {
      expect(record.signed).toEqual({ prepared: 'p1', reviewed: 'p2', approved: 'p3' });
    }
    for (const record of all.slice(0, first)) expect(record).not.toHaveProperty('signed');
  });

  it('is known when it comes again, and is another one where others sign it', async () => {
    const { tell } = await kept();
    expect(await tell(signed(adjusted), 'signed')).toMatchObject({ isRepeat: true });
    expect(await codeOf(tell(signed(adjusted, 'p1 p2 p4'), 'signed'))).toBe('COMMAND_ID_REUSED');
    expect(await codeOf(tell(adjusted, 'signed'))).toBe('COMMAND_ID_REUSED');
  });

  it('is asked for after the gestión is closed too', async () => {
    const { tell } = await kept();
    await tell({ type: 'CloseLedger', data: { reason: 'cierre' } }, 'close');
    expect(await codeOf(tell(reopenLedger(), 'alone'))).toBe('SIGNATURES_MISSING');
    expect(await tell(signed(reopenLedger()), 'three')).toMatchObject({ events: 1 });
  });
});

describe('The records of a signed command', () => {
  it('show who signed, and are found by each of them', async () => {
    const { store, first } = await kept();
    const snapshots = {
      find: () => Promise.resolve({ outcome: 'none' } as const),
      keep: () => Promise.resolve(),
    };
    const library = new Library({ store, snapshots, report: () => undefined });
    const clock = { now: () => 1_800_000_000_000_000, pause: () => Promise.resolve() };
    const views = new EventViews(library, store, clock);
    const { view } = await views.event(ledger, { revision: first, cutOff: {} });
    expect(view.event).toMatchObject({ actor: 'ana', signed: signatures('p1 p2 p3') });
    for (const actor of ['p1', 'p2', 'p3']) {
      const found = await views.search(ledger, { actor, limit: 10, cutOff: {} });
      expect(found.view.rows.map(({ revision }) => revision)).toEqual([
        first,
        first + 1,
        first + 2,
      ]);
      expect(found.view.rows[0]).toMatchObject({ signed: signatures('p1 p2 p3') });
    }
  });

  it('are coherent as they were written', async () => {
    const { records } = await kept();
    expect(await verified(records)).toBe('not refused');
  });

  it.each([
    ['who prepared it', '"prepared":"p1"', '"prepared":"p9"'],
    ['who reviewed it', '"reviewed":"p2"', '"reviewed":"p9"'],
    ['who approved it', '"approved":"p3"', '"approved":"p9"'],
    ['that it was signed', /"signed":\{[^}]*\},/, ''],
  ])('are found to be damaged where somebody changed %s', async (_, from, to) => {
    const { records, first } = await kept();
    const changed = records.map((record, revision) =>
      revision === first ? { ...record, text: record.text.replace(from, to) } : record,
    );
    expect(changed[first]?.text).not.toBe(records[first]?.text);
    expect(await verified(changed)).toBe('LEDGER_DAMAGED');
  });
});
