import { type ValidationError, ValidationPipe } from '@nestjs/common';
import { Failure } from '../catalogue/failure.ts';

const problemOf = ({ property, constraints = {} }: ValidationError): string =>
  'whitelistValidation' in constraints
    ? `no existe el parámetro ${property}`
    : Object.values(constraints).join('; ');

const queryFailure = (errors: readonly ValidationError[]): Failure =>
  new Failure('INVALID_COMMAND', { problem: errors.map(problemOf).join('; ') });

/** Parameters are what a query says they are, and there are no others. */
export const queryPipe = (): ValidationPipe =>
  new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    exceptionFactory: queryFailure,
  });
