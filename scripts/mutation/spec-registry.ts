/**
 * What `@jest/globals` gives to a spec, for a run that loads each spec once and runs its tests many
 * times: what is declared is kept in order, nothing runs while it is declared.
 */
import { format } from 'node:util';

type Body = () => unknown;

interface Block {
  readonly name: string;
  readonly before: Body[];
  readonly after: Body[];
}

export interface DeclaredTest {
  /** The file, the titles and a number: what `it.each` declares may repeat a title. */
  readonly id: string;
  readonly file: string;
  /** Fails as a test does, by throwing. */
  readonly run: () => Promise<void>;
}

const newBlock = (name: string): Block => ({ name, before: [], after: [] });

let file = '';
let blocks: Block[] = [newBlock('')];
const declared: DeclaredTest[] = [];

const current = (): Block => blocks.at(-1) ?? newBlock('');

const runAll = async (bodies: readonly Body[]): Promise<void> => {
  for (const body of bodies) await body();
};

export const startFile = (name: string): void => {
  file = name;
  blocks = [newBlock('')];
};

/** @returns what was declared since the last call, in order */
export const takeDeclared = (): DeclaredTest[] => declared.splice(0);

export const describe = (name: string, body: Body): void => {
  blocks.push(newBlock(name));
  body();
  blocks.pop();
};

const declareTest = (name: string, body: Body): void => {
  const around = [...blocks];
  const titles = [...around.map((block) => block.name), name].filter((title) => title !== '');
  declared.push({
    id: `${file} > ${titles.join(' > ')} #${declared.length}`,
    file,
    run: async () => {
      try {
        await runAll(around.flatMap(({ before }) => before));
        await body();
      } finally {
        await runAll(around.toReversed().flatMap(({ after }) => after));
      }
    },
  });
};

const each =
  (rows: readonly unknown[]) =>
  (name: string, body: (...row: unknown[]) => unknown): void => {
    for (const row of rows) {
      const values = Array.isArray(row) ? (row as unknown[]) : [row];
      declareTest(format(name, ...values), () => body(...values));
    }
  };

export const it = Object.assign(declareTest, { each });
export const test = it;

export const beforeEach = (body: Body): void => {
  current().before.push(body);
};

export const afterEach = (body: Body): void => {
  current().after.unshift(body);
};

/** Around each test too: a test is run alone, for one mutant after another. */
export const beforeAll = beforeEach;
export const afterAll = afterEach;

export { expect } from 'expect';
