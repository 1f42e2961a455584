import type { Command, Query } from '@nestjs/cqrs';
import type { ImportFlags } from '../catalogue/import-flags.ts';
import { commandName } from '../bus/command-name.ts';
import { type GivenFile, PreviewFile, TakeFile } from '../bus/file-messages.ts';
import {
  ChangeLedger,
  type CommandRequest,
  type LedgerCommand,
  PreviewChange,
} from '../bus/messages.ts';
import type { paths } from '../client/api.ts';
import { type Ask, defined, type Said } from './remote-questions.ts';

type CommandPath = Extract<keyof paths, `${string}/commands/${string}`>;

const whole = ({ ledger, commandId }: CommandRequest) => ({
  path: { ledger },
  header: { 'idempotency-key': commandId },
});

/** Each path takes a body of its own: which one it is, is known when it is sent. */
interface Posting {
  readonly POST: (
    path: CommandPath,
    asked: { params: ReturnType<typeof whole> & { query: object }; body: object },
  ) => Promise<Said>;
}

/** A new ledger has the currency and the classifiers that the server gives it. */
const dataOf = (command: LedgerCommand): object => {
  if (command.type !== 'OpenLedger') return command.data;
  const { entity, area, fiscalYear, zone } = command.data;
  return { entity, area, fiscalYear, zone };
};

const bodyOf = (command: LedgerCommand): object => ({
  ...('effectiveOn' in command && { effectiveOn: command.effectiveOn }),
  ...dataOf(command),
});

const change =
  (request: CommandRequest, isDryRun: boolean): Ask =>
  (client) => {
    const { command } = request;
    const path = `/api/v1/ledgers/{ledger}/commands/${commandName(command.type)}` as CommandPath;
    const query = isDryRun ? { dryRun: 'true' } : {};
    const params = { ...whole(request), query };
    return (client as unknown as Posting).POST(path, { params, body: bodyOf(command) });
  };

const said = (flag: boolean | undefined) => (flag === true ? ('true' as const) : undefined);

const flagsAsked = (flags: ImportFlags) => {
  const { adjustedOn, effectiveOn, assumeSource, decimal, approve } = flags;
  return {
    ...{ adjustedOn, effectiveOn, assumeSource, decimal },
    acceptDifferences: said(flags.acceptDifferences),
    again: said(flags.again),
    approve: approve && `${approve.kind}:${approve.number}:${approve.date}`,
  };
};

const taking =
  (request: CommandRequest, { name, bytes, flags }: GivenFile, isDryRun: boolean): Ask =>
  (client) =>
    client.POST('/api/v1/ledgers/{ledger}/imports', {
      params: {
        ...whole(request),
        query: { fileName: name, ...defined({ dryRun: said(isDryRun), ...flagsAsked(flags) }) },
      },
      headers: { 'content-type': 'application/octet-stream' },
      // bytes have no type of their own in a description
      body: bytes as unknown as string,
      bodySerializer: (body) => body,
    });

/** How an order, or what it would do, is asked over HTTP; undefined for whatever else there is. */
export const orderedBy = (message: Command<unknown> | Query<unknown>): Ask | undefined => {
  if (message instanceof ChangeLedger) return change(message.request, false);
  if (message instanceof PreviewChange) return change(message.request, true);
  if (message instanceof TakeFile) return taking(message.request, message.file, false);
  if (message instanceof PreviewFile) return taking(message.request, message.file, true);
  return undefined;
};
