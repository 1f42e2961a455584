import { EventEmitter } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { type Keyboard, keyboardOf } from '../../../src/cli/keyboard.ts';

/** A terminal that remembers what was done to it. */
class RecordingTerminal extends EventEmitter {
  readonly done: string[] = [];

  setRawMode(isRaw: boolean): this {
    this.done.push(isRaw ? 'raw' : 'cooked');
    return this;
  }

  setEncoding(): this {
    return this;
  }

  resume(): this {
    this.done.push('read');
    return this;
  }

  pause(): this {
    this.done.push('rest');
    return this;
  }
}

const reading = (press: Parameters<Keyboard['eachKey']>[0]) => {
  const terminal = new RecordingTerminal();
  const ended = keyboardOf(terminal as never).eachKey(press);
  return { terminal, ended };
};

const givenBack = ['raw', 'read', 'cooked', 'rest'];

describe('A keyboard', () => {
  it('hands over keys one by one, arrows whole, until the answer is no', async () => {
    const keys: string[] = [];
    const { terminal, ended } = reading((key) => {
      keys.push(key);
      return key !== 'q';
    });
    terminal.emit('data', 'n\u001b[Dp');
    terminal.emit('data', 'qn');
    await ended;
    expect(keys).toEqual(['n', '\u001b[D', 'p', 'q']);
    expect(terminal.done).toEqual(givenBack);
    expect(terminal.listenerCount('data')).toBe(0);
  });

  it('gives the terminal back where what a key does goes wrong', async () => {
    const { terminal, ended } = reading(() => {
      throw new Error('out of paper');
    });
    terminal.emit('data', 'n');
    await expect(ended).rejects.toThrow('out of paper');
    expect(terminal.done).toEqual(givenBack);
  });

  it.each(['end', 'error'])('gives the terminal back at its %s', async (event) => {
    const { terminal, ended } = reading(() => true);
    terminal.emit(event, new Error('gone'));
    await ended;
    expect(terminal.done).toEqual(givenBack);
  });

  it('gives the terminal back when the program is told to end', async () => {
    const before = process.listenerCount('SIGTERM');
    const { terminal, ended } = reading(() => true);
    process.emit('SIGTERM');
    await ended;
    expect(terminal.done).toEqual(givenBack);
    expect(process.listenerCount('SIGTERM')).toBe(before);
  });
});
