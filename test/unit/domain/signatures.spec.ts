import { describe, expect, it } from '@jest/globals';
import type { EventType } from '../../../src/catalogue/events.ts';
import { type Command, isSignedByThree } from '../../../src/domain/area-ledger/index.ts';
import {
  closeLedger,
  closePeriod,
  control,
  issue,
  reopenLedger,
  reopenPeriod,
  signatureControl,
  takeBudget,
  takeForm,
} from '../../support/acts.ts';
import { adjust, correct, documentAdjustment, execute, reverse } from '../../support/commands.ts';
import { event } from '../../support/events.ts';
import { given, type Step } from '../../support/given.ts';
import { hundred } from '../../support/ledgers.ts';
import type { Line } from '../../support/lines.ts';
import { signed } from '../../support/signed.ts';
import { budget, form } from '../../support/stated-files.ts';

const of = (money: string): Line[] => [['11.01.01', '20000', 'TGN', money]];
const adjusted = () => adjust('2020-06-01', 'additional', of('5.00'));

/** Something spent as record 5; whatever comes next is the seventh record or a later one. */
const spent = (): Step[] => [...hundred(), execute('2020-03-01', 'C31 1/1', of('10.00'))];
/** A form states that AJUSTADO JUNIO took 40.00 of 100.00. */
const stated = (): Step[] => [
  takeBudget(budget([[null, '20000', 'TGN', '100.00']])),
  takeForm(form('2020-12-31', { '11.01.01': [['20000', 'TGN', '60.00', '0.00']] })),
];

/** What three people sign, and what stands before it but the control. */
const signedActs: readonly (readonly [EventType, Command, Step[], Step[]])[] = [
  ['BudgetAdjusted', adjusted(), spent(), []],
  ['AdjustmentDocumented', documentAdjustment('AJUSTADO-JUNIO', 'reduction'), stated(), []],
  ['EntryReversed', reverse('2020-03-02', 5), spent(), []],
  ['PeriodReopened', reopenPeriod('2020-03-01'), spent(), [closePeriod('2020-03-31')]],
  ['LedgerReopened', reopenLedger(), spent(), [closeLedger()]],
  ['ControlChanged', control('warn'), spent(), []],
  ['ReportIssued', issue('1', '2020-12-31', 5), spent(), []],
  ['ReportIssued', issue('2', '2020-12-31', 5), spent(), [closeLedger()]],
];

describe.each(signedActs)('%s of three people', (type, command, before, after) => {
  const asked = () => [...before, signatureControl('three'), ...after];

  it('is refused without signatures where the control asks for them', () => {
    given(...asked())
      .when(command)
      .thenRefused('SIGNATURES_MISSING', {});
  });

  it('is recorded where three sign it', () => {
    given(...asked())
      .when(signed(command))
      .thenTypes(type);
  });

  it('is refused where one of them signs twice', () => {
    const twice = signed(command, 'p1 p2 p1');
    given(...asked())
      .when(twice)
      .thenRefused('SIGNATURES_NOT_DISTINCT', { person: 'p1' });
  });

  it('needs nobody else where the control does not ask for it, before or any more', () => {
    given(...before, ...after)
      .when(command)
      .thenTypes(type);
    given(...before, signatureControl('three'), signed(signatureControl('one')), ...after)
      .when(command)
      .thenTypes(type);
  });
});

