import { Failure } from '../../../catalogue/failure.ts';
import { decided } from '../../kernel/decider.ts';
import { insideFiscalYear } from '../guards.ts';
import { signedAsStated } from '../signatures.ts';
import { act, type Decision } from './decision.ts';

export const issueReport: Decision<'IssueReport'> = ({ data, signed }, ledger) => {
  const { report, number, cutOff, sha256 } = data;
  if (!/^[0-9a-f]{64}$/.test(sha256)) {
    throw new Failure('INVALID_VALUE', {
      field: 'sha256',
      problem: `«${sha256}» no es un SHA-256`,
    });
  }
  signedAsStated(data, signed);
  if (ledger.reports.has(`${report} ${number}`)) {
    throw new Failure('REPORT_ALREADY_ISSUED', { report, number });
  }
  insideFiscalYear(ledger, cutOff.effective);
  if (cutOff.known < 0 || cutOff.known > ledger.revision) {
    throw new Failure('REVISION_NOT_FOUND', { revision: cutOff.known, last: ledger.revision });
  }
  return decided([act('ReportIssued', data)]);
};
