import type { LedgerCommand } from './messages.ts';

/** "execute-budget": what a command is called in an address. */
export const commandName = (type: LedgerCommand['type']): string =>
  type.replaceAll(/(?<!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
