import { describe, it } from '@jest/globals';
import type { Command } from '../../../src/domain/area-ledger/index.ts';
import { closePeriod, issue } from '../../support/acts.ts';
import { report } from '../../support/commands.ts';
import { event } from '../../support/events.ts';
import { given } from '../../support/given.ts';
import { hundred } from '../../support/ledgers.ts';
import { day } from '../../support/lines.ts';

describe('issuing a report', () => {
  it('records its cut-off, its hash and who answers for it', () => {
    given(...hundred())
      .when(issue('1', '2020-12-31', 4))
      .then(
        event('ReportIssued', null, {
          report: 'form-5b',
          number: '1',
          cutOff: { effective: day('2020-12-31'), known: 4 },
          sha256: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
          prepared: 'p1',
          reviewed: 'p2',
          approved: 'p3',
        }),
      );
  });

  it('may look back at an older revision and a closed period', () => {
    given(...hundred(), closePeriod('2020-12-31'))
      .when(issue('1', '2020-03-31', 0))
      .thenTypes('ReportIssued');
  });

  it('takes the next number', () => {
    given(...hundred(), issue('1', '2020-12-31', 4))
      .when(issue('2', '2020-12-31', 4))
      .thenTypes('ReportIssued');
  });

  it('is refused under a number that was issued', () => {
    given(...hundred(), issue('1', '2020-12-31', 4))
      .when(issue('1', '2020-11-30', 4))
      .thenRefused('REPORT_ALREADY_ISSUED', { report: 'form-5b', number: '1' });
  });

  it('is refused at a revision that does not exist', () => {
    given(...hundred())
      .when(issue('1', '2020-12-31', 5))
      .thenRefused('REVISION_NOT_FOUND', { revision: 5, last: 4 });
  });

  it.each(['abc', `${'a'.repeat(64)}a`, `sha256:${'a'.repeat(64)}`, 'A'.repeat(64)])(
    'is refused without the hash of what was issued: %s',
    (sha256) => {
      const { data, ...command } = issue('1', '2020-12-31', 4);
      given(...hundred())
        .when({ ...command, data: { ...data, sha256 } } as Command)
        .thenRefused('INVALID_VALUE', { field: 'sha256', problem: `«${sha256}» no es un SHA-256` });
    },
  );

  it('is refused before the first record', () => {
    given(...hundred())
      .when(issue('1', '2020-12-31', -1))
      .thenRefused('REVISION_NOT_FOUND', { revision: -1, last: 4 });
  });

  it('is refused for a day outside the gestión', () => {
    given(...hundred())
      .when(issue('1', '2021-01-01', 4))
      .thenRefused('OUTSIDE_FISCAL_YEAR', { day: '2021-01-01', fiscalYear: 2020 });
  });
});

describe('reporting progress', () => {
  it('records the eficacia acumulada of activities', () => {
    given(...hundred())
      .when(report('2020-06-30', ['11.01.01', '66.4'], ['11.01.02', '0']))
      .then(
        event('ProgressReported', '2020-06-30', {
          progress: [
            { activity: '11.01.01', accumulated: '66.40' },
            { activity: '11.01.02', accumulated: '0.00' },
          ] as never,
        }),
      )
      .thenNoFindings();
  });

  it('may fall: it is said, not added', () => {
    given(...hundred(), report('2020-06-30', ['11.01.01', '66.4']))
      .when(report('2020-07-31', ['11.01.01', '50.00']))
      .thenTypes('ProgressReported');
  });

  it('is refused for an activity that does not exist', () => {
    given(...hundred())
      .when(report('2020-06-30', ['11.01.09', '10.00']))
      .thenRefused('ACTIVITY_NOT_FOUND', { name: '11.01.09', known: ['11.01.01', '11.01.02'] });
  });

  it('is refused where it says nothing', () => {
    given(...hundred())
      .when(report('2020-06-30'))
      .thenRefused('EMPTY_LINES', {});
  });

  it('is refused outside the gestión', () => {
    given(...hundred())
      .when(report('2021-01-01', ['11.01.01', '10.00']))
      .thenRefused('OUTSIDE_FISCAL_YEAR', { day: '2021-01-01', fiscalYear: 2020 });
  });
});
