import { describe, expect, it } from '@jest/globals';
import { takeForm } from '../../support/acts.ts';
import { described, open } from '../../support/commands.ts';
import { given, recordedBy } from '../../support/given.ts';
import { form, original } from '../../support/stated-files.ts';

const one = { '11.01.01': [['20000', 'TGN', '10.00', '0.00']] } as const;
const two = (money: string) => ({ ...one, '11.01.02': [['20000', 'TGN', money, '0.00']] }) as const;
/** The second activity first appears in December, since November has the same version and lacks it. */
const december = () => [
  open(),
  takeForm(form('2020-11-30', one)),
  takeForm(form('2020-12-31', two('20.00'))),
];
const novemberBefore = () =>
  takeForm(form('2020-11-30', one, { file: 'again', version: original }));

describe('an activity whose money comes to count from an earlier day', () => {
  it('is called from that day on what it was called first', () => {
    const called = recordedBy(...december(), novemberBefore())
      .filter(({ type }) => type === 'ActivityRevised')
      .map(({ effectiveOn, data }) => ({ effectiveOn, data }));
    expect(called).toEqual([
      {
        effectiveOn: '2020-01-01',
        data: { activity: '11.01.01', changes: described('11.01.01', { position: 1 }) },
      },
      {
        effectiveOn: '2020-06-30',
        data: { activity: '11.01.02', changes: described('11.01.02', { position: 2 }) },
      },
    ]);
  });

  it('is not called again where it is called by then', () => {
    given(...december(), novemberBefore())
      .when(takeForm(form('2020-12-31', two('25.00'), { file: 'more' })))
      .thenTypes('BudgetAdjusted', 'FormTaken');
  });
});
