import { Failure } from './failure.ts';

/** The zone of a ledger decides which day its acts are of. @throws INVALID_COMMAND */
export const zone = (text: string): string => {
  try {
    return new Intl.DateTimeFormat('es', { timeZone: text }).resolvedOptions().timeZone;
  } catch {
    const problem = `«${text}» no es un huso horario (America/La_Paz)`;
    throw new Failure('INVALID_COMMAND', { problem });
  }
};
