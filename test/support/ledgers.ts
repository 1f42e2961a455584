import type { Command } from '../../src/domain/area-ledger/index.ts';
import { approve } from './acts.ts';
import { open, program, register } from './commands.ts';
import type { Line } from './lines.ts';

/** Two activities from the first day on: revisions 0 to 2. */
export const twoActivities = (): Command[] => [
  open(),
  register('2020-01-01', '11.01.01'),
  register('2020-01-01', '11.01.02'),
];

/** An approved programme of these lines from 2 January on: what comes next has revision 5. */
export const approved = (...lines: readonly Line[]): Command[] => [
  ...twoActivities(),
  program('2020-01-02', ...lines),
  approve(),
];

/** 100.00 of T.G.N. for services of one activity, approved: what comes next has revision 5. */
export const hundred = (): Command[] => approved(['11.01.01', '20000', 'TGN', '100.00']);
