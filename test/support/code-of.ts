import { Failure } from '../../src/catalogue/failure.ts';

/** The code with which something is refused. Whatever else is thrown is thrown on. */
export const codeOf = async (attempt: Promise<unknown>): Promise<string> => {
  try {
    await attempt;
  } catch (error) {
    if (error instanceof Failure) return error.code as string;
    throw error;
  }
  return 'not refused';
};
