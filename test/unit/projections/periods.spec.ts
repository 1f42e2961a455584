import { describe, expect, it } from '@jest/globals';
import { periods } from '../../../projections/periods/periods.ts';
import type { Command } from '../../../src/domain/area-ledger/index.ts';
import { closeLedger, closePeriod, reopenLedger, reopenPeriod } from '../../support/acts.ts';
import { ledgerOf } from '../../support/audited.ts';
import { note } from '../../support/lines.ts';

const after = (...commands: readonly Command[]) => periods(ledgerOf(...commands).records, 2020);

describe('The periods of a ledger', () => {
  it('are open while nothing was closed', () => {
    expect(after()).toEqual({ closedThrough: null, isLedgerClosed: false, rows: [] });
  });

  it('are closed through the day of the last closing', () => {
    const found = after(closePeriod('2020-03-31'), closePeriod('2020-06-30'));
    expect(found).toMatchObject({ closedThrough: '2020-06-30', isLedgerClosed: false });
    expect(found.rows).toMatchObject([
      { revision: 1, what: 'period', does: 'close', through: '2020-03-31', actor: 'ana' },
      { revision: 2, what: 'period', does: 'close', through: '2020-06-30', actor: 'ana' },
    ]);
  });

  it('are closed through the day before the one that was reopened, under its paper', () => {
    const found = after(closePeriod('2020-06-30'), reopenPeriod('2020-05-01'));
    expect(found.closedThrough).toBe('2020-04-30');
    expect(found.rows[1]).toMatchObject({
      ...{ does: 'reopen', from: '2020-05-01', authorisation: note },
    });
  });

  it('are all open again from the first day of the gestión', () => {
    const found = after(closePeriod('2020-06-30'), reopenPeriod('2020-01-01'));
    expect(found.closedThrough).toBeNull();
  });

  it('stay as they are when the gestión is closed and reopened', () => {
    const closed = after(closePeriod('2020-06-30'), closeLedger());
    expect(closed).toMatchObject({ closedThrough: '2020-06-30', isLedgerClosed: true });
    expect(closed.rows[1]).toMatchObject({ through: '2020-12-31', reason: 'cierre' });
    const reopened = after(closePeriod('2020-06-30'), closeLedger(), reopenLedger());
    expect(reopened).toMatchObject({ closedThrough: '2020-06-30', isLedgerClosed: false });
    expect(reopened.rows[2]).toMatchObject({
      ...{ what: 'ledger', does: 'reopen', from: null, authorisation: note },
    });
  });
});
