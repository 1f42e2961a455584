/** The thirteen columns of a printed row of the form. */
const formColumns = [
  ...['code', 'operation', 'name', 'start', 'end', 'indicator', 'accumulated', 'group'],
  ...['programmed TGN', 'programmed OTRAS', 'executed TGN', 'executed OTRAS', 'rate'],
] as const;

/** The rows of an activity, or of a total, one for each group and one for the total. */
export interface PrintedActivity {
  readonly code: string;
  readonly rows: readonly (readonly string[])[];
}

const width = formColumns.length;
const groupColumn = 7;
const joinedColumns = [groupColumn, 8, 9, 10, 11];
const rateColumn = 12;
const isNamed = (cell: string): boolean =>
  /^(\d\d\.\d\d\.\d\d\.|TOTAL (PARCIAL|GENERAL))$/.test(cell);
const isGroup = (cells: readonly string[]): boolean =>
  cells[0] === '' && /^(\d{5}|TOTAL)$/.test(cells[groupColumn] ?? '');

/** One physical line may join the values of several rows with blanks; its percentage is that of the last. */
const unjoined = (cells: readonly string[]): string[][] => {
  const last = (cells[groupColumn] ?? '').split(' ').length - 1;
  const cellOf = (cell: string, column: number, row: number): string => {
    if (joinedColumns.includes(column)) return cell.split(' ')[row] ?? 'ragged';
    return row === (column === rateColumn ? last : 0) ? cell : '';
  };
  return Array.from({ length: last + 1 }, (_, row) =>
    cells.map((cell, column) => cellOf(cell, column, row)),
  );
};

/** Reads the body of a form's tab-separated text, both encodings of several groups made one. */
export const formRowsOf = (text: string): PrintedActivity[] => {
  const activities: { code: string; rows: string[][] }[] = [];
  const lines = text.split('\n').map((line) => line.split('\t'));
  for (const cells of lines.filter(({ length }) => length === width)) {
    const [code = ''] = cells;
    if (isNamed(code)) activities.push({ code, rows: unjoined(cells) });
    else if (isGroup(cells)) activities.at(-1)?.rows.push(cells);
  }
  return activities;
};

/** The first lines of the text, up to the column heads, without blank cells at their ends. */
export const formHeadingOf = (text: string): string[] => {
  const lines = text.split('\n').map((line) => line.trimEnd());
  return lines
    .slice(
      0,
      lines.findIndex((line) => line.startsWith('CODIGO')),
    )
    .filter(Boolean);
};

/** Every cell in which two forms differ, as "code row column: one → other". */
export const differingCells = (
  one: readonly PrintedActivity[],
  other: readonly PrintedActivity[],
): string[] => {
  const cellsOf = (activities: readonly PrintedActivity[]): Map<string, string> =>
    new Map(
      activities.flatMap(({ code, rows }, place) =>
        rows.flatMap((cells, row) =>
          cells.map((cell, column) => [
            `${place + 1} ${code} row ${row + 1} ${formColumns[column] ?? ''}`,
            cell,
          ]),
        ),
      ),
    );
  const ones = cellsOf(one);
  const others = cellsOf(other);
  const places = new Set([...ones.keys(), ...others.keys()]);
  return [...places]
    .filter((place) => ones.get(place) !== others.get(place))
    .map((place) => `${place}: ${ones.get(place) ?? 'none'} → ${others.get(place) ?? 'none'}`);
};
