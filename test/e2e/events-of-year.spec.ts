import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ReplayHistory } from '../../src/bus/audit-messages.ts';
import {
  ListReports,
  SearchEvents,
  type Searching,
  ViewEvent,
  ViewPeriods,
} from '../../src/bus/event-messages.ts';
import { checkProof, ProveConsistency, ProveInclusion } from '../../src/bus/integrity-messages.ts';
import { ListEvents } from '../../src/bus/messages.ts';
import type { BackingDocument, LedgerRecord } from '../../src/catalogue/events.ts';
import { type ToldYear, toldYear } from '../support/told-year.ts';

const yearEnd = { effective: '2021-12-31' } as Searching['cutOff'];

const documentOf = (record: LedgerRecord | undefined): BackingDocument => {
  const document = record !== undefined && 'document' in record.data && record.data.document;
  if (document) return document;
  throw new Error('the story reverses a document');
};

describe('The events of the told year', () => {
  let year: ToldYear;
  let all: readonly LedgerRecord[];

  beforeAll(async () => {
    year = await toldYear();
    all = (await year.connection.queries.execute(new ListEvents(year.story.ledger, yearEnd))).view;
  }, 60_000);
  afterAll(() => year.connection.close());

  const found = async (asked: Partial<Searching>): Promise<readonly number[]> => {
    const search = new SearchEvents(year.story.ledger, { limit: 500, cutOff: yearEnd, ...asked });
    const { view } = await year.connection.queries.execute(search);
    return view.rows.map(({ revision }) => revision);
  };
  const those = (test: (record: LedgerRecord) => boolean): readonly number[] =>
    all.filter(test).map(({ revision }) => revision);

  it('are found by type, by who recorded them and by their days', async () => {
    expect(await found({ types: ['PeriodClosed'] })).toEqual(
      those(({ type }) => type === 'PeriodClosed'),
    );
    expect(await found({ actor: 'u-301' })).toEqual(those(({ actor }) => actor === 'u-301'));
    const march = { from: '2021-03-01', to: '2021-03-31' } as const;
    expect(await found({ effective: march as Searching['effective'] & object })).toEqual(
      those(({ effectiveOn }) => effectiveOn.startsWith('2021-03')),
    );
    const recorded = march as Searching['recorded'] & object;
    const inMarch = ({ recordedAt }: LedgerRecord) =>
      recordedAt >= '2021-03-01T04:00:00.000000Z' && recordedAt < '2021-04-01T04:00:00.000000Z';
    expect(await found({ recorded })).toEqual(those(inMarch));
    expect((await found({ recorded })).length).toBeGreaterThan(3);
  });

  it('are found by words without their accents, and by their document with its reversals', async () => {
    const withReason = await found({ text: 'FERIA INTERNACIONAL' });
    expect(withReason.map((revision) => all[revision]?.type)).toContain('EntryReversed');
    const reversal = all.find(
      (each): each is LedgerRecord<'EntryReversed'> => each.type === 'EntryReversed',
    );
    const document = documentOf(all[reversal?.data.reverses ?? -1]);
    const revisions = await found({ document });
    expect(revisions).toEqual(
      expect.arrayContaining([reversal?.revision, reversal?.data.reverses]),
    );
  });

  it('come page by page, each once', async () => {
    const pages: number[] = [];
    let after: number | undefined;
    for (;;) {
      const asked = { limit: 17, cutOff: yearEnd, ...(after !== undefined && { after }) };
      const search = new SearchEvents(year.story.ledger, asked);
      const { view } = await year.connection.queries.execute(search);
      pages.push(...view.rows.map(({ revision }) => revision));
      if (view.next === null) break;
      after = view.next;
    }
    expect(pages).toEqual(those(() => true));
  });

  it('say one by one what they changed, as the replay does', async () => {
    const { queries } = year.connection;
    const replaying = { order: 'recorded', unit: 'event', cutOff: yearEnd } as const;
    const { view } = await queries.execute(new ReplayHistory(year.story.ledger, replaying));
    for (const { records, changes, total } of view.steps.filter((_, index) => index % 9 === 0)) {
      const [{ revision } = { revision: -1 }] = records;
      const asked = { revision, cutOff: yearEnd };
      const { view: seen } = await queries.execute(new ViewEvent(year.story.ledger, asked));
      expect(seen.event.revision).toBe(revision);
      expect(seen.total.after).toEqual(total);
      expect(
        seen.changes.map(({ code: _, before, after, ...cell }) => [
          { ...cell, balance: after },
          (Number(before) + Number(cell.amount)).toFixed(2),
        ]),
      ).toEqual(changes.map((change) => [change, change.balance]));
    }
  });

  it('are proved one by one, and every head goes on from those before it', async () => {
    const { queries } = year.connection;
    const { ledger } = year.story;
    const size = all.length;
    for (let revision = 0; revision < size; revision += 13) {
      const inclusion = new ProveInclusion(ledger, yearEnd, { revision });
      const { root, view } = await queries.execute(inclusion);
      const { proof } = view;
      expect(proof.root).toBe(root);
      expect(checkProof(JSON.stringify(proof), { revision: size - 1, root })).toEqual(proof);
      const consistency = new ProveConsistency(ledger, yearEnd, { from: revision + 1 });
      const { view: later } = await queries.execute(consistency);
      expect(checkProof(JSON.stringify(later)).proof).toBe('consistency');
      expect(later.proof.to.root).toBe(root);
    }
  });

  it('say what was closed and reopened, under which paper, and which reports were issued', async () => {
    const { queries } = year.connection;
    const { view } = await queries.execute(new ViewPeriods(year.story.ledger, yearEnd));
    const kinds = new Set(['PeriodClosed', 'PeriodReopened', 'LedgerClosed', 'LedgerReopened']);
    expect(view.rows.map(({ revision }) => revision)).toEqual(those(({ type }) => kinds.has(type)));
    const reopened = view.rows.find(({ does }) => does === 'reopen');
    expect(reopened).toMatchObject({ from: '2021-03-01', actor: 'u-301' });
    const known = reopened?.revision ?? -1;
    const then = await queries.execute(new ViewPeriods(year.story.ledger, { known }));
    expect(then.view).toMatchObject({ closedThrough: '2021-02-28', isLedgerClosed: false });
    const { view: reports } = await queries.execute(new ListReports(year.story.ledger, yearEnd));
    expect(reports.rows.map(({ revision }) => revision)).toEqual(
      those(({ type }) => type === 'ReportIssued'),
    );
    expect(reports.rows[0]).toMatchObject({ report: 'form-5b', number: '001/2021' });
  });
});
