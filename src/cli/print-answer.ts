import { printFinding, severityOf, type Finding } from '../catalogue/finding.ts';
import type { Draft } from '../catalogue/events.ts';
import type { CommandAnswer, CommandPreview } from '../bus/messages.ts';
import { textTable } from '../reports/text-table.ts';
import type { Context } from './context.ts';
import { eventWords, summaryOf } from './event-words.ts';

const marks = { notice: '·', warning: '!' } as const;

export const printFindings = (context: Context, findings: readonly Finding[]): void => {
  for (const each of findings) context.write(`  ${marks[severityOf(each)]} ${printFinding(each)}`);
};

export const findingsAsJson = (findings: readonly Finding[]) =>
  findings.map((each) => ({ ...each, severity: severityOf(each), text: printFinding(each) }));

export const printAnswer = (
  context: Context,
  answer: CommandAnswer,
  reading: readonly object[],
): void => {
  if (context.isJson) {
    context.writeJson({ ...answer, findings: [...reading, ...findingsAsJson(answer.findings)] });
    return;
  }
  const { ledger, events, revision, isRepeat } = answer;
  if (isRepeat)
    context.write(`${ledger}: esta orden ya estaba registrada (registro ${String(revision)})`);
  else if (events === 0) context.write(`${ledger}: no se escribió nada`);
  else context.write(`${ledger}: ${String(events)} registros, hasta el ${String(revision)}`);
  printFindings(context, answer.findings);
};

const rowOf = (draft: Draft): string[] => [
  draft.effectiveOn ?? 'hoy',
  eventWords[draft.type],
  summaryOf(draft),
];

export const printPreview = (
  context: Context,
  { ledger, events, findings }: CommandPreview,
  reading: readonly object[],
): void => {
  if (context.isJson) {
    context.writeJson({
      ledger,
      dryRun: true,
      events,
      findings: [...reading, ...findingsAsJson(findings)],
    });
    return;
  }
  context.write(
    `${ledger}: se escribirían ${String(events.length)} registros (no se escribió nada)`,
  );
  context.write(
    textTable(['fecha de efecto', 'registro', 'contenido'], events.map(rowOf), {
      widths: [null, null, 90],
    }),
  );
  printFindings(context, findings);
};
