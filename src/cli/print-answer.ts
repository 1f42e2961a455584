import { printFinding, severityOf, type Finding } from '../catalogue/finding.ts';
import type { Draft } from '../catalogue/events.ts';
import { type FindingSaid, previewedAsJson, writtenAsJson } from '../bus/change-as-json.ts';
import type { CommandAnswer, CommandPreview } from '../bus/messages.ts';
import { textTable } from '../reports/text-table.ts';
import type { Output } from './output.ts';
import { eventWords, summaryOf } from './event-words.ts';

const marks = { notice: '·', warning: '!' } as const;

export const printFindings = (output: Output, findings: readonly Finding[]): void => {
  for (const each of findings) output.write(`  ${marks[severityOf(each)]} ${printFinding(each)}`);
};

export const printAnswer = (
  output: Output,
  answer: CommandAnswer,
  reading: readonly FindingSaid[],
): void => {
  if (output.isJson) {
    output.writeJson(writtenAsJson(answer, reading));
    return;
  }
  const { ledger, events, revision, isRepeat } = answer;
  if (isRepeat)
    output.write(`${ledger}: esta orden ya estaba registrada (registro ${String(revision)})`);
  else if (events === 0) output.write(`${ledger}: no se escribió nada`);
  else output.write(`${ledger}: ${String(events)} registros, hasta el ${String(revision)}`);
  printFindings(output, answer.findings);
};

const rowOf = (draft: Draft): string[] => [
  draft.effectiveOn ?? 'hoy',
  eventWords[draft.type],
  summaryOf(draft),
];

export const printPreview = (
  output: Output,
  preview: CommandPreview,
  reading: readonly FindingSaid[],
): void => {
  if (output.isJson) {
    output.writeJson(previewedAsJson(preview, reading));
    return;
  }
  const { ledger, events, findings } = preview;
  output.write(
    `${ledger}: se escribirían ${String(events.length)} registros (no se escribió nada)`,
  );
  output.write(
    textTable(['fecha de efecto', 'registro', 'contenido'], events.map(rowOf), {
      widths: [null, null, 90],
    }),
  );
  printFindings(output, findings);
};
