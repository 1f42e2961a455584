import { Option, type Command as Program } from 'commander';
import type { CivilDate } from '../catalogue/civil-date.ts';
import { type BackingDocument, type Stage, stages } from '../catalogue/events.ts';
import { Failure } from '../catalogue/failure.ts';
import { day, document, lines as withLinesParser, wholeNumber } from './parse.ts';
import {
  define,
  formsSaid,
  type FormsGiven,
  given,
  type LinesGiven,
  withDay,
  withForms,
  withLines,
  withReason,
  withSignatures,
  type WriteCommand,
} from './write-command.ts';

interface StageGiven extends LinesGiven, FormsGiven {
  readonly document: BackingDocument;
  readonly follows?: BackingDocument;
  readonly also?: readonly Stage[];
}

const stageNamed = (text: string): Stage => {
  const stage = stages.find((each) => each === text.trim());
  if (stage !== undefined) return stage;
  const problem = `«${text}» no es una etapa: ${stages.join(', ')}`;
  throw new Failure('INVALID_COMMAND', { problem });
};

const alsoStages = (text: string): Stage[] => text.split(',').map(stageNamed);

const withDocument = (program: Program): Program =>
  withForms(withLines(withDay(program)))
    .requiredOption('--document <document>', 'CLASE:NÚMERO[:SECUENCIA], como C31:55:1', document)
    .option('--follows <document>', 'el documento al que sigue', document)
    .addOption(
      new Option(
        '--also <stages>',
        `otras etapas del mismo documento (${stages.join(',')})`,
      ).argParser(alsoStages),
    );

const stageCommand = (
  name: string,
  type: 'ReserveBudget' | 'CommitBudget' | 'ExecuteBudget' | 'PayBudget',
  description: string,
): WriteCommand =>
  define<StageGiven>({
    name,
    description,
    options: withDocument,
    command: (options) => ({
      type,
      effectiveOn: options.on,
      data: {
        ...given({
          document: options.document,
          follows: options.follows,
          also: options.also,
        }),
        lines: options.line,
        ...formsSaid(options),
      },
    }),
  });

/** The commands that record what is spent. */
export const executionCommands: readonly WriteCommand[] = [
  stageCommand('reserve', 'ReserveBudget', 'registra un preventivo'),
  stageCommand('commit', 'CommitBudget', 'registra un compromiso'),
  stageCommand('execute', 'ExecuteBudget', 'registra un devengado'),
  stageCommand('pay', 'PayBudget', 'registra un pago'),
  define<Partial<LinesGiven> & FormsGiven & { on: CivilDate; reason: string }>({
    name: 'reverse',
    description: 'revierte, entero o en parte, un registro de un documento',
    argument: ['<revision>', 'número del registro', wholeNumber],
    options: (program) =>
      withSignatures(withForms(withReason(withDay(program)))).option(
        '--line <line>',
        'ACTIVIDAD:OBJETO:FUENTE:MONTO; sin líneas, todo lo que queda',
        withLinesParser,
      ),
    command: (options, revision) => ({
      type: 'ReverseEntry',
      effectiveOn: options.on,
      data: {
        reverses: wholeNumber(revision),
        ...(options.line && { lines: options.line }),
        reason: options.reason,
        ...formsSaid(options),
      },
    }),
  }),
  define<Omit<LinesGiven, 'on'> & { corte: CivilDate; reason: string }>({
    name: 'correct',
    description: 'corrige lo ejecutado que un formulario declaró (líneas con signo)',
    options: (program) =>
      withReason(withLines(program)).requiredOption('--corte <date>', 'corte del formulario', day),
    command: ({ corte, line, reason }) => ({
      type: 'CorrectExecution',
      data: { corte, lines: line, reason },
    }),
  }),
];
