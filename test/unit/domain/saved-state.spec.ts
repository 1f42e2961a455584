import { describe, expect, it } from '@jest/globals';
import { closePeriod, control, takeForm } from '../../support/acts.ts';
import { execute, reserve } from '../../support/commands.ts';
import { recordedBy, type Step } from '../../support/given.ts';
import { hundred } from '../../support/ledgers.ts';
import { day } from '../../support/lines.ts';
import { form } from '../../support/stated-files.ts';
import type { LedgerRecord } from '../../../src/catalogue/events.ts';
import { areaLedger } from '../../../src/domain/area-ledger/index.ts';

const stateAfter = (...steps: readonly Step[]) =>
  recordedBy(...steps).reduce(
    (state, { effectiveOn, ...draft }, revision) =>
      areaLedger.evolve(state, {
        ...draft,
        effectiveOn: effectiveOn ?? day('2021-01-15'),
        revision,
      } as LedgerRecord),
    areaLedger.initialState(),
  );

const whole = () =>
  stateAfter(
    ...hundred(),
    control('warn', 'activity'),
    reserve('2020-03-01', 'PRE 1/1', [['11.01.01', '20000', 'TGN', '60.00']]),
    execute('2020-03-02', 'C31 1/1', [['11.01.01', '23400', '10', '50.00']]),
    takeForm(form('2020-06-30', { '11.01.01': [['20000', 'TGN', '100.00', '50.00']] })),
    closePeriod('2020-06-30'),
  );

describe('the state of a ledger', () => {
  it('that was saved is the state again', () => {
    const state = whole();
    expect(areaLedger.saved(areaLedger.restored(areaLedger.saved(state)))).toEqual(
      areaLedger.saved(state),
    );
    expect(areaLedger.restored(areaLedger.saved(state)).activities.size).toBe(2);
  });

  it('that was saved decides as before', () => {
    const again = areaLedger.restored(areaLedger.saved(whole()));
    expect(() =>
      areaLedger.decide(
        execute('2020-03-02', 'C31 1/1', [['11.01.01', '23400', '10', '1.00']]),
        again,
      ),
    ).toThrow('PERIOD_IS_CLOSED');
    expect(() =>
      areaLedger.decide(
        execute('2020-07-02', 'C31 1/1', [['11.01.01', '23400', '10', '1.00']]),
        again,
      ),
    ).toThrow('DOCUMENT_ALREADY_RECORDED');
    const other = execute('2020-07-02', 'C31 2/1', [['11.01.01', '23400', '10', '1.00']]);
    expect(areaLedger.decide(other, again).events.map(({ type }) => type)).toEqual([
      'BudgetExecuted',
    ]);
  });

  it('that was saved is apart from the state that goes on', () => {
    const state = stateAfter(...hundred());
    const saved = areaLedger.saved(state);
    const again = areaLedger.restored(saved);
    areaLedger.evolve(again, {
      ...recordedBy(...hundred(), control('warn'))[5],
      effectiveOn: day('2021-01-15'),
      revision: 5,
    } as LedgerRecord);
    expect([state.control.mode, again.control.mode]).toEqual(['block', 'warn']);
  });
});
