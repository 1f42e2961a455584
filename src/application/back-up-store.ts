import type { LedgerId } from '../catalogue/codes.ts';
import { Failure, isFailure } from '../catalogue/failure.ts';
import type { Head } from '../integrity/verify.ts';
import type { CopyProgress, Draft, Restores, Upkeep } from './ports/upkeep.ts';
import { damageOf, type Verification, type VerifiedStore, verifyStore } from './verify-store.ts';

/** Publishes a copy that was found whole; of any other nothing is left. */
const publishWhole = async (
  draft: Draft,
  verify: (draft: Draft) => Promise<VerifiedStore>,
): Promise<VerifiedStore> => {
  try {
    const verified = await verify(draft);
    await draft.publish();
    return verified;
  } finally {
    await draft.discard();
  }
};

/** @throws the first damage of a copy */
const whole = async ({ store }: Draft, verification: Verification = {}): Promise<VerifiedStore> => {
  const verified = await verifyStore(store, { ...verification, isWhole: true });
  const [first] = damageOf(verified);
  if (first !== undefined) throw first;
  return verified;
};

/**
 * Copies a store that may be in use and verifies the copy.
 * @throws TARGET_EXISTS, COPY_NOT_WRITABLE, BACKUP_NOT_SUPPORTED, and what is damaged in the store
 */
export const backUpStore = async (
  upkeep: Upkeep,
  file: string,
  onProgress?: CopyProgress,
): Promise<VerifiedStore> => publishWhole(await upkeep.backUp(file, onProgress), whole);

export interface Restoring {
  readonly file: string;
  /** missing or empty */
  readonly folder: string;
  /** a ledger that the backup must hold, and a head of it that was kept outside */
  readonly ledger?: LedgerId;
  readonly head?: Head;
  readonly onProgress?: CopyProgress;
}

const isOfHead = ({ code }: Failure): boolean => code === 'HEAD_DIFFERS' || code === 'HEAD_MISSING';

/** What is said of a store, said of the backup; a head that it does not have is said as it is. */
const backupFailure = (error: unknown, { file, ledger }: Restoring): unknown => {
  if (!isFailure(error) || isOfHead(error)) return error;
  const path = file;
  if (error.code === 'LEDGER_NOT_FOUND' && ledger !== undefined) {
    const { known } = error.facts as { known: readonly string[] };
    return new Failure('BACKUP_OF_OTHER_STORE', { path, ledger, known });
  }
  return error.kind === 'damaged'
    ? new Failure('BACKUP_DAMAGED', { path, reason: error.detail })
    : error;
};

/**
 * Makes a store of a backup and verifies it.
 * @throws TARGET_EXISTS, COPY_NOT_WRITABLE, FILE_NOT_FOUND, BACKUP_NOT_RECOGNISED,
 *   BACKUP_FROM_NEWER_VERSION, BACKUP_DAMAGED, BACKUP_OF_OTHER_STORE, HEAD_DIFFERS, HEAD_MISSING
 */
export const restoreStore = async (
  restores: Restores,
  restoring: Restoring,
): Promise<VerifiedStore> => {
  const { file, folder, ledger, head, onProgress } = restoring;
  const draft = await restores.restore(file, folder, onProgress);
  return publishWhole(draft, async () => {
    try {
      return await whole(draft, { ...(ledger && { ledger }), ...(head && { head }) });
    } catch (error) {
      throw backupFailure(error, restoring);
    }
  });
};
