import type { StreamId } from '../../application/ports/event-store.ts';

/** All records stand in streams whose name begins so: followers ask for no others. */
export const recordPrefix = 'poa';

/** Files stand aside, so that their bytes do not go to followers. */
export const fileCategory = 'keptFile';

export const streamName = ({ category, id }: StreamId): string => {
  if (!/^poa[A-Za-z0-9]*$/.test(category)) {
    throw new TypeError(`a category is ${recordPrefix} and letters: ${category}`);
  }
  return `${category}-${id}`;
};

/** Papers stand aside too: they may be forgotten, and no follower is to see them. */
export const paperStream = (drawer: string): string => `keptPaper-${drawer}`;

export const fileStream = (sha256: string): string => `${fileCategory}-${sha256}`;

/** The category ends at the first dash, as it does for the server. */
export const streamIdOf = (name: string): StreamId => {
  const at = name.indexOf('-');
  return at === -1
    ? { category: name, id: '' }
    : { category: name.slice(0, at), id: name.slice(at + 1) };
};

/** Whether a stream is one of ours, of records or of files. */
export const isOurs = (name: string): boolean =>
  name.startsWith(recordPrefix) || name.startsWith(`${fileCategory}-`);
