import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StoryLine } from '../../src/cli/year-story.ts';

/** A line of the story that the ledger took, with the first of the revisions that it got. */
export interface TakenLine {
  readonly line: StoryLine;
  readonly first: number;
}

type CellAmount = readonly [cell: string, cents: number];

/** What one line of a command says: no rule, no state, nothing of the product. */
interface Entry {
  readonly measure: string;
  /** "12.01.01|20000|TGN" */
  readonly cell: string;
  readonly day: string;
  readonly recordedAt: string;
  readonly cents: number;
  /** the latest corte whose form lacks it */
  readonly lacking: string;
}

/** What a form states, or a person corrects in it. */
interface Stated {
  readonly corte: string;
  readonly recordedAt: string;
  readonly cell: string;
  readonly cents: number;
}

/** The parts of a command that carry money. */
interface Said {
  readonly lines?: readonly {
    readonly activity: string | null;
    readonly object: string | null;
    readonly source: string;
    readonly amount: string;
  }[];
  readonly also?: readonly string[];
  readonly reverses?: number;
  readonly corte?: string;
  readonly forms?: { readonly beyond?: string | null };
}

interface Asked {
  readonly type: string;
  readonly effectiveOn?: string;
  readonly data: Said;
}

const stages = ['reserved', 'committed', 'executed', 'paid'];
const measureOf: Readonly<Record<string, string>> = {
  ProgramBudget: 'original',
  DistributeBudget: 'distributed',
  AdjustBudget: 'adjustments',
  ReserveBudget: 'reserved',
  CommitBudget: 'committed',
  ExecuteBudget: 'executed',
  PayBudget: 'paid',
};

const centsOf = (text = ''): number => Math.round(Number(text.replaceAll(',', '')) * 100);

const amountsOf = ({ lines = [] }: Said): CellAmount[] =>
  lines.map(({ activity, object, source, amount }) => {
    const group = object === null ? '' : `${object.slice(0, 1)}0000`;
    const sourceClass = source === '10' ? 'TGN' : 'OTRAS';
    return [`${activity ?? ''}|${group}|${sourceClass}`, centsOf(amount)];
  });

/** The measures that a command moves, a document with several stages in their order. */
const measuresOf = ({ type, data }: Asked): string[] => {
  const measure = measureOf[type];
  if (measure === undefined) return [];
  if (!stages.includes(measure)) return [measure];
  return stages.filter((stage) => stage === measure || data.also?.includes(stage));
};

/** A row of the table: its groups may stand in one cell, with their amounts in others. */
const rowLevels = (activity: string, cells: readonly string[]): CellAmount[] => {
  const split = (column: number): string[] => (cells[column] ?? '').split(' ');
  const [treasury, others] = [split(10), split(11)];
  return split(7).flatMap((group, at): CellAmount[] =>
    /^\d{5}$/.test(group)
      ? [
          [`${activity}|${group}|TGN`, centsOf(treasury[at])],
          [`${activity}|${group}|OTRAS`, centsOf(others[at])],
        ]
      : [],
  );
};

/** The executed levels of a form, read as a person reads its table. */
const levelsIn = (form: string): CellAmount[] => {
  let activity = '';
  return form.split('\n').flatMap((row) => {
    const cells = row.split('\t');
    const [code = ''] = cells;
    if (/^\d\d\.\d\d\.\d\d\.$/.test(code)) activity = code.slice(0, -1);
    return rowLevels(activity, cells);
  });
};

const corteOf = (form: string): string => {
  const [, date = ''] = /Fecha de Corte\t([\d/]{10})/.exec(form) ?? [];
  return date.split('/').reverse().join('-');
};

/** The figures of a story at any cut-off by adding up its lines, and by what its forms state. */
export class PlainYear {
  readonly #entries: Entry[] = [];
  readonly #stated: Stated[] = [];
  readonly #byRevision = new Map<number, { measure: string; amounts: CellAmount[] }>();

  constructor(folder: string, taken: readonly TakenLine[]) {
    for (const { line, first } of taken) {
      const { recordedAt } = line;
      if (line.file === undefined) this.#add(line.command as Asked, recordedAt, first);
      else {
        const form = readFileSync(join(folder, line.file), 'utf8');
        this.#state(corteOf(form), recordedAt, levelsIn(form));
      }
    }
  }

  #state(corte: string, recordedAt: string, amounts: readonly CellAmount[]): void {
    for (const [cell, cents] of amounts) this.#stated.push({ corte, recordedAt, cell, cents });
  }

  #add(asked: Asked, recordedAt: string, first: number): void {
    const { data, effectiveOn: day = '' } = asked;
    if (data.reverses !== undefined) this.#reverse(data, day, recordedAt);
    if (asked.type === 'CorrectExecution')
      this.#state(data.corte ?? '', recordedAt, amountsOf(data));
    const lacking = this.#lackedBy(data);
    for (const [at, measure] of measuresOf(asked).entries()) {
      this.#byRevision.set(first + at, { measure, amounts: amountsOf(data) });
      for (const [cell, cents] of amountsOf(data))
        this.#entries.push({ measure, cell, day, recordedAt, cents, lacking });
    }
  }

  /** No entry of the story is reversed twice: the whole of it is all its lines. */
  #reverse(data: Said, day: string, recordedAt: string): void {
    const reversed = this.#byRevision.get(data.reverses ?? -1);
    if (reversed === undefined) throw new Error(`no entry ${String(data.reverses)} to reverse`);
    const { measure, amounts } = reversed;
    for (const [cell, cents] of data.lines === undefined ? amounts : amountsOf(data))
      this.#entries.push({ measure, cell, day, recordedAt, cents: -cents, lacking: '' });
  }

  #lackedBy({ forms }: Said): string {
    if (forms?.beyond === undefined) return '';
    const cortes = this.#stated.map(({ corte }) => corte).sort();
    return forms.beyond ?? cortes.at(-1) ?? '';
  }

  /** Measure by measure and cell by cell, in centavos; nothing where it is zero. */
  at(day: string, known: string): Map<string, number> {
    const stated = this.#stated.filter(
      ({ corte, recordedAt }) => corte <= day && recordedAt <= known,
    );
    const last = stated.reduce((latest, { corte }) => (corte > latest ? corte : latest), '');
    const counted = this.#entries.filter(
      (entry) => entry.day <= day && entry.recordedAt <= known && !isContained(entry, last),
    );
    const levels = stated
      .filter(({ corte }) => corte === last)
      .map((level) => ({ ...level, measure: 'executed' }));
    const sums = new Map<string, number>();
    for (const { measure, cell, cents } of [...levels, ...counted])
      sums.set(`${measure} ${cell}`, (sums.get(`${measure} ${cell}`) ?? 0) + cents);
    return new Map([...sums].filter(([, cents]) => cents !== 0));
  }
}

/** The level of a form holds what was executed by its corte, but for what it lacks. */
const isContained = ({ measure, day, lacking }: Entry, corte: string): boolean =>
  measure === 'executed' && day <= corte && lacking < corte;

/** The sum of one measure over all cells, as amounts are written. */
export const totalOf = (sums: ReadonlyMap<string, number>, measure: string): string => {
  const found = [...sums].filter(([key]) => key.startsWith(`${measure} `));
  return (found.reduce((sum, [, cents]) => sum + cents, 0) / 100).toFixed(2);
};
