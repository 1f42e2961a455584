import { describe, expect, it } from '@jest/globals';
import { approve } from '../../../support/acts.ts';
import { factsOf, findingsOf, ledgerOf } from '../../../support/audited.ts';
import { adjust, program, register } from '../../../support/commands.ts';
import type { Line } from '../../../support/lines.ts';
import type { RecordedLedger } from '../../../support/recorded-ledger.ts';

const one = '01.01.01';
const two = '01.01.02';
const lineOf = (activity: string, amount: string, object = '20000'): Line => [
  activity,
  object,
  'TGN',
  amount,
];

const approved = (): RecordedLedger =>
  ledgerOf(
    register('2020-01-01', one),
    register('2020-01-01', two),
    program('2020-01-01', lineOf(one, '100000.00'), lineOf(two, '100000.00')),
    approve(),
  );

const moved = (on: string, name: string, amount: string) =>
  adjust(on, 'transfer', [lineOf(one, `-${amount}`), lineOf(two, amount)], { name });
const movedBack = (on: string, name: string, amount: string) =>
  adjust(on, 'transfer', [lineOf(two, `-${amount}`), lineOf(one, amount)], { name });

const codesOf = (ledger: RecordedLedger, day = '2020-12-31'): string[] =>
  findingsOf(ledger, day).map(({ code }) => code);

describe('a transfer that comes back', () => {
  it('is found with the amount, the lines and the days between', () => {
    const ledger = approved().take(
      moved('2020-03-01', 'IDA', '20000.00'),
      movedBack('2020-05-30', 'VUELTA', '20000.00'),
    );
    const [row] = findingsOf(ledger, '2020-12-31');
    expect(row).toMatchObject({
      code: 'TRANSFER_ROUND_TRIP',
      facts: {
        adjustment: 'IDA',
        name: 'IDA',
        returnedBy: 'VUELTA',
        amount: '20000.00',
        days: 90,
        lines: ['01.01.01 · 20000 · TGN', '01.01.02 · 20000 · TGN'],
      },
      origin: { revisions: [5, 6] },
    });
  });

  it.each([
    ['after too many days', '2020-05-31', '20000.00'],
    ['in another amount', '2020-03-02', '19999.99'],
  ])('is not one: %s', (_, day, amount) => {
    const ledger = approved().take(
      moved('2020-03-01', 'IDA', '20000.00'),
      movedBack(day, 'VUELTA', amount),
    );
    expect(codesOf(ledger)).toEqual([]);
  });

  it('is not one before it came back, and silent where two go the same way', () => {
    const ledger = approved().take(
      moved('2020-03-01', 'IDA', '20000.00'),
      movedBack('2020-04-01', 'VUELTA', '20000.00'),
    );
    expect(codesOf(ledger, '2020-03-31')).toEqual([]);
    expect(
      codesOf(
        approved().take(
          moved('2020-03-01', 'T1', '20000.00'),
          moved('2020-03-02', 'T2', '20000.00'),
        ),
      ),
    ).toEqual([]);
  });

  it('is one trip there and back, and a second needs a second way there', () => {
    const ledger = approved().take(
      moved('2020-03-01', 'IDA', '20000.00'),
      movedBack('2020-03-10', 'VUELTA', '20000.00'),
      moved('2020-03-20', 'IDA 2', '20000.00'),
    );
    expect(codesOf(ledger)).toEqual(['TRANSFER_ROUND_TRIP']);
    ledger.take(movedBack('2020-03-30', 'VUELTA 2', '20000.00'));
    expect(
      factsOf(findingsOf(ledger, '2020-12-31'), 'TRANSFER_ROUND_TRIP').map(
        ({ adjustment, returnedBy }) => [adjustment, returnedBy],
      ),
    ).toEqual([
      ['IDA', 'VUELTA'],
      ['IDA-2', 'VUELTA 2'],
    ]);
  });

  it('is found among other lines of the same transfers', () => {
    const ledger = approved().take(
      adjust(
        '2020-03-01',
        'transfer',
        [lineOf(one, '-30.00'), lineOf(two, '20.00'), lineOf(two, '10.00', '30000')],
        { name: 'IDA' },
      ),
      adjust(
        '2020-03-09',
        'transfer',
        [lineOf(one, '30.00'), lineOf(two, '-20.00'), lineOf(two, '-10.00', '30000')],
        { name: 'VUELTA' },
      ),
    );
    expect(factsOf(findingsOf(ledger, '2020-12-31'), 'TRANSFER_ROUND_TRIP')).toMatchObject([
      { amount: '30.00', days: 8 },
    ]);
  });
});

describe('a transfer with another area', () => {
  const given = () =>
    approved().take(
      adjust('2020-03-01', 'transfer', [lineOf(one, '-500.00')], {
        name: 'A OTRA',
        counterpart: { area: 'OTRA', transferId: 'TR-1' },
      }),
    );

  it('is found where no other ledger holds its half', () => {
    const [row] = findingsOf(given(), '2020-12-31');
    expect(row).toMatchObject({
      code: 'TRANSFER_HALF_MISSING',
      facts: {
        adjustment: 'A-OTRA',
        name: 'A OTRA',
        counterpart: 'OTRA',
        transferId: 'TR-1',
        net: '-500.00',
        found: null,
      },
      origin: { revisions: [5] },
    });
  });

  it('is found where the half is another amount, or of another transfer', () => {
    const halves = [{ transferId: 'TR-1', net: 49_999 }];
    const rows = findingsOf(given(), '2020-12-31', { halves });
    expect(factsOf(rows, 'TRANSFER_HALF_MISSING')).toMatchObject([{ found: '499.99' }]);
    const other = { halves: [{ transferId: 'TR-2', net: 50_000 }] };
    expect(
      factsOf(findingsOf(given(), '2020-12-31', other), 'TRANSFER_HALF_MISSING'),
    ).toMatchObject([{ found: null }]);
  });

  it('is whole with the opposite sum, in one part or in several', () => {
    const whole = { halves: [{ transferId: 'TR-1', net: 50_000 }] };
    expect(findingsOf(given(), '2020-12-31', whole)).toEqual([]);
    const parts = [20_000, 30_000].map((net) => ({ transferId: 'TR-1', net }));
    expect(findingsOf(given(), '2020-12-31', { halves: parts })).toEqual([]);
  });

  it('is silent for a transfer that stays in the ledger', () => {
    expect(codesOf(approved().take(moved('2020-03-01', 'T1', '20000.00')))).toEqual([]);
  });
});
