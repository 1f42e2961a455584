import { Inject, type Type } from '@nestjs/common';
import { type IQuery, QueryHandler } from '@nestjs/cqrs';

/** The handler of a query: one of the use cases answers it. */
export const queryHandler = <Asked extends IQuery, Views extends object>(
  query: Type<Asked>,
  views: Type<Views>,
  answer: (views: Views, asked: Asked) => unknown,
): Type => {
  @QueryHandler(query)
  class Handler {
    constructor(@Inject(views) private readonly views: Views) {}

    execute(asked: Asked) {
      return answer(this.views, asked);
    }
  }
  Object.defineProperty(Handler, 'name', { value: `${query.name}Handler` });
  return Handler;
};
