import type { Signatures } from '../../src/catalogue/events.ts';
import type { Command } from '../../src/domain/area-ledger/index.ts';

/** elaborado, revisado, aprobado: "p1 p2 p3" */
export const signatures = (people = 'p1 p2 p3'): Signatures => {
  const [prepared = '', reviewed = '', approved = ''] = people.split(' ');
  return { prepared, reviewed, approved };
};

/** A command with who answers for it. */
export const signed = (command: Command, people?: string): Command => ({
  ...command,
  signed: signatures(people),
});
