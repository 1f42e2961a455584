import type { ReadStream } from 'node:tty';

/** A person at a terminal. */
export interface Keyboard {
  /** Hands over each key as it is pressed until the answer is no; the terminal is then as it was. */
  readonly eachKey: (press: (key: string) => boolean) => Promise<void>;
}

const escape = '\u001b';

/** The keys of one reading: arrows come as three characters, all else as one. */
const keysIn = (text: string): string[] => {
  const keys: string[] = [];
  for (let at = 0; at < text.length;) {
    const arrow = text.slice(at, at + 3);
    const isArrow = arrow.startsWith(`${escape}[`) && arrow.length === 3;
    const key = isArrow ? arrow : text.charAt(at);
    keys.push(key);
    at += key.length;
  }
  return keys;
};

/** Who ends a program from outside ends a reading first, so that the terminal is given back. */
const endings = ['SIGTERM', 'SIGHUP'] as const;

type Terminal = Pick<ReadStream, 'setRawMode' | 'setEncoding' | 'resume' | 'pause' | 'on' | 'off'>;

/** Reads a terminal key by key. Whatever happens, the terminal is given back as it was. */
export const keyboardOf = (terminal: Terminal): Keyboard => ({
  eachKey: async (press) => {
    const { promise, resolve, reject } = Promise.withResolvers<undefined>();
    const end = (): void => {
      resolve(undefined);
    };
    const read = (text: string): void => {
      try {
        if (!keysIn(text).every(press)) end();
      } catch (error) {
        reject(error);
      }
    };
    for (const signal of endings) process.once(signal, end);
    terminal.setEncoding('utf8');
    terminal.on('data', read).on('end', end).on('error', end);
    try {
      terminal.setRawMode(true);
      terminal.resume();
      await promise;
    } finally {
      terminal.setRawMode(false);
      terminal.off('data', read).off('end', end).off('error', end);
      terminal.pause();
      for (const signal of endings) process.off(signal, end);
    }
  },
});
