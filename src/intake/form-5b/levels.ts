import { add, type Centavos, type Percentage, percentage } from '../../catalogue/amount.ts';

/** programmed T.G.N., programmed others, executed T.G.N., executed others */
export type Levels = readonly [Centavos, Centavos, Centavos, Centavos];

export const noMoney: Levels = [0, 0, 0, 0];

export const addLevels = (one: Levels, other: Levels): Levels => [
  add(one[0], other[0]),
  add(one[1], other[1]),
  add(one[2], other[2]),
  add(one[3], other[3]),
];

export const sumOfLevels = (rows: Iterable<{ readonly levels: Levels }>): Levels => {
  let total = noMoney;
  for (const { levels } of rows) total = addLevels(total, levels);
  return total;
};

export const areEqual = (one: Levels, other: Levels): boolean =>
  one.every((level, index) => level === other[index]);

export const programmedOf = (levels: Levels): Centavos => add(levels[0], levels[1]);
export const executedOf = (levels: Levels): Centavos => add(levels[2], levels[3]);

/** Column 13 as the form prints it: 0.00 also where nothing is programmed. */
export const printedRateOf = (levels: Levels): Percentage =>
  percentage(executedOf(levels), programmedOf(levels)) ?? ('0.00' as Percentage);
