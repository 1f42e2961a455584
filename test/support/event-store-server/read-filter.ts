import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';

import type { RecordedEvent } from './event-log.ts';

interface Expression {
  getRegex(): string;
  getPrefixList(): readonly string[];
}

const textTest = (expression: Expression | undefined): ((text: string) => boolean) => {
  const regex = expression?.getRegex() ?? '';
  const prefixes = expression?.getPrefixList() ?? [];
  if (regex === '') return (text) => prefixes.some((prefix) => text.startsWith(prefix));
  const pattern = new RegExp(regex);
  return (text) => pattern.test(text);
};

/** By the names of streams or by the types of events; without a filter all records pass. */
export const filterIn = (
  options: ReadReq.Options.FilterOptions | undefined,
): ((event: RecordedEvent) => boolean) => {
  if (options === undefined) return () => true;
  if (options.hasStreamIdentifier()) {
    const passes = textTest(options.getStreamIdentifier());
    return ({ stream }) => passes(stream);
  }
  const passes = textTest(options.getEventType());
  return ({ type }) => passes(type);
};

const pageSize = 32;

/** After how many records, passed or not, the server says how far it has looked. */
export const checkpointInterval = (options: ReadReq.Options.FilterOptions | undefined): number =>
  options === undefined
    ? Infinity
    : options.getCheckpointintervalmultiplier() * (options.hasMax() ? options.getMax() : pageSize);
