import { resolve } from 'node:path';
import { runOnServers } from './support/run-on-servers.ts';

const { passed, failed } = runOnServers(resolve(import.meta.dirname, '..'));
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
