import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Failure } from '../../../src/catalogue/failure.ts';
import type { Finding } from '../../../src/catalogue/finding.ts';
import {
  type Form5bOptions,
  readForm5b,
  type ReadForm5b,
} from '../../../src/intake/form-5b/read-form-5b.ts';

export const sampleBytes = readFileSync(
  new URL('../../../samples/senavex-2020-12-form-5b.txt', import.meta.url),
);
export const sampleText = sampleBytes.toString('utf8');
export const sampleHash = createHash('sha256').update(sampleBytes).digest('hex');

type Money = readonly [string, string, string, string];

/** Lines 1 to 13 of a page; its rows begin on line 14. */
export const header = (changes: Readonly<Record<string, string>> = {}): string[] =>
  [
    'MINISTERIO DE PRUEBA',
    'PROGRAMACION DE OPERACIONES ANUAL',
    'SEGUIMIENTO A LA EJECUCION FINANCIERA - MES DE DICIEMBRE',
    '(FORMULARIO N.5.B)',
    'POA 2020 AJUSTADO JUNIO\t',
    'Area Organizacional\tSERVICIO DE PRUEBA',
    'Gestión del POA\t2020',
    'Fecha de Corte\t31/12/2020',
    'Código(*)\t41',
    'Sigla\tPRUEBA',
    'CODIGO (1)\tOPERACION (2)\tACTIVIDAD ESPECIFICA (3)\tPROGRAMADO\t\tINDICADOR\t\tGRUPO DE GASTO\tPRESUPUESTO\t\t\t\t% EJECUCIÓN (13)',
    '\t\t\tFECHA INICIO (4)\tFECHA FIN (5)\tDESCRIPCIÓN (7)\tEFICACIA ACUMULADA EN % (8)\t\tPROGRAMADO\t\tEJECUTADO\t\t',
    '\t\t\t\t\t\t\t\tT.G.N. (9)\tOTRAS FUENTES (10)\tT.G.N. (11)\tOTRAS FUENTES (12)\t',
  ].map((line) => changes[line.split('\t')[0] ?? ''] ?? line);

export const activity = (code: string, group: string, money: Money, percentage = ''): string =>
  [
    code,
    '',
    `ACTIVIDAD ${code}`,
    '02/01/20',
    '31/12/20',
    'INFORMES',
    '50.00',
    group,
    ...money,
    percentage,
  ].join('\t');

export const more = (group: string, money: Money, percentage = ''): string =>
  ['', '', '', '', '', '', '', group, ...money, percentage].join('\t');

export const total = (name: string, money: Money, percentage = ''): string =>
  [name, '', '', '', '', '', '', '', ...money, percentage].join('\t');

export const nothing: Money = ['0.00', '0.00', '0.00', '0.00'];

/** The first row stands on line 14. */
export const form = (rows: readonly string[], head: readonly string[] = header()): string =>
  [...head, ...rows].join('\n');

export const read = (text: string, options: Partial<Form5bOptions> = {}): ReadForm5b =>
  readForm5b(new TextEncoder().encode(text), { fileName: 'form.txt', sha256: 'hash', ...options });

/** Findings as "CODE line cell facts", so that a test states them whole. */
export const told = (findings: readonly Finding[]): unknown[] =>
  findings.map(({ code, facts, place }) => [code, place?.line, place?.cell, facts]);

export const refusal = (run: () => unknown): unknown => {
  try {
    run();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const { code, facts, place } = error as Failure;
    return { code, facts, place };
  }
  return 'no refusal';
};

/** A small form without any fault, from line 14 on. */
export const soundRows = [
  activity('01.01.01.', '20000', ['10.00', '0.00', '5.00', '0.00']),
  more('TOTAL', ['10.00', '0.00', '5.00', '0.00'], '50.00'),
  total('TOTAL GENERAL', ['10.00', '0.00', '5.00', '0.00'], '50.00'),
] as const;

/** @param lines other texts by their number in the file */
export const soundWith = (lines: Readonly<Record<number, string>>): string =>
  form(soundRows)
    .split('\n')
    .map((line, index) => lines[index + 1] ?? line)
    .join('\n');

export const refused = (text: string, options: Partial<Form5bOptions> = {}): unknown =>
  refusal(() => read(text, options));

export const place = (line: number, cell?: string): object => ({
  file: 'form.txt',
  line,
  ...(cell !== undefined && { cell }),
});

export const unreadable = (problem: string, line: number, cell?: string): object => ({
  code: 'FORM_ROW_UNREADABLE',
  facts: { problem },
  place: place(line, cell),
});
