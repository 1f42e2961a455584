import { describe, it } from '@jest/globals';
import { approve } from '../../support/acts.ts';
import { open, program, register, reverse } from '../../support/commands.ts';
import { event, programmed } from '../../support/events.ts';
import { given } from '../../support/given.ts';
import { hundred, twoActivities } from '../../support/ledgers.ts';
import { law } from '../../support/lines.ts';

describe('programming the original budget', () => {
  it('keeps every dimension of a line', () => {
    given(open(), register('2020-01-01', '11.01.01'))
      .when(
        program(
          '2020-01-01',
          [null, '20000', null, '12000', { programme: '19-0-1', organism: '111' }],
          ['11.01.01', '23400', '10', '0.50'],
        ),
      )
      .then(
        programmed(
          '2020-01-01',
          [null, '20000', null, '12000.00', { programme: '19-0-1', organism: '111' }],
          ['11.01.01', '23400', '10', '0.50'],
        ),
      );
  });

  it('comes in as many records as are needed', () => {
    given(open(), program('2020-01-01', [null, '20000', 'TGN', '5.00']))
      .when(program('2020-01-01', [null, '20000', 'TGN', '5.00']))
      .thenTypes('BudgetProgrammed');
  });

  it('leaves lines of zero out', () => {
    given(open())
      .when(program('2020-01-01', [null, '20000', 'TGN', '0.00'], [null, '30000', 'TGN', '1.00']))
      .then(programmed('2020-01-01', [null, '30000', 'TGN', '1.00']));
  });

  it('is refused without money', () => {
    given(open())
      .when(program('2020-01-01', [null, '20000', 'TGN', '0.00']))
      .thenRefused('EMPTY_LINES', {});
  });

  it('is refused with a negative amount', () => {
    given(open())
      .when(
        program('2020-01-01', [null, '20000', 'TGN', '5.00'], [null, '20000', 'OTRAS', '-0.01']),
      )
      .thenRefused('NEGATIVE_AMOUNT', { cell: 'sin distribuir · 20000 · OTRAS', amount: '-0.01' });
  });

  it('names a line without source as such', () => {
    given(open())
      .when(program('2020-01-01', [null, '20000', null, '-0.01']))
      .thenRefused('NEGATIVE_AMOUNT', {
        cell: 'sin distribuir · 20000 · sin fuente',
        amount: '-0.01',
      });
  });

  it('is refused for an activity that does not exist', () => {
    given(...twoActivities())
      .when(program('2020-01-01', ['11.01.03', '20000', 'TGN', '5.00']))
      .thenRefused('ACTIVITY_NOT_FOUND', {
        name: '11.01.03',
        known: ['11.01.01', '11.01.02'],
      });
  });

  it('is refused where the sum of the whole ledger would leave exact centavos', () => {
    const largest = Array.from(
      { length: 91 },
      (_, unit) => [null, '20000', 'TGN', '999999999999.99', { unit: String(unit) }] as const,
    );
    const other = largest.map(
      ([activity, , source, money, further], index) =>
        [activity, `${String(1 + (index % 9))}0000`, source, money, further] as const,
    );
    given(open())
      .when(program('2020-01-01', ...largest))
      .thenRefused('TOTAL_TOO_LARGE', {});
    given(open())
      .when(program('2020-01-01', ...other))
      .thenRefused('TOTAL_TOO_LARGE', {});
  });

  it('allows the largest amount', () => {
    given(open())
      .when(program('2020-01-01', [null, '20000', 'TGN', '999999999999.99']))
      .thenTypes('BudgetProgrammed');
  });
});

describe('approving the plan', () => {
  it('freezes the original under an instrument', () => {
    given(open(), program('2020-01-01', [null, '20000', 'TGN', '5.00']))
      .when(approve())
      .then(event('PlanApproved', null, { instrument: law }));
  });

  it('is refused where nothing is programmed', () => {
    given(open()).when(approve()).thenRefused('PLAN_IS_EMPTY', {});
  });

  it('is refused where all that was programmed is reversed', () => {
    given(open(), program('2020-01-01', [null, '20000', 'TGN', '5.00']), reverse('2020-01-31', 1))
      .when(approve())
      .thenRefused('PLAN_IS_EMPTY', {});
  });

  it('is refused a second time', () => {
    given(...hundred())
      .when(approve())
      .thenRefused('PLAN_ALREADY_APPROVED', {});
  });

  it('leaves nothing to be programmed but by an adjustment', () => {
    given(...hundred())
      .when(program('2020-01-01', ['11.01.01', '20000', 'TGN', '1.00']))
      .thenRefused('PLAN_ALREADY_APPROVED', {});
  });
});
