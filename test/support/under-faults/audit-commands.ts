import type { EventStore } from '../../../src/application/ports/event-store.ts';
import { verifyLedger } from '../../../src/application/verify-ledger.ts';
import { decodeRecord } from '../../../src/catalogue/codec.ts';
import type { LedgerId } from '../../../src/catalogue/codes.ts';
import type { Tally } from './tally.ts';

export interface Audit {
  /** of the whole ledger, its opening included */
  readonly records: number;
  /** commands in the ledger */
  readonly commands: number;
  /** answered and not there, or not at the revision that was said */
  readonly lost: readonly string[];
  /** there more than once */
  readonly doubled: readonly string[];
  /** there with fewer than its three records, or with others between them */
  readonly half: readonly string[];
  /** refused and there all the same */
  readonly uninvited: readonly string[];
}

const perCommand = 3;

/** The opening of a ledger, which no writer of this test wrote. */
const openingSize = 2;

const isTogether = (revisions: readonly number[]): boolean =>
  revisions.every((revision, index) => revision === (revisions[0] ?? 0) + index);

/** Verifies the whole ledger and compares it with what was answered. */
export const auditCommands = async (
  store: EventStore,
  ledger: LedgerId,
  { written, refused }: Tally,
): Promise<Audit> => {
  const found = new Map<string, number[]>();
  const { records } = await verifyLedger(store, ledger, {
    onRecord: ({ text, revision }) => {
      if (revision < openingSize) return;
      const { commandId } = decodeRecord(text);
      found.set(commandId, [...(found.get(commandId) ?? []), revision]);
    },
  });
  const all = [...found];
  const ids = (those: readonly (readonly [string, unknown])[]) => those.map(([id]) => id);
  return {
    records,
    commands: found.size,
    lost: ids([...written].filter(([id, revision]) => found.get(id)?.at(-1) !== revision)),
    doubled: ids(all.filter(([, { length }]) => length > perCommand)),
    half: ids(all.filter(([, each]) => each.length < perCommand || !isTogether(each))),
    uninvited: ids([...refused].filter(([id]) => found.has(id))),
  };
};
