import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { MemoryStore } from '../../src/adapters/memory/memory-store.ts';
import { commandName } from '../../src/bus/command-name.ts';
import {
  ViewExecutionByActivity,
  ViewExecutionByGroup,
  ViewForm5b,
} from '../../src/bus/messages.ts';
import { civilDate } from '../../src/catalogue/civil-date.ts';
import { isFailure } from '../../src/catalogue/failure.ts';
import type { StoryLine } from '../../src/cli/year-story.ts';
import { posting } from '../support/posting.ts';
import { serviceHere } from '../support/served.ts';
import { type ToldYear, toldYear } from '../support/told-year.ts';

let year: ToldYear;
let service: Awaited<ReturnType<typeof serviceHere>>;

beforeAll(async () => {
  year = await toldYear();
  service = await serviceHere(new MemoryStore(), { requestsPerMinute: 0 });
});
afterAll(async () => {
  await service.close();
  await year.connection.close();
});

/** What is sent of a line: a new ledger is given its currency and its classifiers. */
const bodyOf = ({ command }: StoryLine): object => {
  if (command?.type === 'OpenLedger') {
    const { entity, area, fiscalYear, zone } = command.data;
    return { entity, area, fiscalYear, zone };
  }
  return {
    ...(command !== undefined && 'effectiveOn' in command && { effectiveOn: command.effectiveOn }),
    ...command?.data,
  };
};

const send = (line: StoryLine) => {
  const { folder, ledger } = year.story;
  const post = posting(service.ask, ledger);
  const { file, command } = line;
  return file === undefined
    ? post.command(commandName(command?.type ?? 'OpenLedger'), bodyOf(line))
    : post.file(readFileSync(join(folder, file)), {
        query: `?fileName=${basename(file)}`,
      });
};

it('a year that is sent line by line is the year that was told', async () => {
  for (const { line, outcome } of year.told) {
    const { json } = await send(line);
    const { say } = line;
    const expected = isFailure(outcome)
      ? { say, code: outcome.code }
      : { say, revision: outcome.revision, events: outcome.events };
    expect({ say, ...json }).toMatchObject(expected);
  }
  const { ledger } = year.story;
  const { queries } = year.connection;
  for (const effective of ['2021-06-30', '2021-09-30', '2021-12-31'].map(civilDate)) {
    const views = {
      'execution/by-activity': new ViewExecutionByActivity(ledger, { effective }),
      'execution/by-group': new ViewExecutionByGroup(ledger, { effective }),
      'form-5b': new ViewForm5b(ledger, { effective }),
    };
    for (const [path, view] of Object.entries(views)) {
      const said = await service.ask(`/api/v1/ledgers/${ledger}/${path}?cutoff=${effective}`);
      const told = await queries.execute(view as ViewExecutionByGroup);
      expect(said.json).toMatchObject(JSON.parse(JSON.stringify(told.view)) as object);
    }
  }
});
