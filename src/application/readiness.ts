import { Failure, isFailure } from '../catalogue/failure.ts';
import type { Clock } from './ports/clock.ts';
import type { EventStore } from './ports/event-store.ts';

/** Who asks whether a service is ready does not wait longer: milliseconds. */
const patience = 2_000;

/** No stream has this name: looking for it asks the store and reads nothing. */
const nothing = { category: 'poaLedger', id: 'nothing' };

/**
 * Whether the store answers, so that views can be made and commands taken.
 * @throws NOT_READY with what the store says
 */
export const assertReady = async (store: EventStore, clock: Clock): Promise<void> => {
  const asked = store.head(nothing).then(
    () => null,
    (error: unknown) => (isFailure(error) ? error.detail : 'el almacén no responde'),
  );
  const silence = clock.pause(patience).then(() => 'el almacén no responde');
  const problem = await Promise.race([asked, silence]);
  if (problem !== null) throw new Failure('NOT_READY', { problem });
};
