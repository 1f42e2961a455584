import { rm } from 'node:fs/promises';
import { openSqliteStore } from '../../src/adapters/sqlite/open-sqlite-store.ts';
import { ledgerStream } from '../../src/application/ports/event-store.ts';
import { verifyLedger } from '../../src/application/verify-ledger.ts';
import { decodeRecord } from '../../src/catalogue/codec.ts';
import { runChild } from './child.ts';
import { serviceOver } from './service-over.ts';
import { contended, opening } from './spending.ts';

export interface Killing {
  /** commands that were answered before the process was killed */
  readonly acknowledged: number;
  /** commands found in the store */
  readonly written: number;
  /** answered and not there, or not at the revision that was said */
  readonly lost: readonly string[];
  /** there, but not with all of their three records */
  readonly half: readonly string[];
}

const begin = async (folder: string): Promise<void> => {
  const store = await openSqliteStore(folder);
  const { ledgers } = serviceOver(store);
  for (const request of opening('999999.00')) await ledgers.change(request);
  await store.close();
};

/** commandId → the revisions of its records */
const commandsIn = async (folder: string): Promise<Map<string, number[]>> => {
  const store = await openSqliteStore(folder);
  await verifyLedger(store, contended);
  const commands = new Map<string, number[]>();
  for await (const page of store.read(ledgerStream(contended), 2)) {
    for (const { text } of page) {
      const { commandId, revision } = decodeRecord(text);
      commands.set(commandId, [...(commands.get(commandId) ?? []), revision]);
    }
  }
  await store.close();
  return commands;
};

/**
 * Kills a process that writes with eight writers, so many milliseconds after its first answer, and
 * compares what it answered with what is there. The store is verified whole.
 */
export const killWriter = async (folder: string, milliseconds: number): Promise<Killing> => {
  await begin(folder);
  const child = runChild('spend.ts', [folder, 'k', '8', '10000']);
  await child.printed(1);
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  child.process.kill('SIGKILL');
  const answers = (await child.ended).map((line) => line.split(' '));
  const commands = await commandsIn(folder);
  await rm(folder, { recursive: true });
  return {
    acknowledged: answers.length,
    written: commands.size,
    lost: answers
      .filter(([id = '', revision]) => commands.get(id)?.at(-1) !== Number(revision))
      .map((answer) => answer.join(' ')),
    half: [...commands].filter(([, revisions]) => revisions.length !== 3).map(([id]) => id),
  };
};
