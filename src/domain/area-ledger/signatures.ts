import type { Signatures } from '../../catalogue/events.ts';
import { Failure } from '../../catalogue/failure.ts';
import type { Command, CommandType } from './commands.ts';
import type { LedgerState } from './state.ts';

const signedByThree: ReadonlySet<CommandType> = new Set<CommandType>([
  'AdjustBudget',
  'DocumentAdjustment',
  'ReverseEntry',
  'ReopenPeriod',
  'ReopenLedger',
  'ChangeControl',
  'IssueReport',
]);

/** Whether three people sign the command where the control of its ledger asks for it. */
export const isSignedByThree = (type: CommandType): boolean => signedByThree.has(type);

const people = ({ prepared, reviewed, approved }: Signatures): readonly string[] => [
  prepared,
  reviewed,
  approved,
];

/**
 * Signatures that are given hold by the same rule wherever they are given.
 * @throws SIGNATURES_MISSING, SIGNATURES_NOT_DISTINCT
 */
export const signedWhereAsked = ({ type, signed }: Command, { control }: LedgerState): void => {
  if (signed === undefined) {
    if (control.signatures === 'one' || !isSignedByThree(type)) return;
    throw new Failure('SIGNATURES_MISSING', {});
  }
  const signing = people(signed);
  if (signing.some((person) => person.trim() === '')) throw new Failure('SIGNATURES_MISSING', {});
  const twice = signing.find((person, index) => signing.indexOf(person) !== index);
  if (twice !== undefined) throw new Failure('SIGNATURES_NOT_DISTINCT', { person: twice });
};

/** Who signs a report is who it says answers for it. @throws SIGNATURES_DIFFER */
export const signedAsStated = (stated: Signatures, signed: Signatures | undefined): void => {
  if (signed === undefined) return;
  const [said, signing] = [people(stated), people(signed)];
  if (said.every((person, index) => person === signing[index])) return;
  const named = { stated: said.join(', '), signed: signing.join(', ') };
  throw new Failure('SIGNATURES_DIFFER', named);
};
