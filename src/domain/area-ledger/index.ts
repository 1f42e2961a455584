/** The door of the aggregate: what the application may know of it. */
export { areaLedger } from './decider.ts';
export { isSignedByThree } from './signatures.ts';
export type { Command, CommandLine } from './commands.ts';
export type { LedgerState } from './state.ts';
