import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openSqliteStore } from '../../src/adapters/sqlite/open-sqlite-store.ts';
import { damageOf, verifyStore, type WholeStore } from '../../src/application/verify-store.ts';
import { civilDate } from '../../src/catalogue/civil-date.ts';
import type { LedgerId } from '../../src/catalogue/codes.ts';
import { type Failure, isFailure } from '../../src/catalogue/failure.ts';
import { runChild } from './child.ts';
import { mutate, type Mutation } from './mutation.ts';
import { random } from './random.ts';
import { serviceOver } from './service-over.ts';
import { takeSample } from './take-sample.ts';

const ledger = '41-SENAVEX-2020' as LedgerId;

/** `found`: refused by opening or by verify; `equal`: all is as before; `wrong` and `crash` may not be. */
export type Outcome = 'found at opening' | 'found by verify' | 'figures equal' | 'wrong' | 'crash';

/** A store whose files were read while nobody used it. */
export interface Specimen {
  readonly name: string;
  /** a log that nobody opened yet can be read by a writer alone */
  readonly isClosed: boolean;
  readonly files: Readonly<Record<string, Buffer>>;
  /** the file that is mutated */
  readonly target: string;
  /** the head, as it was kept outside */
  readonly head: { readonly revision: number; readonly root: string };
  readonly figures: string;
}

export interface Judged {
  readonly specimen: string;
  readonly mutation: Mutation;
  readonly outcome: Outcome;
  /** what was thrown, or said to be damaged */
  readonly reason: string;
}

/** All figures that a person would see: two views and the form at the end, and before the adjustment. */
const figuresOf = async (store: WholeStore): Promise<string> => {
  const { views } = serviceOver(store);
  const end = { effective: civilDate('2020-12-31') };
  const shown = [
    await views.byGroup(ledger, end),
    await views.byActivity(ledger, end),
    await views.form5b(ledger, end),
    await views.byGroup(ledger, { effective: civilDate('2020-05-31') }),
  ];
  return JSON.stringify(shown.map(({ title, view }) => ({ title, view })));
};

const filesIn = async (folder: string, names: readonly string[]) =>
  Object.fromEntries(
    await Promise.all(
      names.map(async (name) => [name, await readFile(join(folder, name))] as const),
    ),
  );

export const writeFiles = async (folder: string, files: Specimen['files']): Promise<void> => {
  await mkdir(folder);
  for (const [name, bytes] of Object.entries(files)) await writeFile(join(folder, name), bytes);
};

const specimensOf = async (
  folder: string,
  names: readonly string[],
  state: string,
): Promise<Specimen[]> => {
  const files = await filesIn(folder, names);
  const copy = `${folder}-copy`;
  await writeFiles(copy, files);
  const store = await openSqliteStore(copy);
  const { root } = await serviceOver(store).views.byGroup(ledger, {});
  const head = { revision: await store.head({ category: 'poaLedger', id: ledger }), root };
  const figures = await figuresOf(store);
  await store.close();
  await rm(copy, { recursive: true });
  return names.map((target) => ({
    name: `${target}, ${state}`,
    isClosed: names.length === 1,
    files,
    target,
    head,
    figures,
  }));
};

/** Small real stores: one closed, and one whose writer was killed, with most of it in the log. */
export const specimens = async (folder: string): Promise<readonly Specimen[]> => {
  const closed = join(folder, 'closed');
  const store = await openSqliteStore(closed);
  await takeSample(store, 'budget');
  await takeSample(store, 'form');
  await store.close();
  const killed = join(folder, 'killed');
  await runChild('take-and-die.ts', [killed]).ended;
  return [
    ...(await specimensOf(closed, ['poa.sqlite'], 'closed')),
    ...(await specimensOf(killed, ['poa.sqlite', 'poa.sqlite-wal'], 'writer killed')),
  ];
};

type Attempt<Result> =
  { readonly result: Result } | { readonly failure: Failure } | { readonly crash: string };

const attempt = async <Result>(work: () => Promise<Result>): Promise<Attempt<Result>> => {
  try {
    return { result: await work() };
  } catch (error) {
    if (isFailure(error)) return { failure: error };
    return { crash: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
};

type Verdict = Pick<Judged, 'outcome' | 'reason'>;

const crashed = (...attempts: readonly Attempt<unknown>[]): Verdict | undefined => {
  const crash = attempts.find((each) => 'crash' in each);
  return crash && { outcome: 'crash', reason: crash.crash };
};

/** Views are asked even where verify finds damage: they may refuse and may be wrong then, but not crash. */
const judgeOpen = async (store: WholeStore, { head, figures }: Specimen): Promise<Verdict> => {
  const seen = await attempt(() => figuresOf(store));
  const verified = await attempt(() => verifyStore(store, { ledger, head, isWhole: true }));
  const crash = crashed(seen, verified);
  if (crash !== undefined) return crash;
  if ('failure' in verified) return { outcome: 'found by verify', reason: verified.failure.detail };
  const [first] = 'result' in verified ? damageOf(verified.result) : [];
  if (first !== undefined) return { outcome: 'found by verify', reason: first.detail };
  if ('result' in seen && seen.result === figures) return { outcome: 'figures equal', reason: '' };
  return { outcome: 'wrong', reason: 'failure' in seen ? seen.failure.detail : 'other figures' };
};

const judge = async (folder: string, specimen: Specimen, readOnly: boolean): Promise<Verdict> => {
  const opened = await attempt(() =>
    openSqliteStore(folder, { mustExist: true, waitMillisecondsMax: 20, readOnly }),
  );
  if (!('result' in opened)) {
    return (
      crashed(opened) ?? {
        outcome: 'found at opening',
        reason: 'failure' in opened ? opened.failure.detail : '',
      }
    );
  }
  const verdict = await judgeOpen(opened.result, specimen);
  return crashed(await attempt(() => opened.result.close())) ?? verdict;
};

/** Mutates a copy of one of the stores in a folder of its own; every fourth that is closed is opened to be read only. */
export const judgeMutation = async (
  folder: string,
  known: readonly Specimen[],
  number: number,
): Promise<Judged> => {
  const next = random(number);
  const specimen = known[Math.floor(next() * known.length)];
  const original = specimen?.files[specimen.target];
  if (specimen === undefined || original === undefined) throw new Error('no specimen');
  const readOnly = specimen.isClosed && next() < 0.25;
  const mutation = mutate(original, next);
  await writeFiles(folder, { ...specimen.files, [specimen.target]: mutation.bytes });
  const verdict = await judge(folder, specimen, readOnly);
  await rm(folder, { recursive: true });
  return { specimen: specimen.name, mutation, ...verdict };
};
