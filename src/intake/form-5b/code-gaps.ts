import { finding, type Finding } from '../../catalogue/finding.ts';
import { columns } from './columns.ts';
import { type FormLine, placeOf } from './form-line.ts';

interface Numbered {
  readonly number: number;
  readonly text: string;
  readonly line: FormLine;
}

/** The numbers from 1 that an operation's activities skip; a run of them is one finding. */
export const codeGaps = (
  activities: readonly { readonly activity: { readonly code: string }; readonly line: FormLine }[],
): Finding[] => {
  const operations = new Map<string, Numbered[]>();
  for (const { activity, line } of activities) {
    const [operation, text] = splitCode(activity.code);
    const numbered = operations.get(operation) ?? [];
    numbered.push({ number: Number(text), text, line });
    operations.set(operation, numbered);
  }
  return [...operations].flatMap(([operation, numbered]) => gapsOf(operation, numbered));
};

const splitCode = (code: string): [string, string] => {
  const dot = code.lastIndexOf('.');
  return [code.slice(0, dot), code.slice(dot + 1)];
};

const gapsOf = (operation: string, numbered: readonly Numbered[]): Finding[] => {
  const sorted = numbered.toSorted((one, other) => one.number - other.number);
  return sorted.flatMap(({ number, text, line }, index) => {
    const first = (sorted[index - 1]?.number ?? 0) + 1;
    const last = number - 1;
    if (first > last) return [];
    const code = (missing: number): string =>
      `${operation}.${String(missing).padStart(text.length, '0')}`;
    const missing = first === last ? code(first) : `${code(first)} a ${code(last)}`;
    return [finding('CODE_GAP', { missing }, placeOf(line, columns.code))];
  });
};
