import { fileURLToPath } from 'node:url';
import { Logger } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { NestFactory } from '@nestjs/core';
import { MemoryStore } from '../../src/adapters/memory/memory-store.ts';
import { systemClock } from '../../src/adapters/clock/system-clock.ts';
import { AppModule } from '../../src/app.module.ts';
import { isFailure } from '../../src/catalogue/failure.ts';
import type { Connection } from '../../src/cli/connection.ts';
import {
  readStory,
  type Story,
  StoryClock,
  type Telling,
  tellLine,
  type ToldLine,
} from '../../src/cli/year-story.ts';
import { PlainYear } from './plain-year.ts';

Logger.overrideLogger(['error', 'warn']);

const path = fileURLToPath(new URL('../../samples/year.jsonl', import.meta.url));

export interface ToldYear {
  readonly story: Story;
  readonly connection: Connection;
  readonly told: readonly ToldLine[];
  readonly plain: PlainYear;
  /** tells every line once more */
  readonly again: () => Promise<readonly ToldLine[]>;
}

const tellAll = async (telling: Telling): Promise<ToldLine[]> => {
  const told: ToldLine[] = [];
  for (const index of telling.story.lines.keys()) told.push(await tellLine(telling, index));
  return told;
};

const plainOf = ({ folder }: Story, told: readonly ToldLine[]): PlainYear =>
  new PlainYear(
    folder,
    told.flatMap(({ line, outcome }) =>
      isFailure(outcome) ? [] : [{ line, first: outcome.revision - outcome.events + 1 }],
    ),
  );

/** The story of the year, told whole to a store in memory. */
export const toldYear = async (): Promise<ToldYear> => {
  const story = await readStory(path);
  const clock = new StoryClock();
  const parts = { store: new MemoryStore(), clock: { ...systemClock, now: clock.now } };
  const app = await NestFactory.createApplicationContext(AppModule.over(parts));
  const connection = {
    commands: app.get(CommandBus),
    queries: app.get(QueryBus),
    close: () => app.close(),
  };
  const telling = { story, connection, clock };
  const told = await tellAll(telling);
  return { story, connection, told, plain: plainOf(story, told), again: () => tellAll(telling) };
};
