export interface RefusalCase {
  readonly what: string;
  readonly input: string;
  readonly code: string;
  readonly exit: number;
  /** a part of the Spanish sentence */
  readonly says: string;
}

/** Reads "what | input | CODE | exit code | part of the sentence", one case on a line. */
export const refusalTable = (text: string): RefusalCase[] =>
  text
    .trim()
    .split('\n')
    .map((line) => {
      const [what = '', input = '', code = '', exit = '', says] = line
        .split('|')
        .map((cell) => cell.trim());
      if (says === undefined) throw new Error(`no case: ${line}`);
      return { what, input, code, exit: Number(exit), says };
    });
