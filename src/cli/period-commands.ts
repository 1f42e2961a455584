import { Option } from 'commander';
import {
  type ControlLevel,
  controlLevels,
  type ControlMode,
  controlModes,
  type Instrument,
} from '../catalogue/events.ts';
import { controlSignatures, type ControlSignatures } from '../catalogue/signatures.ts';
import type { CivilDate } from '../catalogue/civil-date.ts';
import { Failure } from '../catalogue/failure.ts';
import { authorisation, day, instrument, wholeNumber } from './parse.ts';
import { define, given, withReason, withSignatures, type WriteCommand } from './write-command.ts';

interface Reopening {
  readonly from?: CivilDate;
  readonly authorisation: Instrument;
  readonly reason: string;
}

interface Controlled {
  readonly mode: ControlMode;
  readonly level: ControlLevel;
  readonly signatures?: ControlSignatures;
  readonly reason: string;
}

interface Issued {
  readonly report: string;
  readonly number: string;
  readonly effective: CivilDate;
  readonly revision: number;
  readonly sha256: string;
  readonly prepared: string;
  readonly reviewed: string;
  readonly approved: string;
}

/** The commands that close, open, control and issue. */
export const periodCommands: readonly WriteCommand[] = [
  define<{ through?: CivilDate; year?: true; reason: string }>({
    name: 'close',
    description: 'cierra el período hasta un día, o la gestión entera',
    options: (program) =>
      program
        .option('--through <date>', 'hasta qué día', day)
        .option('--year', 'cierra la gestión')
        .option('--reason <text>', 'por qué', 'fin de gestión'),
    command: ({ through, year, reason }) => {
      if ((through === undefined) === (year === undefined)) {
        throw new Failure('INVALID_COMMAND', {
          problem: 'use --through DÍA o --year, uno de los dos',
        });
      }
      return through === undefined
        ? { type: 'CloseLedger', data: { reason } }
        : { type: 'ClosePeriod', data: { through } };
    },
  }),
  define<Reopening>({
    name: 'reopen',
    description: 'reabre el período desde un día, o la gestión, con autorización',
    options: (program) =>
      withSignatures(withReason(program))
        .option('--from <date>', 'desde qué día; sin él, la gestión', day)
        .requiredOption('--authorisation <paper>', 'CLASE:NÚMERO:AAAA-MM-DD', instrument),
    command: ({ from, authorisation: paper, reason }) =>
      from === undefined
        ? { type: 'ReopenLedger', data: { authorisation: authorisation(paper, reason) } }
        : { type: 'ReopenPeriod', data: { from, authorisation: authorisation(paper, reason) } },
  }),
  define<Controlled>({
    name: 'control',
    description:
      'dice si el exceso de gasto se impide o se advierte, en qué nivel, y cuántos firman',
    options: (program) =>
      withSignatures(withReason(program))
        .addOption(
          new Option('--mode <mode>', 'block: se impide; warn: se advierte')
            .choices([...controlModes])
            .makeOptionMandatory(),
        )
        .addOption(
          new Option('--level <level>', 'cell: actividad, grupo y fuente; activity; ledger')
            .choices([...controlLevels])
            .makeOptionMandatory(),
        )
        .addOption(
          new Option('--signatures <number>', 'three: elaborado, revisado, aprobado').choices([
            ...controlSignatures,
          ]),
        ),
    command: ({ mode, level, signatures, reason }) => ({
      type: 'ChangeControl',
      data: given({ mode, level, signatures, reason }),
    }),
  }),
  define<Issued>({
    name: 'issue',
    description: 'registra un reporte emitido',
    options: (program) =>
      withSignatures(program)
        .requiredOption('--report <name>', 'qué reporte, como form-5b')
        .requiredOption('--number <number>', 'su número')
        .requiredOption('--effective <date>', 'su fecha de corte', day)
        .requiredOption('--revision <revision>', 'hasta qué registro', wholeNumber)
        .requiredOption('--sha256 <hash>', 'SHA-256 del archivo emitido')
        .requiredOption('--prepared <actor>', 'quién lo elaboró')
        .requiredOption('--reviewed <actor>', 'quién lo revisó')
        .requiredOption('--approved <actor>', 'quién lo aprobó'),
    command: ({ report, number, effective, revision, sha256, prepared, reviewed, approved }) => ({
      type: 'IssueReport',
      data: {
        report,
        number,
        cutOff: { effective, known: revision },
        sha256,
        prepared,
        reviewed,
        approved,
      },
    }),
  }),
];
