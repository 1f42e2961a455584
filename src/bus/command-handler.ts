import { Inject, type Type } from '@nestjs/common';
import { CommandHandler, type ICommand } from '@nestjs/cqrs';

/** The handler of a command: one of the use cases carries it out. */
export const commandHandler = <Asked extends ICommand, UseCases extends object>(
  command: Type<Asked>,
  useCases: Type<UseCases>,
  carryOut: (useCases: UseCases, asked: Asked) => unknown,
): Type => {
  @CommandHandler(command)
  class Handler {
    constructor(@Inject(useCases) private readonly useCases: UseCases) {}

    execute(asked: Asked) {
      return carryOut(this.useCases, asked);
    }
  }
  Object.defineProperty(Handler, 'name', { value: `${command.name}Handler` });
  return Handler;
};
