import type { CivilDate } from '../../catalogue/civil-date.ts';
import type { Classifiers } from '../../catalogue/classifiers.ts';
import type { LineAmounts } from '../../catalogue/budget-line.ts';
import type { ActivityId } from '../../catalogue/codes.ts';
import type {
  ActivityDescription,
  AdjustmentKind,
  ControlLevel,
  ControlMode,
  Instrument,
  LedgerEvents,
  PlanVersion,
  Stage,
} from '../../catalogue/events.ts';
import type { ControlSignatures } from '../../catalogue/signatures.ts';
import { defaultClassifiers } from '../../catalogue/classifiers.ts';
import type { Centavos } from '../../catalogue/amount.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import { ForkedMap } from '../kernel/forked-map.ts';
import type { CellKey } from './cell.ts';

/** What was said of an activity, in the order of recording. */
export interface ActivityHistory {
  readonly facts: readonly {
    readonly day: CivilDate;
    readonly changes: Partial<ActivityDescription>;
  }[];
  readonly withdrawnOn: CivilDate | null;
}

/** The stages of one chain of documents in one cell. */
export type StageTimelines = Readonly<Partial<Record<Stage, Timeline>>>;

/** A chain of documents: few cells, each with its stages. */
export type Chain = readonly { readonly cell: CellKey; readonly stages: StageTimelines }[];

/** An entry that can be reversed. */
export interface ReversibleEntry {
  readonly measure: Stage | 'original';
  readonly day: CivilDate;
  readonly chain: string;
  readonly lines: LineAmounts;
  /** line → what reversals took of it, null where there was none */
  readonly taken: ReadonlyMap<string, Centavos> | null;
}

/** A document: its chain and the entry of each of its stages. */
export interface DocumentHistory {
  readonly chain: string;
  readonly entries: Readonly<Partial<Record<Stage, number>>>;
}

export interface AdjustmentHistory {
  readonly name: string | null;
  readonly kind: AdjustmentKind;
  readonly instrument: Instrument | null;
  readonly counterpart: boolean;
  readonly netEffect: string | null;
  /** the sum of all its records, line by line */
  readonly changes: ReadonlyMap<string, Centavos>;
}

export interface StatedLevel {
  readonly programmed: Centavos;
  readonly executed: Centavos;
}

/** The levels that a form stated for its corte. */
export interface StatedFormLevels {
  readonly file: string;
  readonly revision: number;
  readonly version: PlanVersion;
  /** listed activities in printed order, each with its stated cells */
  readonly levels: ReadonlyMap<ActivityId, ReadonlyMap<CellKey, StatedLevel>>;
}

export interface Control {
  readonly mode: ControlMode;
  readonly level: ControlLevel;
  readonly signatures: ControlSignatures;
}

/** What forms put into the ledger, by what it says, its day and its cell. */
export interface StatedEntry {
  readonly measure: 'adjustments' | 'distributed' | 'executed';
  /** '' unless the measure is adjustments */
  readonly adjustment: string;
  readonly day: CivilDate;
  readonly cell: CellKey;
}

export const statedKey = ({ measure, adjustment, day, cell }: StatedEntry): string =>
  `${measure}#${adjustment}#${day}#${cell}`;

/** The scalars of a ledger; everything that grows stands in the maps of LedgerState. */
interface LedgerStanding {
  revision: number;
  opened: LedgerEvents['LedgerOpened'] | null;
  isClosed: boolean;
  isApproved: boolean;
  closedThrough: CivilDate | null;
  control: Control;
  /** all amounts ever recorded, signs aside: while their sum is exact every total is */
  moved: Centavos;
}

const emptyMaps = () => ({
  activities: new ForkedMap<ActivityId, ActivityHistory>(),
  original: new ForkedMap<CellKey, Timeline>(),
  current: new ForkedMap<CellKey, Timeline>(),
  executed: new ForkedMap<CellKey, Timeline>(),
  paid: new ForkedMap<CellKey, Timeline>(),
  /** vigente and used in the cells of the control's level */
  budget: new ForkedMap<CellKey, Timeline>(),
  used: new ForkedMap<CellKey, Timeline>(),
  /** chain of documents → its stages in every finest cell */
  chains: new ForkedMap<string, Chain>(),
  documents: new ForkedMap<string, DocumentHistory>(),
  entries: new ForkedMap<number, ReversibleEntry>(),
  adjustments: new ForkedMap<string, AdjustmentHistory>(),
  forms: new ForkedMap<CivilDate, StatedFormLevels>(),
  /** SHA-256 → the last record that came from the file */
  files: new ForkedMap<string, number>(),
  /** what forms contain of hand-made changes and of documents, dated by the first corte-day that can contain it */
  plannedByHand: new ForkedMap<CellKey, Timeline>(),
  executedByDocument: new ForkedMap<CellKey, Timeline>(),
  stated: new ForkedMap<string, StatedEntry & { readonly centavos: Centavos }>(),
  reports: new ForkedMap<string, number>(),
});

type LedgerMaps = ReturnType<typeof emptyMaps>;

/** All that decisions on a ledger need to know. */
export type LedgerState = LedgerStanding & LedgerMaps;

export const initialState = (): LedgerState => ({
  revision: -1,
  opened: null,
  isClosed: false,
  isApproved: false,
  closedThrough: null,
  control: { mode: 'block', level: 'cell', signatures: 'one' },
  moved: 0,
  ...emptyMaps(),
});

const mapNames = Object.keys(emptyMaps()) as (keyof LedgerMaps)[];

export const fork = (state: LedgerState): LedgerState => {
  const forks = mapNames.map((name) => [name, state[name].fork()]);
  return { ...state, ...(Object.fromEntries(forks) as LedgerMaps) };
};

/** The changes of a fork become part of the state that it was forked from. */
export const mergeInto = (state: LedgerState, forked: LedgerState): void => {
  const { revision, opened, isClosed, isApproved, closedThrough, control, moved } = forked;
  Object.assign(state, { revision, opened, isClosed, isApproved, closedThrough, control, moved });
  for (const name of mapNames) forked[name].merge();
};

/** The state as plain data and maps, for keeping it. */
export const saved = ({ ...state }: LedgerState): object => ({
  ...state,
  ...Object.fromEntries(
    mapNames.map((name) => [name, new Map(state[name].entries() as Iterable<[unknown, unknown]>)]),
  ),
});

/** The state that was saved. */
export const restored = (plain: object): LedgerState => {
  const state = Object.assign(initialState(), plain);
  for (const [name, map] of Object.entries(emptyMaps()) as [
    keyof LedgerMaps,
    ForkedMap<unknown, unknown>,
  ][]) {
    const entries = state[name] as unknown as Map<unknown, unknown>;
    for (const [key, value] of entries) map.set(key, value);
    Object.assign(state, { [name]: map });
  }
  return state;
};

export const classifiersOf = (state: LedgerState): Classifiers =>
  state.opened?.classifiers ?? defaultClassifiers;
