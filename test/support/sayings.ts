import fc from 'fast-check';
import type { CivilDate } from '../../src/catalogue/civil-date.ts';
import type { Command } from '../../src/domain/area-ledger/index.ts';
import { activityCodes, dayOfYear, instrument, line } from './arbitraries.ts';
import { roomy } from './form-families.ts';
import type { RecordedLedger } from './recorded-ledger.ts';

/** An entry by hand that says what forms do with it; when it is recorded, the command is made of it. */
export type Saying = (ledger: RecordedLedger) => Command;

interface Said {
  readonly activity: string;
  readonly day: CivilDate;
  readonly number: number;
  readonly cents: bigint;
  /** which of the cortes from its day on is the last whose form lacks it; null: all contain it */
  readonly lacking: number | null;
}

type AgainstForms = { readonly within: true } | { readonly beyond: CivilDate | null };

const against = (
  { lacking }: Said,
  day: string,
  cortes: readonly string[],
): { forms?: AgainstForms } => {
  const later = cortes.filter((corte) => corte >= day);
  if (lacking === null || later.length === 0) return { forms: { within: true } };
  return { forms: { beyond: later[lacking % later.length] as CivilDate } };
};

const lineOf = ({ activity, cents }: Said) => line(activity, ...roomy, cents);

const execution =
  (said: Said, cortes: readonly string[]): Saying =>
  () => ({
    type: 'ExecuteBudget',
    effectiveOn: said.day,
    data: {
      document: { kind: 'C31', number: `${said.number}`, sequence: 1 },
      lines: [lineOf(said)],
      ...against(said, said.day, cortes),
    },
  });

const revisionOf = ({ records }: RecordedLedger, number: number): number =>
  records.find(
    ({ type, data }) =>
      type === 'BudgetExecuted' && data.document !== null && data.document.number === `${number}`,
  )?.revision ?? -1;

/** Takes the half of an execution back, a month later. */
const reversal =
  (said: Said, cortes: readonly string[]): Saying =>
  (ledger) => {
    const day = (said.day.slice(0, 7) < '2020-12' ? `2020-12-01` : said.day) as CivilDate;
    return {
      type: 'ReverseEntry',
      effectiveOn: day,
      data: {
        reverses: revisionOf(ledger, said.number),
        lines: [lineOf({ ...said, cents: said.cents / 2n })],
        reason: 'error de registro',
        ...against(said, day, cortes),
      },
    };
  };

const addition =
  (said: Said, cortes: readonly string[]): Saying =>
  () => ({
    type: 'AdjustBudget',
    effectiveOn: said.day,
    data: {
      name: `ADICIONAL ${said.number}`,
      kind: 'additional',
      instrument,
      lines: [lineOf(said)],
      ...against(said, said.day, cortes),
    },
  });

const said: fc.Arbitrary<Omit<Said, 'number'> & { readonly kind: string }> = fc.record({
  kind: fc.constantFrom('execution', 'reversed', 'addition'),
  activity: fc.constantFrom(...activityCodes),
  day: fc.integer({ min: 1, max: 366 }).map(dayOfYear),
  cents: fc.bigInt({ min: 2n, max: 500n }),
  lacking: fc.option(fc.nat(5)),
});

/** Small entries, as sequences of which each must be recorded in its own order. */
export const sayings = (
  kinds: readonly string[],
): fc.Arbitrary<(cortes: readonly string[]) => Saying[][]> =>
  fc.array(said, { maxLength: 5 }).map(
    (all) => (cortes) =>
      all
        .filter(({ kind }) => kinds.includes(kind))
        .map(({ kind, ...rest }, number) => {
          const each = { ...rest, number };
          if (kind === 'addition') return [addition(each, cortes)];
          const executed = execution(each, cortes);
          return kind === 'execution' ? [executed] : [executed, reversal(each, cortes)];
        }),
  );
