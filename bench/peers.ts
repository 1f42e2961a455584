import { DatabaseSync } from 'node:sqlite';
import {
  BIGINT,
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBInstance,
  INTEGER,
  TINYINT,
} from '@duckdb/node-api';
import { type Entries, measures } from '../projections/entries.ts';

/** The same rows in another engine, in memory, with nothing to look up: what it groups by stands in each row. */
const table = `CREATE TABLE entries (
  day INTEGER, revision INTEGER, line INTEGER, measure TINYINT, amount BIGINT,
  activity INTEGER, object TINYINT, source TINYINT)`;
const types = [INTEGER, INTEGER, INTEGER, TINYINT, BIGINT, INTEGER, TINYINT, TINYINT];

/** Lines are 9 groups × 2 sources of one activity after the other. */
const rowOf = (entries: Entries, at: number): number[] => {
  const line = entries.lineIds[at] ?? 0;
  const dimensions = [Math.floor(line / 18), Math.floor((line % 18) / 2), line % 2];
  const { days, revisions, measureIds, amounts } = entries;
  const columns = [days[at], revisions[at], line, measureIds[at], amounts[at]];
  return [...columns.map((value) => value ?? 0), ...dimensions];
};

export interface Cut {
  readonly day: number;
  readonly revision: number;
}

const seen = 'FROM entries WHERE day <= $day AND revision <= $revision';

const sums = measures.map((_, measure) => `sum(amount) FILTER (WHERE measure = ${measure})`);
const text = (sum: string): string => `((${sum}) / 100)::DECIMAL(18, 2)::VARCHAR`;
const zero = sums.map((sum) => `coalesce(${sum}, 0)`);
const current = zero.slice(0, 3).join(' + ');
const rate = `round(${zero[5] ?? ''} * 100 / nullif(${current}, 0), 2)::DECIMAL(18, 2)::VARCHAR`;

/** Sums by measure as rows were faster than as columns, where both were tried. */
export const questions = {
  lines: `SELECT line, measure, sum(amount) ${seen} GROUP BY line, measure`,
  byGroup: `SELECT object, source, measure, sum(amount) ${seen} GROUP BY object, source, measure`,
  overall: `SELECT source, measure, sum(amount) ${seen} GROUP BY source, measure`,
  /** the 36,000 rows of the finest level as numbers */
  byActivity: `SELECT activity, object, source, ${sums.join(', ')} ${seen}
    GROUP BY activity, object, source`,
  /** the rows of all levels with what the view shows: amounts as text, vigente, percentage */
  byActivityAsShown: `SELECT activity, object, source, ${[...zero, current].map(text).join(', ')},
    ${rate} ${seen} GROUP BY ROLLUP (activity, object, source)`,
} as const;
export type Question = keyof typeof questions;

export class DuckPeer {
  readonly #connection: DuckDBConnection;

  private constructor(connection: DuckDBConnection) {
    this.#connection = connection;
  }

  static async of(entries: Entries): Promise<DuckPeer> {
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    await connection.run(table);
    const appender = await connection.createAppender('entries');
    for (let first = 0; first < entries.size; first += 2048) {
      const count = Math.min(2048, entries.size - first);
      const rows = Array.from({ length: count }, (_, row) => rowOf(entries, first + row));
      const chunk = DuckDBDataChunk.create(types, count);
      chunk.setColumns(
        types.map((type, column) =>
          rows.map((row) => (type === BIGINT ? BigInt(row[column] ?? 0) : (row[column] ?? 0))),
        ),
      );
      appender.appendDataChunk(chunk);
    }
    appender.closeSync();
    return new DuckPeer(connection);
  }

  /** Answered inside the engine, nothing handed over. */
  async answer(question: Question, { day, revision }: Cut): Promise<void> {
    await this.#connection.run(questions[question], { day, revision });
  }

  /** Answered and handed over as rows of JavaScript. */
  async rows(question: Question, { day, revision }: Cut): Promise<unknown[][]> {
    const result = await this.#connection.run(questions[question], { day, revision });
    return result.getRowsJS();
  }

  close(): void {
    this.#connection.closeSync();
  }
}

export class SqlitePeer {
  readonly #database = new DatabaseSync(':memory:');

  constructor(entries: Entries) {
    this.#database.exec(table);
    const insert = this.#database.prepare('INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
    this.#database.exec('BEGIN');
    for (let at = 0; at < entries.size; at += 1) insert.run(...rowOf(entries, at));
    this.#database.exec('COMMIT');
  }

  rows(question: Question, { day, revision }: Cut): unknown[][] {
    const statement = this.#database.prepare(questions[question]);
    statement.setReturnArrays(true);
    return statement.all({ day, revision }) as unknown as unknown[][];
  }

  close(): void {
    this.#database.close();
  }
}
