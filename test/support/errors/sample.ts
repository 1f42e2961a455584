import { changedFiles, sampleText } from '../changed-files.ts';
import { poaHere, refusalHere } from '../poa-in-process.ts';
import { sampleStores } from '../sample-stores.ts';

export const stores = sampleStores();
export const files = changedFiles();

/** "--line A --on B": words that hold no spaces. */
const wordsOf = (command: string): string[] => command.split(' ');

/** A command line on the store of both sample files, which takes nothing of it. */
export const onSample = (command: string) => () => refusalHere(stores.shared(), wordsOf(command));

/** A command line on a copy of it that somebody changed. */
export const onChanged = (change: (folder: string) => void, command: string) => () => {
  const folder = stores.copy();
  change(folder);
  return refusalHere(folder, wordsOf(command));
};

/** An execution that the forms of the sample lack. */
export const spending = (line: string, day = '2020-12-31') =>
  onSample(`execute --document C31:9 --beyond --on ${day} --line ${line}`);

const taking = (path: string) =>
  refusalHere(stores.shared(), ['--ledger', '41-SENAVEX-2020', 'import', path]);

/** A file with this in it is taken in. */
export const withContent = (content: string | Uint8Array) => () =>
  taking(files.withContent(content));

/** The sample form is taken in with changes, as "from → to & from → to". */
export const formWith = (changes: string) => () => taking(files.changed('form', changes));
export const budgetWith = (changes: string) => () => taking(files.changed('budget', changes));

/** The sample form with the last occurrence of a text changed. */
export const formWithLast = (text: string, to: string) => () => {
  const at = sampleText.form.lastIndexOf(text);
  return taking(
    files.withContent(sampleText.form.slice(0, at) + to + sampleText.form.slice(at + text.length)),
  );
};

/** Writes what a command prints into a file, and says where. */
export const printed = async (command: string, change = (text: string) => text) => {
  const { out } = await poaHere(stores.shared(), wordsOf(command));
  return files.withContent(change(out));
};

/** A backup of the sample store. */
export const backup = async (): Promise<string> => {
  const file = `${stores.fresh()}.bak`;
  await poaHere(stores.shared(), ['backup', file]);
  return file;
};
