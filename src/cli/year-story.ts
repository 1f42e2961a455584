import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type LedgerId, ledgerIdOf } from '../catalogue/codes.ts';
import { Failure, isFailure } from '../catalogue/failure.ts';
import { instant, type Microseconds, microsecondsOf } from '../catalogue/instant.ts';
import { ChangeLedger, type CommandAnswer, KeepFile, type LedgerCommand } from '../bus/messages.ts';
import type { Connection } from './connection.ts';
import { readImport } from './import-command.ts';

/** A line of a story as it is written: what happens and why, with the command or the form that does it. */
export interface StoryLine {
  readonly recordedAt: string;
  readonly actor: string;
  readonly say: string;
  readonly command?: LedgerCommand;
  /** a form to take in, by its path from the story's folder */
  readonly file?: string;
  /** the code with which the ledger says no */
  readonly refused?: string;
}

/** One year of one ledger, line by line in the order of recording. */
export interface Story {
  readonly folder: string;
  readonly ledger: LedgerId;
  readonly lines: readonly StoryLine[];
}

/** A line with what the ledger made of it. */
export interface ToldLine {
  readonly line: StoryLine;
  readonly outcome: CommandAnswer | Failure;
}

/** A clock that stands where the line that is being told was recorded. */
export class StoryClock {
  #now: Microseconds = 0;

  readonly now = (): Microseconds => this.#now;

  standAt(recordedAt: string): void {
    this.#now = microsecondsOf(instant(recordedAt));
  }
}

const ledgerOf = (path: string, [first]: readonly StoryLine[]): LedgerId => {
  if (first?.command?.type !== 'OpenLedger') {
    throw new Failure('INVALID_COMMAND', { problem: `${path} no comienza con una apertura` });
  }
  const { entity, area, fiscalYear } = first.command.data;
  return ledgerIdOf(entity.code, area.sigla, fiscalYear);
};

/** A story is our own text: its commands are taken as they are written. */
export const readStory = async (path: string): Promise<Story> => {
  const text = await readFile(path, 'utf8');
  const lines = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as StoryLine);
  return { folder: dirname(path), ledger: ledgerOf(path, lines), lines };
};

const commandOf = async (
  { folder }: Story,
  { file, command }: StoryLine,
  { commands }: Connection,
): Promise<LedgerCommand> => {
  if (file !== undefined) {
    const read = await readImport(join(folder, file), {});
    await commands.execute(new KeepFile(read.bytes));
    return read.command;
  }
  if (command !== undefined) return command;
  throw new Failure('INVALID_COMMAND', { problem: 'una línea no tiene orden ni archivo' });
};

/** A story, the connection that it is told to, and the clock that the connection has. */
export interface Telling {
  readonly story: Story;
  readonly connection: Connection;
  readonly clock: StoryClock;
}

const outcomeOf = async (
  { story, connection }: Telling,
  line: StoryLine,
  commandId: string,
): Promise<ToldLine['outcome']> => {
  const command = await commandOf(story, line, connection);
  const { ledger } = story;
  const { actor } = line;
  try {
    return await connection.commands.execute(
      new ChangeLedger({ ledger, command, commandId, actor }),
    );
  } catch (error) {
    if (isFailure(error)) return error;
    throw error;
  }
};

/** Tells the line of an index: what the ledger refuses is part of the story. */
export const tellLine = async (telling: Telling, index: number): Promise<ToldLine> => {
  const line = telling.story.lines[index];
  if (line === undefined) throw new RangeError(`the story has no line ${String(index)}`);
  telling.clock.standAt(line.recordedAt);
  const commandId = `story-${String(index + 1).padStart(3, '0')}`;
  return { line, outcome: await outcomeOf(telling, line, commandId) };
};
