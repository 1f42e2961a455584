import Table from 'cli-table3';

interface Layout {
  /** indexes of the columns that are aligned to the right */
  readonly right?: readonly number[];
  /** the widest that a column may be before it wraps; null as wide as it needs */
  readonly widths?: readonly (number | null)[];
}

const plain = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '  ',
};

/** A table for people: plain text without colour, one rule under its head. */
export const textTable = (
  head: readonly string[],
  rows: readonly (readonly string[])[],
  { right = [], widths = [] }: Layout = {},
): string => {
  const table = new Table({
    chars: plain,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    wordWrap: true,
    colWidths: head.map((_, index) => widths[index] ?? null),
    colAligns: head.map((_, index) => (right.includes(index) ? 'right' : 'left')),
  });
  table.push([...head], ...rows.map((row) => [...row]));
  const lines = table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd());
  const headHeight = Math.max(...head.map((cell) => cell.split('\n').length));
  const width = Math.max(...lines.map((line) => line.length));
  return lines.toSpliced(headHeight, 0, '─'.repeat(width)).join('\n');
};
