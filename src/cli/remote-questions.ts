import type { Query } from '@nestjs/cqrs';
import { printReference } from '../catalogue/reference.ts';
import type { LedgerId } from '../catalogue/codes.ts';
import {
  CompareReferences,
  ListLateEntries,
  ReplayHistory,
  TraceOrigin,
} from '../bus/audit-messages.ts';
import {
  ListLedgers,
  ViewExecutionByActivity,
  ViewExecutionByGroup,
  ViewExecutionOverall,
  ViewForm5b,
} from '../bus/messages.ts';
import {
  ViewAdjustments,
  ViewExecutionStatement,
  ViewFindings,
  ViewSeries,
} from '../bus/oversight-messages.ts';
import type { ApiClient } from '../client/api-client.ts';
import { askedConsolidation } from './remote-consolidations.ts';
import type { CutOff } from '../../projections/cut-off.ts';

/** What came back: a body of the API, or what a refusal says. */
export interface Said {
  readonly data?: unknown;
  readonly error?: unknown;
}

export type Ask = (client: ApiClient) => Promise<Said>;

/** A question of the bus, and how it is asked over HTTP. */
type Row = (query: Query<unknown>) => Ask | undefined;

const row =
  <Question extends Query<unknown>>(
    Kind: new (...parts: never[]) => Question,
    ask: (client: ApiClient, query: Question) => Promise<Said>,
  ): Row =>
  (query) =>
    query instanceof Kind ? (client) => ask(client, query) : undefined;

type Defined<Values> = { [Name in keyof Values]?: Exclude<Values[Name], undefined> };

export const defined = <Values extends object>(values: Values): Defined<Values> =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Defined<Values>;

const at = <Asked extends object>(ledger: LedgerId, cutOff: CutOff, asked: Asked) => {
  const { effective, known } = cutOff;
  const sides = { cutoff: effective, known: known === undefined ? undefined : String(known) };
  return { params: { path: { ledger }, query: { ...defined(sides), ...asked } } };
};

/** What has no activity, group or source is `none` in a URL. */
const part = (value: string | null | undefined): string | undefined =>
  value === null ? 'none' : value;

const numbered = (value: string | number | undefined): string | undefined =>
  value === undefined ? undefined : String(value);

const views: readonly Row[] = [
  row(ListLedgers, (client) => client.GET('/api/v1/ledgers')),
  row(ViewExecutionByActivity, (client, { ledger, cutOff }) =>
    client.GET('/api/v1/ledgers/{ledger}/execution/by-activity', at(ledger, cutOff, {})),
  ),
  row(ViewExecutionByGroup, (client, { ledger, cutOff }) =>
    client.GET('/api/v1/ledgers/{ledger}/execution/by-group', at(ledger, cutOff, {})),
  ),
  row(ViewExecutionOverall, (client, { ledger, cutOff }) =>
    client.GET('/api/v1/ledgers/{ledger}/execution/overall', at(ledger, cutOff, {})),
  ),
  row(ViewForm5b, (client, { ledger, cutOff }) =>
    client.GET('/api/v1/ledgers/{ledger}/form-5b', at(ledger, cutOff, {})),
  ),
];

const audits: readonly Row[] = [
  row(CompareReferences, (client, { ledger, asked }) => {
    const { from, to, by, cutOff, isOnlyChanged } = asked;
    const pair = { from: printReference(from), to: printReference(to), by };
    const changed = isOnlyChanged === true ? { onlyChanged: 'true' as const } : {};
    return client.GET(
      '/api/v1/ledgers/{ledger}/compare',
      at(ledger, cutOff, { ...pair, ...changed }),
    );
  }),
  row(TraceOrigin, (client, { ledger, asked }) => {
    const { by, measure, cutOff } = asked;
    const cell = defined({
      ...{ by, activity: part(asked.activity) },
      ...{ group: part(asked.group), source: part(asked.source) },
    });
    return client.GET('/api/v1/ledgers/{ledger}/origin', at(ledger, cutOff, { ...cell, measure }));
  }),
  row(ReplayHistory, (client, { ledger, asked }) => {
    const { order, unit: step, cutOff } = asked;
    const from = numbered(asked.from);
    return client.GET(
      '/api/v1/ledgers/{ledger}/replay',
      at(ledger, cutOff, { order, step, ...defined({ from }) }),
    );
  }),
  row(ListLateEntries, (client, { ledger, asked }) => {
    const { afterReport, cutOff } = asked;
    const against = defined({ since: numbered(asked.since), afterReport });
    return client.GET('/api/v1/ledgers/{ledger}/late', at(ledger, cutOff, against));
  }),
];

const oversight: readonly Row[] = [
  row(ViewFindings, (client, { ledger, cutOff }) =>
    client.GET('/api/v1/ledgers/{ledger}/findings', at(ledger, cutOff, {})),
  ),
  row(ViewExecutionStatement, (client, { ledger, cutOff, asked: by }) =>
    client.GET('/api/v1/ledgers/{ledger}/execution-statement', at(ledger, cutOff, { by })),
  ),
  row(ViewSeries, (client, { ledger, cutOff, asked }) => {
    const scope = defined({ activity: part(asked.activity), group: part(asked.group) });
    return client.GET('/api/v1/ledgers/{ledger}/series', at(ledger, cutOff, scope));
  }),
  row(ViewAdjustments, (client, { ledger, cutOff }) =>
    client.GET('/api/v1/ledgers/{ledger}/adjustments', at(ledger, cutOff, {})),
  ),
];

const rows: readonly Row[] = [...views, ...audits, ...oversight, askedConsolidation];

/** The API takes no settings of the rules: who gives them needs the store. */
const isTooMuch = (query: Query<unknown>): boolean =>
  query instanceof ViewFindings && query.asked !== undefined;

/** How a question of the bus is asked over HTTP; undefined where the API has no answer to it. */
export const askedOf = (query: Query<unknown>): Ask | undefined => {
  if (isTooMuch(query)) return undefined;
  for (const each of rows) {
    const ask = each(query);
    if (ask !== undefined) return ask;
  }
  return undefined;
};
