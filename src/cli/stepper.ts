/** What a key comes to: show a step, say something, or leave. */
export type Effect =
  | { readonly does: 'show'; readonly place: number }
  | { readonly does: 'say'; readonly text: string }
  | { readonly does: 'echo'; readonly text: string }
  | { readonly does: 'leave' }
  | { readonly does: 'nothing' };

const nothing: Effect = { does: 'nothing' };

const nextKeys: readonly string[] = [' ', 'n', '\u001b[C', '\u001b[B', '\r', '\n'];
const previousKeys: readonly string[] = ['p', '\u001b[D', '\u001b[A'];
/** Ctrl+C and Ctrl+D arrive as keys while the terminal is raw. */
const leavingKeys: readonly string[] = ['q', '\u0003', '\u0004'];
const enterKeys: readonly string[] = ['\r', '\n'];
const eraseKeys: readonly string[] = ['\u007f', '\b'];

/** Where somebody is in a history that they go through with the keyboard. */
export class Stepper {
  readonly #stepOf: ReadonlyMap<number, number>;
  readonly #last: number;
  #place = 0;
  /** the digits of a revision that is being typed, null while none is */
  #typed: string | null = null;

  /** @param steps the revisions of each step */
  constructor(steps: readonly (readonly number[])[]) {
    this.#last = steps.length - 1;
    this.#stepOf = new Map(
      steps.flatMap((revisions, place) => revisions.map((revision) => [revision, place] as const)),
    );
  }

  press(key: string): Effect {
    if (leavingKeys.includes(key)) return { does: 'leave' };
    if (this.#typed !== null) return this.#type(key, this.#typed);
    if (nextKeys.includes(key)) return this.#move(this.#place + 1);
    if (previousKeys.includes(key)) return this.#move(this.#place - 1);
    if (key !== 'g') return nothing;
    this.#typed = '';
    return { does: 'echo', text: 'ir al registro: ' };
  }

  #move(place: number): Effect {
    if (place < 0) return { does: 'say', text: 'es el primer paso' };
    if (place > this.#last) return { does: 'say', text: 'es el último paso' };
    this.#place = place;
    return { does: 'show', place };
  }

  #type(key: string, typed: string): Effect {
    if (/^\d$/.test(key)) {
      this.#typed = `${typed}${key}`;
      return { does: 'echo', text: key };
    }
    if (eraseKeys.includes(key) && typed !== '') {
      this.#typed = typed.slice(0, -1);
      return { does: 'echo', text: '\b \b' };
    }
    if (enterKeys.includes(key)) return this.#goTo(typed);
    if (key !== '\u001b') return nothing;
    this.#typed = null;
    return { does: 'say', text: '' };
  }

  #goTo(typed: string): Effect {
    this.#typed = null;
    if (typed === '') return { does: 'say', text: 'falta el número del registro' };
    const place = this.#stepOf.get(Number(typed));
    if (place !== undefined) return this.#move(place);
    return { does: 'say', text: `el registro ${typed} no está en este recorrido` };
  }
}
