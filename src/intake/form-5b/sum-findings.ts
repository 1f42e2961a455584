import { type Amount, centavos, type Centavos, sum } from '../../catalogue/amount.ts';
import type { Classifiers } from '../../catalogue/classifiers.ts';
import type { LedgerEvents } from '../../catalogue/events.ts';
import { Failure, isFailure } from '../../catalogue/failure.ts';
import type { Finding } from '../../catalogue/finding.ts';
import type { FindingCode } from '../../catalogue/findings.ts';
import type { StatedForm } from '../../catalogue/stated-form.ts';
import { type Form5bOptions, type ReadForm5b, readForm5b } from './read-form-5b.ts';

const ofSums: ReadonlySet<FindingCode> = new Set<FindingCode>(['SUM_DIFFERS', 'TOTAL_DIFFERS']);

const total = (amounts: readonly Amount[]): Centavos => sum(amounts.map(centavos));

const readLevels = ({ activities }: StatedForm): Centavos =>
  total(
    activities.flatMap(({ cells }) =>
      cells.flatMap(({ programmed, executed }) => [programmed, executed]),
    ),
  );

const takenLevels = ({ levels }: LedgerEvents['FormTaken']): Centavos =>
  total(
    levels.flatMap(({ amounts }) =>
      amounts.flatMap(([, , programmed, executed]) => [programmed, executed]),
    ),
  );

/** What a person may have said when the form was taken in, because the file does not. */
const furtherOptions = ({ version }: LedgerEvents['FormTaken']): Partial<Form5bOptions>[] =>
  [{}, { adjustedOn: version.day }].flatMap((plan) => [
    plan,
    { ...plan, decimal: 'point' as const },
    { ...plan, decimal: 'comma' as const },
  ]);

const attempt = (read: () => ReadForm5b): ReadForm5b | Failure => {
  try {
    return read();
  } catch (error) {
    if (isFailure(error)) return error;
    throw error;
  }
};

/**
 * The sum rows that do not close of a form that was taken in, read again as it was then.
 * @throws Failure where the file cannot be read to the levels that were taken from it
 */
export const sumFindings = (
  bytes: Uint8Array,
  taken: LedgerEvents['FormTaken'],
  classifiers: Classifiers,
): readonly Finding[] => {
  const { corte, file: sha256 } = taken;
  const fileName = ['formulario de corte', corte].join(' ');
  const same = { fileName, sha256, classifiers, acceptDifferences: true };
  const tried: (ReadForm5b | Failure)[] = [];
  for (const further of furtherOptions(taken)) {
    const read = attempt(() => readForm5b(bytes, { ...same, ...further }));
    if (!isFailure(read) && readLevels(read.form) === takenLevels(taken)) {
      return read.findings.filter(({ code }) => ofSums.has(code));
    }
    tried.push(read);
  }
  const isReadable = tried.some((read) => !isFailure(read));
  const refusal = isReadable ? undefined : tried.find(isFailure);
  throw (
    refusal ?? new Failure('FILE_NOT_RECOGNISED', { reason: 'da otros montos que los tomados' })
  );
};
