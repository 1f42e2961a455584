import type { CivilDate } from '../catalogue/civil-date.ts';
import { isDay } from '../catalogue/known.ts';
import { adjustmentsAt, sumsOf } from '../../projections/adjustments-at.ts';
import type { CutOff, ResolvedCutOff } from '../../projections/cut-off.ts';
import type { TransferHalf } from '../../projections/findings/rule.ts';
import type { Book } from './book.ts';
import type { Library } from './library.ts';
import { resolvedIn, type Sight } from './sight.ts';

/** Without `known` the other ledgers count as they stand, else up to the same moment. */
const askedOf = ({ known }: CutOff, sight: Sight): CutOff => {
  const effective: CivilDate = sight.cutOff.effective;
  if (known === undefined) return { effective };
  const isMoment = typeof known === 'string' && !isDay(known);
  return { effective, known: isMoment ? known : sight.cutOff.known.recordedAt };
};

/** Null for a ledger that had nothing recorded yet. */
const cutOffIn = (book: Book, asked: CutOff, sight: Sight): ResolvedCutOff | null => {
  const { known } = asked;
  const [first] = book.moments;
  const isBefore = typeof known === 'string' && first !== undefined && known < first;
  return isBefore ? null : resolvedIn(book, asked, sight.now);
};

const halvesIn = (book: Book, cutOff: ResolvedCutOff): TransferHalf[] =>
  adjustmentsAt(book.register.history, book.entries, cutOff).flatMap(({ counterpart, changes }) =>
    counterpart === null ? [] : [{ transferId: counterpart.transferId, net: sumsOf(changes).net }],
  );

/**
 * The halves of transfers that the other ledgers of the gestión hold, by the same day. Other ledgers
 * are opened only where this one has a transfer with another area.
 */
export const transferHalves = async (
  library: Library,
  sight: Sight,
  cutOff: CutOff,
): Promise<readonly TransferHalf[]> => {
  const { book } = sight;
  const own = adjustmentsAt(book.register.history, book.entries, sight.cutOff);
  if (own.every(({ counterpart }) => counterpart === null)) return [];
  const year = book.register.opened?.value.fiscalYear;
  const halves: TransferHalf[] = [];
  for (const ledger of await library.ledgers()) {
    if (ledger === book.ledger) continue;
    const other = await library.openBook(ledger);
    if (other.register.opened?.value.fiscalYear !== year) continue;
    const at = cutOffIn(other, askedOf(cutOff, sight), sight);
    if (at !== null) halves.push(...halvesIn(other, at));
  }
  return halves;
};
