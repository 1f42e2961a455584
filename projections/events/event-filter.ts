import type { CivilDate } from '../../src/catalogue/civil-date.ts';
import type { Classifiers } from '../../src/catalogue/classifiers.ts';
import type { ActivityId, ObjectCode } from '../../src/catalogue/codes.ts';
import type { BackingDocument, EventType, LedgerRecord } from '../../src/catalogue/events.ts';
import type { Instant } from '../../src/catalogue/instant.ts';
import { cellsOf } from './record-cells.ts';
import { searchable, wordsOf } from './record-words.ts';

/** Which records are looked for; what is not said is not looked at. All of it holds together. */
export interface EventFilter {
  readonly types?: readonly EventType[];
  /** null: sin distribuir */
  readonly activity?: ActivityId | null;
  /** null: sin grupo; together with an activity both of one line */
  readonly group?: ObjectCode | null;
  readonly actor?: string;
  /** both days count */
  readonly effective?: { readonly from?: CivilDate; readonly to?: CivilDate };
  readonly recorded?: { readonly from?: Instant; readonly to?: Instant };
  /** the paper itself, what follows it, and reversals of what it backs */
  readonly document?: BackingDocument;
  /** in names, reasons and instruments; case and accents aside */
  readonly text?: string;
}

interface Range<Value> {
  readonly from?: Value;
  readonly to?: Value;
}

const isWithin = <Value extends string>(value: Value, { from, to }: Range<Value> = {}): boolean =>
  (from === undefined || value >= from) && (to === undefined || value <= to);

const isSame = (one: BackingDocument | null | undefined, other: BackingDocument): boolean =>
  one?.kind === other.kind && one.number === other.number && one.sequence === other.sequence;

/** Who recorded it, or signed it. */
const isBy =
  (person: string): Test =>
  ({ actor, signed }) =>
    actor === person || Object.values(signed ?? {}).includes(person);

type Test = (record: LedgerRecord) => boolean;

const isOfCell = ({ activity, group }: EventFilter, classifiers: Classifiers): Test => {
  if (activity === undefined && group === undefined) return () => true;
  return (record) =>
    cellsOf(record, classifiers).some(
      (cell) =>
        (activity === undefined || cell.activity === activity) &&
        (group === undefined || cell.group === group),
    );
};

/** A reversal names a record: those of the document are remembered as they come by. */
const isOfDocument = (document: BackingDocument): Test => {
  const backed = new Set<number>();
  return ({ revision, data }) => {
    if ('reverses' in data) return backed.has(data.reverses);
    if (!('document' in data)) return false;
    if (isSame(data.document, document)) {
      backed.add(revision);
      return true;
    }
    return isSame(data.follows, document);
  };
};

const says = (text: string): Test => {
  const wanted = searchable(text);
  return (record) => wordsOf(record).some((words) => searchable(words).includes(wanted));
};

/**
 * A test of records, to be given them in the order of recording; where a document is looked for,
 * from the first one on.
 */
export const eventTest = (filter: EventFilter, classifiers: Classifiers): Test => {
  const { types, actor, effective, recorded, document, text } = filter;
  const tests: Test[] = [
    ({ type }) => types?.includes(type) ?? true,
    ({ effectiveOn }) => isWithin(effectiveOn, effective),
    ({ recordedAt }) => isWithin(recordedAt, recorded),
    isOfCell(filter, classifiers),
    ...(actor === undefined ? [] : [isBy(actor)]),
    ...(text === undefined ? [] : [says(text)]),
  ];
  const ofDocument = document === undefined ? () => true : isOfDocument(document);
  return (record) => {
    const isOfIt = ofDocument(record);
    return isOfIt && tests.every((test) => test(record));
  };
};
