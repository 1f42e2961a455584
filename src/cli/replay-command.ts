import { type Command as Program, Option } from 'commander';
import {
  ReplayHistory,
  replayOrders,
  replaySteps,
  type ReplayView,
} from '../bus/audit-messages.ts';
import type { Answer } from '../bus/messages.ts';
import { viewAsJson } from '../bus/view-as-json.ts';
import type { ReplayOrder, ReplayUnit } from '../../projections/replay/replay.ts';
import type { Connection, Surroundings } from './connection.ts';
import type { Context } from './context.ts';
import type { Keyboard } from './keyboard.ts';
import { wholeNumber } from './parse.ts';
import { stepText, totalText } from './print-replay.ts';
import { printCutOff } from './print-view.ts';
import { runRead } from './run-read.ts';
import { type Effect, Stepper } from './stepper.ts';

interface ReplayOptions {
  readonly order: ReplayOrder;
  readonly step: ReplayUnit;
  readonly from?: number;
  /** --no-keys */
  readonly keys: boolean;
}

const help = 'espacio o n: siguiente · p: anterior · g: ir a un registro · q: salir';

const perform = (context: Context, answer: Answer<ReplayView>, effect: Effect): boolean => {
  if (effect.does === 'show') {
    context.write(`\n${stepText(answer.view, effect.place, answer.zone)}`);
  }
  if (effect.does === 'say') context.write(`\n${effect.text}`);
  if (effect.does === 'echo') context.surroundings.write(effect.text);
  return effect.does !== 'leave';
};

/** Step by step, as somebody at the keyboard asks. */
const goThrough = async (
  context: Context,
  answer: Answer<ReplayView>,
  keyboard: Keyboard,
): Promise<void> => {
  const { view, zone } = answer;
  const revisions = view.steps.map(({ records }) => records.map(({ revision }) => revision));
  const stepper = new Stepper(revisions);
  context.write(`\n${stepText(view, 0, zone)}\n${help}`);
  await keyboard.eachKey((key) => perform(context, answer, stepper.press(key)));
};

const print = (context: Context, answer: Answer<ReplayView>): void => {
  const { view, zone } = answer;
  for (const place of view.steps.keys()) context.write(`\n${stepText(view, place, zone)}`);
};

const show = async (
  context: Context,
  connection: Connection,
  { order, step: unit, from, keys }: ReplayOptions,
): Promise<void> => {
  const ledger = await context.ledger(connection);
  const asked = { order, unit, ...(from !== undefined && { from }), cutOff: context.cutOff };
  const answer = await connection.queries.execute(new ReplayHistory(ledger, asked));
  if (context.isJson) {
    context.writeJson(viewAsJson(answer, answer.view));
    return;
  }
  context.write(printCutOff(answer));
  context.write(`Antes: ${totalText(answer.view.opening)}`);
  const { keyboard } = context.surroundings;
  if (keys && keyboard !== undefined) await goThrough(context, answer, keyboard);
  else print(context, answer);
};

export const addReplayCommand = (program: Program, surroundings: Surroundings): void => {
  program
    .command('replay')
    .description('recorre la historia paso a paso hasta una fecha de corte')
    .addOption(
      new Option('--order <order>', 'recorded: como se registró; effective: como ocurrió')
        .choices(replayOrders)
        .default('recorded'),
    )
    .addOption(
      new Option('--step <unit>', 'por registro, por día o por mes')
        .choices(replaySteps)
        .default('event'),
    )
    .option('--from <revision>', 'el registro por el que se comienza', wholeNumber)
    .option('--no-keys', 'todo de una vez, también en una terminal')
    .action((options: ReplayOptions, command: Program) =>
      runRead(command, surroundings, (context, connection) => show(context, connection, options)),
    );
};
