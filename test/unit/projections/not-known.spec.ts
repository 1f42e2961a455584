import { describe, expect, it } from '@jest/globals';
import {
  at,
  executed,
  formTaken,
  line,
  opened,
  programmed,
  registered,
} from '../../support/views-at.ts';

describe('What is not known', () => {
  it('by activity, where the original was programmed without activities', () => {
    const { byActivity } = at(
      [
        opened,
        registered('11.01', '2020-01-01', 1),
        programmed(line(null, '20000', 'TGN', '100.00')),
        [
          'BudgetDistributed',
          '2020-02-01',
          {
            basis: 'hand',
            lines: [
              ...line(null, '20000', 'TGN', '-40.00'),
              ...line('11.01', '20000', 'TGN', '40.00'),
            ] as never,
          },
        ],
      ],
      '2020-12-31',
    );
    expect(
      byActivity.rows.map(({ code, original, distributed, adjustments, current }) => [
        code,
        original,
        distributed,
        adjustments,
        current,
      ]),
    ).toEqual([
      ['11.01', null, null, null, '40.00'],
      [null, '100.00', '-40.00', '0.00', '60.00'],
    ]);
    expect(byActivity.total).toMatchObject({
      original: '100.00',
      distributed: '0.00',
      current: '100.00',
    });
  });

  it('is nothing, where the original was programmed by activity and group', () => {
    const { byActivity, byGroup } = at(
      [
        opened,
        registered('11.01', '2020-01-01', 1),
        programmed(line('11.01', '20000', 'TGN', '100.00')),
      ],
      '2020-12-31',
    );
    expect(byActivity.rows[0]).toMatchObject({ original: '100.00', adjustments: '0.00' });
    expect(byGroup.rows[0]).toMatchObject({ group: '20000', original: '100.00' });
  });

  it('is the original everywhere, in a ledger that began with an adjusted form', () => {
    const { overall } = at(
      [
        opened,
        [
          'BudgetAdjusted',
          '2020-06-30',
          {
            adjustment: 'A',
            name: 'A',
            kind: 'stated',
            instrument: null,
            lines: line(null, '20000', 'TGN', '5.00'),
          },
        ],
        formTaken,
      ],
      '2020-12-31',
    );
    expect(overall.total).toMatchObject({
      original: null,
      adjustments: null,
      distributed: null,
      current: '5.00',
    });
  });

  it('is what was reserved, committed and paid in a ledger of forms only', () => {
    const forms = at(
      [opened, programmed(line(null, '20000', 'TGN', '5.00')), formTaken],
      '2020-12-31',
    );
    expect(forms.overall.total).toMatchObject({
      reserved: null,
      committed: null,
      executed: '0.00',
      paid: null,
    });
    const documents = at([opened, programmed(line(null, '20000', 'TGN', '5.00'))], '2020-12-31');
    expect(documents.overall.total).toMatchObject({
      reserved: '0.00',
      committed: '0.00',
      paid: '0.00',
    });
  });

  it('is a rate of nothing, though money was executed', () => {
    const { byGroup, form } = at(
      [
        opened,
        registered('11.01', '2020-01-01', 1),
        executed('2020-03-01', line('11.01', '20000', '10', '5.00')),
      ],
      '2020-12-31',
    );
    expect(byGroup.rows[0]).toMatchObject({
      current: '0.00',
      executed: '5.00',
      executionRate: null,
    });
    expect(form.rows[0]?.total.rate).toBeNull();
  });
});
