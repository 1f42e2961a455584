import type { CivilDate } from '../../src/catalogue/civil-date.ts';
import type { LedgerRecord } from '../../src/catalogue/events.ts';
import { instantAt } from '../../src/catalogue/instant.ts';
import { type Balances, balancesAt } from '../../projections/balances.ts';
import { type Entries, foldEntries, measures, noEntries } from '../../projections/entries.ts';
import {
  type ExecutionByActivity,
  executionByActivity,
} from '../../projections/execution-by-activity/execution-by-activity.ts';
import {
  type ExecutionByGroup,
  executionByGroup,
} from '../../projections/execution-by-group/execution-by-group.ts';
import {
  type ExecutionOverall,
  executionOverall,
} from '../../projections/execution-overall/execution-overall.ts';
import { statementOf } from '../../projections/figures.ts';
import { type Form5b, form5b } from '../../projections/form-5b/form-5b.ts';
import {
  activitiesAt,
  emptyRegister,
  foldRegister,
  hasForms,
  headingAt,
  planTitleAt,
  type Register,
} from '../../projections/register.ts';
import { cellOfLine, lineAndMeasure, type OracleCut } from './oracle.ts';

/** What the read side keeps of records. */
export class Projected {
  readonly entries: Entries = noEntries(4);
  readonly register: Register = emptyRegister();
  readonly records: LedgerRecord[] = [];

  constructor(records: readonly LedgerRecord[]) {
    this.learn(records);
  }

  learn(records: readonly LedgerRecord[]): void {
    for (const record of records) {
      foldEntries(this.entries, record);
      foldRegister(this.register, record);
      this.records.push(record);
    }
  }

  balancesAt(cut: OracleCut): Balances {
    return balancesAt(this.entries, sidesOf(cut));
  }

  /** Every line × measure that is not zero, in the words of the oracle. */
  byLine(cut: OracleCut): Map<string, bigint> {
    return this.#sums(cut, (line, measure) =>
      lineAndMeasure({ ...line, measure, attributes: line.attributes }),
    );
  }

  /** Every activity × group × source class × measure that is not zero, as `measure cell`. */
  byCell(cut: OracleCut): Map<string, bigint> {
    return this.#sums(cut, (line, measure) => `${measure} ${cellOfLine(this.records, line)}`);
  }

  #sums(
    cut: OracleCut,
    keyOf: (line: Balances['lines'][number], measure: (typeof measures)[number]) => string,
  ): Map<string, bigint> {
    const balances = this.balancesAt(cut);
    const sums = new Map<string, bigint>();
    balances.lines.forEach((line, index) => {
      for (const measure of measures) {
        const key = keyOf(line, measure);
        sums.set(key, (sums.get(key) ?? 0n) + BigInt(balances.balance(index, measure)));
      }
    });
    for (const [key, cents] of sums) if (cents === 0n) sums.delete(key);
    return sums;
  }

  views(cut: OracleCut): Views {
    const sides = sidesOf(cut);
    const { register } = this;
    const opened = register.opened?.value;
    if (opened === undefined) throw new Error('views of a ledger that was never opened');
    const { classifiers } = opened;
    const statement = statementOf(this.balancesAt(cut), classifiers, hasForms(register, sides));
    const activities = activitiesAt(register, sides);
    return {
      activity: executionByActivity(statement, activities),
      group: executionByGroup(statement, classifiers.groups),
      overall: executionOverall(statement),
      form: form5b(statement, activities, {
        ...headingAt(register, sides),
        entityCode: opened.entity.code,
        sigla: opened.area.sigla,
        title: planTitleAt(register, sides),
        fiscalYear: opened.fiscalYear,
        corte: sides.effective,
      }),
    };
  }
}

export interface Views {
  readonly activity: ExecutionByActivity;
  readonly group: ExecutionByGroup;
  readonly overall: ExecutionOverall;
  readonly form: Form5b;
}

const sidesOf = ({ day, revision }: OracleCut) => ({
  effective: day as CivilDate,
  known: { revision, recordedAt: instantAt(0) },
});

/** Maps compared whatever the order in which they were filled. */
export const sorted = (sums: ReadonlyMap<string, bigint>): string[] =>
  [...sums].map(([key, cents]) => `${key} = ${cents.toString()}`).sort();
