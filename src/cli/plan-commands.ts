import { Option } from 'commander';
import type { Amount } from '../catalogue/amount.ts';
import { defaultClassifiers } from '../catalogue/classifiers.ts';
import { adjustmentKinds, type Instrument } from '../catalogue/events.ts';
import { instrument, money, wholeNumber, zone } from './parse.ts';
import {
  define,
  formsSaid,
  type FormsGiven,
  given,
  type LinesGiven,
  withDay,
  withForms,
  withLines,
  withSignatures,
  type WriteCommand,
} from './write-command.ts';
import type { Command as Program } from 'commander';

const kinds = new Option('--kind <kind>', 'adicional, disminución, traspaso o reformulación')
  .choices([...adjustmentKinds])
  .makeOptionMandatory();

interface AdjustmentGiven extends LinesGiven {
  readonly name: string;
  readonly adjustment?: string;
  readonly kind: (typeof adjustmentKinds)[number];
  readonly instrument: Instrument;
  readonly counterpart?: string;
  readonly transferId?: string;
  readonly netEffect?: Amount;
}

const withKind = (program: Program): Program =>
  program
    .addOption(kinds)
    .option('--counterpart <area>', 'área contraparte de un traspaso fuera del libro')
    .option('--transfer-id <id>', 'identificación común de las dos mitades del traspaso')
    .option('--net-effect <amount>', 'efecto neto de una reformulación', money);

const counterpartOf = ({ counterpart: area, transferId }: AdjustmentGiven) =>
  area === undefined ? {} : { counterpart: { area, transferId: transferId ?? area } };

const adjusting = (options: AdjustmentGiven) => ({
  ...given({ kind: options.kind, instrument: options.instrument, netEffect: options.netEffect }),
  ...counterpartOf(options),
});

interface Opened {
  readonly entity: string;
  readonly entityName?: string;
  readonly sigla: string;
  readonly areaName?: string;
  readonly year: number;
  readonly zone: string;
}

/** The commands that keep the plan. */
export const planCommands: readonly WriteCommand[] = [
  define<Opened>({
    name: 'open',
    description: 'abre un libro: un área en una gestión',
    options: (program) =>
      program
        .requiredOption('--entity <code>', 'código de la entidad, como 41')
        .option('--entity-name <text>', 'nombre de la entidad')
        .requiredOption('--sigla <sigla>', 'sigla del área, como SENAVEX')
        .option('--area-name <text>', 'nombre del área')
        .requiredOption('--year <year>', 'gestión', wholeNumber)
        .option('--zone <zone>', 'huso horario', zone, 'America/La_Paz'),
    command: ({ entity, entityName, sigla, areaName, year, zone }) => ({
      type: 'OpenLedger',
      data: {
        entity: { code: entity, name: entityName ?? null },
        area: { sigla, name: areaName ?? null },
        fiscalYear: year,
        currency: 'BOB',
        zone,
        classifiers: defaultClassifiers,
      },
    }),
  }),
  define<LinesGiven>({
    name: 'program',
    description: 'programa líneas del POA original',
    options: (program) => withLines(withDay(program)),
    command: ({ on, line }) => ({ type: 'ProgramBudget', effectiveOn: on, data: { lines: line } }),
  }),
  define<{ instrument: Instrument }>({
    name: 'approve',
    description: 'aprueba el POA original bajo un instrumento',
    options: (program) =>
      program.requiredOption('--instrument <instrument>', 'CLASE:NÚMERO:AAAA-MM-DD', instrument),
    command: (options) => ({ type: 'ApprovePlan', data: { instrument: options.instrument } }),
  }),
  define<LinesGiven & FormsGiven>({
    name: 'distribute',
    description: 'distribuye lo que está sin actividad o sin grupo (suma cero por fuente)',
    options: (program) => withForms(withLines(withDay(program))),
    command: (options) => ({
      type: 'DistributeBudget',
      effectiveOn: options.on,
      data: { lines: options.line, ...formsSaid(options) },
    }),
  }),
  define<AdjustmentGiven & FormsGiven>({
    name: 'adjust',
    description: 'modifica el presupuesto bajo un instrumento',
    options: (program) =>
      withSignatures(withForms(withKind(withLines(withDay(program)))))
        .requiredOption('--name <name>', 'como «AJUSTADO JUNIO»')
        .option('--adjustment <id>', 'identificación; por defecto, la del nombre')
        .requiredOption('--instrument <instrument>', 'CLASE:NÚMERO:AAAA-MM-DD', instrument),
    command: (options) => ({
      type: 'AdjustBudget',
      effectiveOn: options.on,
      data: {
        ...given({ name: options.name, adjustment: options.adjustment }),
        ...adjusting(options),
        lines: options.line,
        ...formsSaid(options),
      },
    }),
  }),
  define<AdjustmentGiven>({
    name: 'document',
    description: 'da clase e instrumento a una modificación que un formulario declaró',
    argument: ['<adjustment>', 'identificación, como AJUSTADO-JUNIO', String],
    options: (program) =>
      withSignatures(withKind(program)).requiredOption(
        '--instrument <instrument>',
        'CLASE:NÚMERO:AAAA-MM-DD',
        instrument,
      ),
    command: (options, adjustment) => ({
      type: 'DocumentAdjustment',
      data: { adjustment, ...adjusting(options), instrument: options.instrument },
    }),
  }),
];
