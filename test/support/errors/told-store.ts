import { MemoryStore } from '../../../src/adapters/memory/memory-store.ts';
import { ledgerIdOf } from '../../../src/catalogue/codes.ts';
import type { Command } from '../../../src/domain/area-ledger/index.ts';
import { opened } from '../commands.ts';
import { poaOver } from '../poa-in-process.ts';
import { refusalIn } from '../run-poa.ts';
import { serviceOver } from '../service-over.ts';

/** The opening of a ledger beside that of SENAVEX. */
export const opening = (sigla: string, other: Partial<typeof opened> = {}): Command => ({
  type: 'OpenLedger',
  data: { ...opened, area: { sigla, name: null }, ...other },
});

/** A store in memory of ledgers, each told by its commands, its opening first. */
const toldStore = async (...ledgers: readonly (readonly Command[])[]): Promise<MemoryStore> => {
  const store = new MemoryStore();
  const service = serviceOver(store);
  let count = 0;
  for (const commands of ledgers) {
    const [first] = commands;
    if (first?.type !== 'OpenLedger') throw new Error('a ledger is opened first');
    const { entity, area, fiscalYear } = first.data;
    const ledger = ledgerIdOf(entity.code, area.sigla, fiscalYear);
    for (const command of commands) {
      const commandId = String((count += 1));
      await service.ledgers.change({ ledger, command, commandId, actor: 'ana' });
    }
  }
  return store;
};

/** A command line on such a store. */
export const onTold =
  (command: string, ...ledgers: readonly (readonly Command[])[]) =>
  async () => {
    const store = await toldStore(...ledgers);
    const args = [...command.split(' '), '--json'];
    return refusalIn(args, await poaOver(args, () => Promise.resolve(store)));
  };