describe('signatures', () => {
  it.each([
    ['p1 p1 p3', 'p1'],
    ['p1 p3 p3', 'p3'],
    ['p2 p2 p2', 'p2'],
  ])('of %s are not those of three people, whether they are asked for or not', (people, person) => {
    for (const before of [spent(), [...spent(), signatureControl('three')]]) {
      given(...before)
        .when(signed(adjusted(), people))
        .thenRefused('SIGNATURES_NOT_DISTINCT', { person });
    }
  });

  it.each([' p2 p3', 'p1  p3', 'p1 p2'])('of «%s» are not three', (people) => {
    given(...spent())
      .when(signed(adjusted(), people))
      .thenRefused('SIGNATURES_MISSING', {});
  });

  it('may be given where nobody asks for them', () => {
    given(...spent())
      .when(signed(adjusted()))
      .thenTypes('BudgetAdjusted');
    given(...spent(), signatureControl('three'))
      .when(signed(closePeriod('2020-03-31')))
      .thenTypes('PeriodClosed');
  });

  it('are asked for after the day: a day that is closed is none for anybody', () => {
    given(...spent(), signatureControl('three'), closePeriod('2020-06-30'))
      .when(adjusted())
      .thenRefused('PERIOD_IS_CLOSED', { day: '2020-06-01', through: '2020-06-30' });
  });

  it('let nobody off another rule', () => {
    given(...spent(), signatureControl('three'))
      .when(signed(adjust('2020-06-01', 'reduction', of('-100.01'))))
      .thenRefused('BELOW_ZERO', {
        measure: 'lo vigente',
        cell: '11.01.01 · 20000 · TGN',
        balance: '-0.01',
        day: '2020-06-01',
      });
  });

  it('are not asked for what is spent, closed, stated by a form or corrected', () => {
    const three = [...spent(), signatureControl('three')];
    given(...three)
      .when(execute('2020-03-02', 'C31 2/1', of('1.00')))
      .thenTypes('BudgetExecuted');
    given(...three)
      .when(closePeriod('2020-03-31'))
      .thenTypes('PeriodClosed');
    given(...three)
      .when(closeLedger())
      .thenTypes('LedgerClosed');
    given(...stated(), signatureControl('three'))
      .when(correct('2020-12-31', ...of('1.00')))
      .thenTypes('ExecutionCorrected');
  });

  it('are not asked for the adjustments that a form brings about', () => {
    const [original, june] = stated();
    given(original as Command, signatureControl('three'))
      .when(june as Command)
      .thenTypes('ActivityRegistered', 'BudgetAdjusted', 'BudgetDistributed', 'FormTaken');
  });
});

describe('signatures of a report', () => {
  it.each(['p2 p1 p3', 'p1 p2 p4', 'q1 p2 p3'])('of %s are not those that it states', (people) => {
    given(...spent())
      .when(signed(issue('1', '2020-12-31', 5), people))
      .thenRefused('SIGNATURES_DIFFER', {
        stated: 'p1, p2, p3',
        signed: people.replaceAll(' ', ', '),
      });
  });

  it('are those that it states', () => {
    given(...spent())
      .when(signed(issue('1', '2020-12-31', 5), 'p1 p2 p3'))
      .thenTypes('ReportIssued');
  });
});

describe('the signatures that a control asks for', () => {
  const asking = event('ControlChanged', null, {
    ...{ mode: 'block', level: 'cell', signatures: 'three' },
    reason: 'instrucción de la MAE',
  });

  it('are none but those of one from the opening on', () => {
    given(...spent())
      .when(signatureControl('one'))
      .thenRefused('CONTROL_UNCHANGED', {});
  });

  it('are changed alone', () => {
    given(...spent())
      .when(signatureControl('three'))
      .then(asking)
      .thenNoFindings();
  });

  it('are not changed to what they are', () => {
    given(...spent(), signatureControl('three'))
      .when(signed(signatureControl('three')))
      .thenRefused('CONTROL_UNCHANGED', {});
  });

  it('stay as they are where they are left out', () => {
    given(...spent(), signatureControl('three'))
      .when(signed(control('warn', 'activity')))
      .then(
        event('ControlChanged', null, {
          ...{ mode: 'warn', level: 'activity', signatures: 'three' },
          reason: 'instrucción de la MAE',
        }),
      );
    given(...spent(), signatureControl('three'))
      .when(signed(control('block', 'cell')))
      .thenRefused('CONTROL_UNCHANGED', {});
  });
});

describe('the acts that three people sign', () => {
  it('are those of the plan after its approval, of reversals, reopening, control and reports', () => {
    const types = signedActs.map(([, { type }]) => type);
    expect(types.every(isSignedByThree)).toBe(true);
    expect(isSignedByThree('TakeForm')).toBe(false);
    expect(isSignedByThree('ExecuteBudget')).toBe(false);
    expect(isSignedByThree('ClosePeriod')).toBe(false);
  });
});
