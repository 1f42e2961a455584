import { describe, it } from '@jest/globals';
import { takeForm } from '../../support/acts.ts';
import { execute, open, within } from '../../support/commands.ts';
import { given } from '../../support/given.ts';
import type { Level } from '../../support/events.ts';
import type { Line } from '../../support/lines.ts';
import { form } from '../../support/stated-files.ts';

const services = (money: string): Line[] => [['11.01.01', '20000', 'TGN', money]];
const materials = (money: string): Line[] => [['11.01.01', '30000', 'TGN', money]];
const stated = (programmed: string, spent: string): Record<string, readonly Level[]> => ({
  '11.01.01': [
    ['20000', 'TGN', programmed, spent],
    ['30000', 'TGN', '100.00', '10.00'],
  ],
});
/** Documents within November are 45.00 of services where its form states 40.00. */
const exceeded = () => [
  open(),
  takeForm(form('2020-11-30', stated('100.00', '40.00'))),
  execute('2020-11-10', 'C31 1/1', services('45.00'), { forms: within }),
];
const notKnown = { code: 'ORIGINAL_NOT_KNOWN', facts: {} } as const;

describe('documents that are more than a form states', () => {
  it('are none where they are as much as it states', () => {
    given(open(), takeForm(form('2020-11-30', stated('100.00', '40.00'))))
      .when(execute('2020-11-10', 'C31 1/1', services('40.00'), { forms: within }))
      .thenFindings({
        code: 'TAKEN_BACK',
        facts: { measure: 'lo ejecutado', day: '2020-11-30', amount: '40.00', cells: 1 },
      });
  });

  it('are said again where one more is within it', () => {
    given(...exceeded())
      .when(execute('2020-11-10', 'C31 2/1', services('1.00'), { forms: within }))
      .thenFinding('DOCUMENTS_EXCEED_FORM', {
        cell: '11.01.01 · 20000 · TGN',
        documents: '46.00',
        stated: '40.00',
        corte: '2020-11-30',
      });
  });

  it('are not said again for what happens in another cell', () => {
    given(...exceeded())
      .when(execute('2020-11-10', 'C31 2/1', materials('1.00'), { forms: within }))
      .thenFindings({
        code: 'TAKEN_BACK',
        facts: { measure: 'lo ejecutado', day: '2020-11-30', amount: '1.00', cells: 1 },
      });
  });

  it('are not said again for what a later form states', () => {
    given(...exceeded())
      .when(takeForm(form('2020-12-31', stated('100.00', '70.00'))))
      .thenFindings(notKnown);
  });

  it('are not said again for another plan on that corte', () => {
    const before = takeForm(form('2020-10-31', stated('100.00', '0.00')));
    const [opening, ...others] = exceeded();
    given(...(opening ? [opening] : []), before, ...others)
      .when(takeForm(form('2020-11-30', stated('110.00', '40.00'), { file: 'again' })))
      .thenFindings(notKnown, {
        code: 'FORM_REPLACED',
        facts: { corte: '2020-11-30', revision: 7 },
      });
  });

  it('are said of their cell alone where a form brings several', () => {
    given(
      open(),
      takeForm(form('2020-10-31', { '11.01.01': [['20000', 'TGN', '100.00', '0.00']] })),
      execute('2020-11-10', 'C31 1/1', services('45.00')),
    )
      .when(takeForm(form('2020-11-30', stated('100.00', '40.00'))))
      .thenFinding('DOCUMENTS_EXCEED_FORM', {
        cell: '11.01.01 · 20000 · TGN',
        documents: '45.00',
        stated: '40.00',
        corte: '2020-11-30',
      });
  });
});
