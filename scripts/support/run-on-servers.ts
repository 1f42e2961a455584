import type { Count } from './count.ts';
import { runSuites } from './run-suites.ts';

/** What is about the files of the embedded store, or needs no store at all. */
const aboutFolders = [
  'backup',
  'damaged-snapshot',
  'killed-server',
  'newcomer',
  'refused-stores',
  'service-files',
  'verify-store',
];

/** The end-to-end tests once more, with the stores on stand-ins of EventStoreDB. */
export const runOnServers = (root: string): Count => {
  console.log(`left out, being about the embedded store alone: ${aboutFolders.join(', ')}`);
  return runSuites(root, {
    needed: ['e2e'],
    options: ['test/e2e', '--testPathIgnorePatterns', `/(${aboutFolders.join('|')})\\.spec`],
    environment: { POA_TEST_STORE: 'eventstoredb' },
  });
};
