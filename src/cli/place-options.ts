import type { Command as Program } from 'commander';
import { placed } from '../catalogue/failure.ts';

interface Read {
  parseArg?: ((value: string, previous: never) => unknown) | undefined;
}

const place = (read: Read, option: string): void => {
  const { parseArg } = read;
  if (parseArg === undefined) return;
  read.parseArg = (value, previous) => placed({ option }, () => parseArg(value, previous));
};

/** Whatever refuses the value of an option or of an argument says which one it was. */
export const placeOptions = (program: Program): void => {
  for (const option of program.options) place(option, option.long ?? option.flags);
  for (const argument of program.registeredArguments) place(argument, `<${argument.name()}>`);
  for (const command of program.commands) placeOptions(command);
};
