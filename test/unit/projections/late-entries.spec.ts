import { describe, expect, it } from '@jest/globals';
import {
  type Lateness,
  lateEntries,
  reportedIn,
} from '../../../projections/late-entries/late-entries.ts';
import { defaultClassifiers } from '../../../src/catalogue/classifiers.ts';
import { instantAt } from '../../../src/catalogue/instant.ts';
import { approve, closeLedger, closePeriod, issue, reopenPeriod } from '../../support/acts.ts';
import { ledgerOf } from '../../support/audited.ts';
import { adjust, execute, program, register } from '../../support/commands.ts';
import { day, type Line } from '../../support/lines.ts';
import { Projected } from '../../support/views-of.ts';

const of = (object: string | null, money: string): Line => ['01.01.01', object, 'TGN', money];

/**
 * 4 spent; 5 March closed, 6 reported; 7 opened again, 8 a late one of two groups, 9 a transfer within
 * March that moves nothing together, 10 in April, 11 reported, 12 late for both reports, 13 the end.
 * All of it is recorded on 13 September.
 */
const told = () =>
  ledgerOf(
    register('2020-01-01', '01.01.01'),
    program('2020-01-02', of('20000', '100.00'), of('30000', '100.00'), of(null, '9.00')),
    approve(),
    execute('2020-03-10', 'C31 1/1', [of('20000', '10.00')]),
    closePeriod('2020-03-31'),
    issue('001', '2020-03-31', 5),
    reopenPeriod('2020-03-01'),
    execute('2020-03-20', 'C31 2/1', [of('30000', '2.00'), of('20000', '3.00'), of(null, '1.00')]),
    adjust('2020-03-25', 'transfer', [of('23400', '-4.00'), of('24100', '4.00')]),
    execute('2020-04-05', 'C31 3/1', [of('20000', '7.00')]),
    issue('002', '2020-04-30', 10),
    execute('2020-03-31', 'C31 4/1', [of('20000', '0.50')]),
    closeLedger(),
  );
const last = 13;
const folded = (): Projected => new Projected(told().records);

const late = (lateness: Lateness, known = last, effective = '2020-12-31') => {
  const { records, entries, register: said } = folded();
  return lateEntries(
    {
      entries,
      milestones: said.milestones,
      moments: records.map(({ recordedAt }) => recordedAt),
      zone: 'America/La_Paz',
      classifiers: defaultClassifiers,
    },
    lateness,
    { effective: day(effective), known: { revision: known, recordedAt: instantAt(0) } },
  );
};

const march = {
  kind: 'report',
  name: 'form-5b 001',
  effective: '2020-03-31',
  known: 5,
  revision: 6,
};
const april = {
  kind: 'report',
  name: 'form-5b 002',
  effective: '2020-04-30',
  known: 10,
  revision: 11,
};
const closed = {
  kind: 'period',
  name: '2020-03-31',
  effective: '2020-03-31',
  known: 5,
  revision: 5,
};

describe('What was reported', () => {
  it('is every report and every closing in their order, the end of the gestión too', () => {
    const end = { kind: 'period', name: '2020-12-31', effective: '2020-12-31' };
    expect(reportedIn(folded().register.milestones, last)).toEqual([
      closed,
      march,
      april,
      { ...end, known: last, revision: last },
    ]);
    expect(reportedIn(folded().register.milestones, 6)).toEqual([closed, march]);
    expect(reportedIn(folded().register.milestones, 5)).toEqual([closed]);
  });
});

describe('Late entries', () => {
  it('after a closing are those of the period, with their groups and what they move', () => {
    expect(late({ after: 'close' })).toEqual({
      rows: [
        {
          revision: 8,
          daysLate: 177,
          amounts: { executed: '6.00' },
          groups: [
            { group: '20000', amounts: { executed: '3.00' } },
            { group: '30000', amounts: { executed: '2.00' } },
            { group: null, amounts: { executed: '1.00' } },
          ],
          moves: [closed, march],
        },
        {
          revision: 9,
          daysLate: 172,
          amounts: { adjustments: '0.00', current: '0.00' },
          groups: [],
          moves: [closed, march],
        },
        {
          revision: 12,
          daysLate: 166,
          amounts: { executed: '0.50' },
          groups: [{ group: '20000', amounts: { executed: '0.50' } }],
          moves: [closed, march, april],
        },
      ],
      reported: [
        {
          ...closed,
          records: 3,
          amounts: { executed: '6.50', adjustments: '0.00', current: '0.00' },
          groups: [
            {
              group: '20000',
              amounts: { executed: '3.50', adjustments: '0.00', current: '0.00' },
            },
            { group: '30000', amounts: { executed: '2.00' } },
            { group: null, amounts: { executed: '1.00' } },
          ],
        },
        expect.objectContaining({ ...march, records: 3 }),
        {
          ...april,
          records: 1,
          amounts: { executed: '0.50' },
          groups: [{ group: '20000', amounts: { executed: '0.50' } }],
        },
      ],
    });
  });

  const revisions = (...asked: Parameters<typeof late>): number[] =>
    late(...asked).rows.map(({ revision }) => revision);

  it('after a report are those that it covers and does not know', () => {
    expect(revisions({ after: 'report', reported: april as never })).toEqual([12]);
    expect(revisions({ after: 'report', reported: march as never })).toEqual([8, 9, 12]);
  });

  it('after a moment are those recorded after it that count by its day', () => {
    const after = (revision: number, on: string): Lateness => ({
      after: 'moment',
      revision,
      day: day(on),
    });
    expect(revisions(after(8, '2020-04-05'))).toEqual([9, 10, 12]);
    expect(revisions(after(8, '2020-04-04'))).toEqual([9, 12]);
    expect(revisions(after(12, '2020-12-31'))).toEqual([]);
  });

  it('are those that are known and in force', () => {
    expect(revisions({ after: 'close' }, 11)).toEqual([8, 9]);
    expect(revisions({ after: 'close' }, 8)).toEqual([8]);
    expect(revisions({ after: 'close' }, 7)).toEqual([]);
    expect(revisions({ after: 'close' }, last, '2020-03-24')).toEqual([8]);
  });

  it('move no report that was issued later than is known', () => {
    expect(late({ after: 'close' }, 10).reported.map(({ name }) => name)).toEqual([
      '2020-03-31',
      'form-5b 001',
    ]);
  });
});
