import { eventTypeFilter } from '@eventstore/db-client';

import type { Standing } from '../../application/ports/upkeep.ts';
import { type Finding, finding } from '../../catalogue/finding.ts';
import type { AppendLimit } from './append-limit.ts';
import type { Connection } from './connection.ts';
import { isObject, type ServerEvent } from './read-events.ts';
import { actualRevisionIn, isAccessDenied } from './server-error.ts';
import { hidingIn } from './stream-damage.ts';
import { subjectOf, traces } from './stream-list.ts';
import { isOurs } from './stream-name.ts';
import { scan } from './subscribed.ts';

/** What somebody else said of one of our streams, by its name. */
export interface Trace {
  readonly name: string;
  readonly isDeleted: boolean;
  /** how it hides records, now or later: null where it does not */
  readonly hiding: string | null;
  readonly hasOwnRights: boolean;
}

const traceOf = ({ streamId, type, data }: ServerEvent): Trace => {
  const metadata = isObject(data) ? data : {};
  return {
    name: subjectOf(streamId),
    isDeleted: type === '$streamDeleted',
    hiding: hidingIn(metadata),
    hasOwnRights: metadata.$acl !== undefined,
  };
};

/** The last that was said of each of our streams: of most of them nothing is. */
export const tracesIn = async (connection: Connection): Promise<readonly Trace[]> => {
  const found = new Map<string, Trace>();
  const filter = eventTypeFilter({ regex: `^(?:${traces})` });
  await scan(connection, { after: null, filter }, (event) => {
    const trace = traceOf(event);
    const isGone = found.get(trace.name)?.isDeleted === true;
    if (isOurs(trace.name) && !isGone) found.set(trace.name, trace);
  });
  return [...found.values()];
};

/** A revision that no stream has, of a stream that does not exist: what is asked there is never done. */
const impossible = BigInt(Number.MAX_SAFE_INTEGER);
const probeStream = 'rightsProbe-poa';

type Right = 'held' | 'denied' | 'not known';

const rightOf = async (attempt: Promise<unknown>): Promise<Right> => {
  try {
    await attempt;
    return 'held';
  } catch (error) {
    if (isAccessDenied(error)) return 'denied';
    return actualRevisionIn(error) === undefined ? 'not known' : 'held';
  }
};

/**
 * What the account may do that nobody should. It is asked and not read: the account of an
 * application may not read the server's rules.
 */
const rightsFindings = async ({
  client,
  writing,
  address,
}: Connection): Promise<readonly Finding[]> => {
  const account = address.credentials?.username ?? '';
  const asking = { expectedRevision: impossible, ...writing };
  const [deleting, hiding] = await Promise.all([
    rightOf(client.deleteStream(probeStream, asking)),
    rightOf(client.setStreamMetadata(probeStream, {}, asking)),
  ]);
  return [
    ...(deleting === 'held' ? [finding('ACCOUNT_MAY_DELETE', { account })] : []),
    ...(hiding === 'held' ? [finding('ACCOUNT_MAY_TRUNCATE', { account })] : []),
    ...([deleting, hiding].includes('not known') ? [finding('RIGHTS_NOT_KNOWN', { account })] : []),
  ];
};

const findingsOf = ({ name, isDeleted, hiding, hasOwnRights }: Trace): readonly Finding[] => [
  ...(isDeleted ? [finding('STREAM_DELETED', { stream: name })] : []),
  ...(hiding === null ? [] : [finding('STREAM_TRUNCATES', { stream: name, settings: hiding })]),
  ...(hasOwnRights ? [finding('STREAM_HAS_OWN_RIGHTS', { stream: name })] : []),
];

/** A form of a whole body, in bytes: the most that is taken in at once. */
const appendSizeWanted = 16_000_000;

export interface StandingParts {
  readonly connection: Connection;
  readonly limit: AppendLimit;
  readonly version: string;
}

/** What the server is, and what is odd about it. */
export const standingOf = async ({
  connection,
  limit,
  version,
}: StandingParts): Promise<Standing> => {
  const { address } = connection;
  const appendSizeMax = await limit.max();
  const rights = address.isSecure
    ? await rightsFindings(connection)
    : [finding('STORE_INSECURE', { store: address.shown })];
  const isSmall = appendSizeMax < appendSizeWanted;
  return {
    kind: 'eventstoredb',
    version,
    account: address.credentials?.username ?? null,
    appendSizeMax,
    findings: [
      ...rights,
      ...(await tracesIn(connection)).flatMap(findingsOf),
      ...(isSmall
        ? [finding('APPEND_SIZE_SMALL', { limit: appendSizeMax, wanted: appendSizeWanted })]
        : []),
    ],
  };
};
