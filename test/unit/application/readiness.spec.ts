import { describe, expect, it } from '@jest/globals';
import { MemoryStore } from '../../../src/adapters/memory/memory-store.ts';
import { assertReady } from '../../../src/application/readiness.ts';
import { Failure } from '../../../src/catalogue/failure.ts';

class Asked extends MemoryStore {
  readonly #answer: () => Promise<number>;
  constructor(answer: () => Promise<number>) {
    super();
    this.#answer = answer;
  }
  override head(): Promise<number> {
    return this.#answer();
  }
}

const never = new Promise<never>(() => undefined);
const patient = { now: () => 0, pause: () => never };
const impatient = { now: () => 0, pause: () => Promise.resolve() };

describe('readiness', () => {
  it('is there while the store answers', async () => {
    await expect(assertReady(new MemoryStore(), patient)).resolves.toBeUndefined();
  });

  it.each([
    [
      'says what the store says',
      () => Promise.reject(new Failure('STORE_LOCKED', { path: 'aquí' })),
      patient,
      /^el servicio no está listo: .*aquí/,
    ],
    [
      'keeps to itself what is no sentence',
      () => Promise.reject(new Error('ECONNRESET esdb://ana:secreto@host')),
      patient,
      /^el servicio no está listo: el almacén no responde$/,
    ],
    ['waits for no frozen store', () => never, impatient, /el almacén no responde$/],
  ])('%s', async (_, answer, clock, detail) => {
    await expect(assertReady(new Asked(answer), clock)).rejects.toMatchObject({
      code: 'NOT_READY',
      kind: 'unavailable',
      detail: expect.stringMatching(detail),
    });
  });
});
