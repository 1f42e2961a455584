import type { EventStore } from './event-store.ts';
import type { Files } from './files.ts';
import type { PaperLog } from './paper-log.ts';
import type { Upkeep } from './upkeep.ts';

/** Opens stores by their address: a folder, or `esdb://…`. */
export interface Stores {
  /**
   * @param access whether a folder without a store is refused or becomes one
   * @throws STORE_NOT_FOUND, and what the store says when it is opened
   */
  open(
    address: string,
    access: 'must-exist' | 'create',
  ): Promise<EventStore & Files & PaperLog & Upkeep>;
}
