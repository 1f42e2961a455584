import type { LedgerId } from '../catalogue/codes.ts';
import { yearOf } from '../catalogue/civil-date.ts';
import { Failure } from '../catalogue/failure.ts';
import { dayOf, type Instant, instantAt } from '../catalogue/instant.ts';
import { isDay, type Known } from '../catalogue/known.ts';
import { dayIn, lastMonthDay, type MonthDay, monthDayOf } from '../catalogue/month-day.ts';
import type { Circumstances, PartKind } from '../../projections/consolidation/consolidation.ts';
import { type CutOff, endOf, isYoung } from '../../projections/cut-off.ts';
import type { Book } from './book.ts';
import type { Library } from './library.ts';
import type { Clock } from './ports/clock.ts';

/** Which ledgers are looked at together; where nothing is said, all of the store. */
export interface LedgerChoice {
  readonly ledgers?: readonly LedgerId[];
  readonly entity?: string;
  readonly year?: number;
  /** those that whoever asks may see; all of them where nothing is said */
  readonly within?: readonly LedgerId[];
}

export interface AskedConsolidation {
  readonly choice: LedgerChoice;
  /** of each gestión; today where a gestión of them runs, else its last day */
  readonly day?: MonthDay;
  readonly known?: Known;
  readonly by: PartKind;
}

interface Chosen extends Omit<Circumstances, 'by'> {
  /** those that have anything recorded by the instant, with their cut-offs */
  readonly chosen: readonly { readonly ledger: LedgerId; readonly cutOff: CutOff }[];
}

/** What a book that was opened never has. */
const nothing = {
  entity: { code: '', name: null },
  area: { sigla: '', name: null },
  fiscalYear: 0,
  currency: '',
  zone: 'UTC',
};

const openingOf = ({ register }: Book) => register.opened?.value ?? nothing;

/** Whose a ledger is, by its opening: its name says nothing. */
export const ownerOf = (book: Book) => {
  const { entity, area, fiscalYear } = openingOf(book);
  return { entity, area, fiscalYear };
};

const distinct = <Value>(values: readonly Value[]): Value[] => [...new Set(values)];

/** When anything was recorded of a ledger, first and last, as far as it was read. */
interface Read {
  readonly book: Book;
  readonly revision: number;
  readonly first: Instant;
  readonly last: Instant;
}

const readOf = (book: Book, now: Instant): Read => {
  const { moments } = book;
  const [first = now] = moments;
  return { book, revision: moments.length - 1, first, last: moments.at(-1) ?? first };
};

const latestOf = (moments: readonly Instant[]): Instant | undefined => [...moments].sort().at(-1);

const zoneOf = (read: readonly Read[]): string => {
  const zones = distinct(read.map(({ book }) => openingOf(book).zone));
  const [zone = 'UTC'] = zones;
  if (zones.length > 1) throw new Failure('ZONES_DIFFER', { zones });
  return zone;
};

/** The one instant as of which all are known: where none is asked for, that of the last record of any. */
const instantOf = (known: Known | undefined, read: readonly Read[], now: Instant): Instant => {
  const last = latestOf(read.map((each) => each.last)) ?? now;
  if (known === undefined) return last;
  if (typeof known === 'number') throw new Failure('REVISION_OF_ONE_LEDGER', { revision: known });
  const moment = isDay(known) ? endOf(known, { zone: zoneOf(read), now }) : known;
  if (moment > now) throw new Failure('KNOWN_IN_FUTURE', { known: moment, last });
  return moment;
};

/** Today where a gestión of them runs, else the last day of all. */
const usualDay = (read: readonly Read[], now: Instant): MonthDay => {
  const running = read.flatMap(({ book }) => {
    const { zone, fiscalYear } = openingOf(book);
    const today = dayOf(now, zone);
    return yearOf(today) === fiscalYear ? [monthDayOf(today)] : [];
  });
  return running[0] ?? lastMonthDay;
};

const assertOneCurrency = (read: readonly Read[]): void => {
  const currencies = distinct(read.map(({ book }) => openingOf(book).currency));
  if (currencies.length > 1) throw new Failure('CURRENCIES_DIFFER', { currencies });
};

/** Finds the ledgers of a consolidation, and at what cut-off each of them is seen. */
export class Choosing {
  readonly #library: Library;
  readonly #clock: Clock;

  constructor(library: Library, clock: Clock) {
    this.#library = library;
    this.#clock = clock;
  }

  /** @throws LEDGER_NOT_FOUND, NO_LEDGER_MATCHES, REVISION_OF_ONE_LEDGER, ZONES_DIFFER, CURRENCIES_DIFFER, KNOWN_IN_FUTURE, KNOWN_BEFORE_LEDGER */
  async of({ choice, day: asked, known }: AskedConsolidation): Promise<Chosen> {
    const books = await this.#books(choice);
    const now = instantAt(this.#clock.now());
    const read = books.map((book) => readOf(book, now));
    const instant = instantOf(known, read, now);
    const shown = read.filter(({ first }) => first <= instant);
    assertOneCurrency(shown);
    if (shown.length === 0) {
      const [first = ''] = read.map((each) => each.first).sort();
      throw new Failure('KNOWN_BEFORE_LEDGER', { known: instant, first });
    }
    const day = asked ?? usualDay(shown, now);
    return {
      day,
      known: { instant, ...(isYoung(instant, now) && { provisional: true as const }) },
      chosen: shown.map(({ book, revision }) => ({
        ledger: book.ledger,
        cutOff: {
          effective: dayIn(day, openingOf(book).fiscalYear),
          known: known === undefined ? revision : instant,
        },
      })),
      notKnown: read
        .filter((each) => !shown.includes(each))
        .map(({ book, first: firstRecordedAt }) => ({
          ledger: book.ledger,
          ...ownerOf(book),
          firstRecordedAt,
        })),
    };
  }

  async #books({ ledgers, entity, year, within }: LedgerChoice): Promise<readonly Book[]> {
    const all = await this.#library.ledgers();
    const known = all.filter((ledger) => within?.includes(ledger) ?? true);
    const hidden = ledgers?.find((ledger) => within?.includes(ledger) === false);
    if (hidden !== undefined) throw new Failure('LEDGER_NOT_FOUND', { name: hidden, known });
    const books: Book[] = [];
    for (const ledger of distinct(ledgers ?? known)) {
      books.push(await this.#library.openBook(ledger));
    }
    const found = books.filter((book) => {
      const owner = ownerOf(book);
      const isOfEntity = entity === undefined || owner.entity.code === entity;
      return isOfEntity && (year === undefined || owner.fiscalYear === year);
    });
    if (found.length === 0) throw new Failure('NO_LEDGER_MATCHES', { known });
    return found;
  }
}
