import { MemoryStore } from '../../src/adapters/memory/memory-store.ts';
import type { AppendOutcome } from '../../src/application/ports/event-store.ts';

/** Whose readings fail as they are told to. */
export class FailingStore extends MemoryStore {
  failure: Error | null = null;
  override read(...call: Parameters<MemoryStore['read']>): ReturnType<MemoryStore['read']> {
    if (this.failure !== null) throw this.failure;
    return super.read(...call);
  }
}

/** Whose readings never end. */
export class HangingStore extends MemoryStore {
  isHanging = false;
  override read(...call: Parameters<MemoryStore['read']>): ReturnType<MemoryStore['read']> {
    if (!this.isHanging) return super.read(...call);
    // eslint-disable-next-line require-yield -- nothing ever comes
    return (async function* () {
      await new Promise(() => undefined);
    })();
  }
}

/** Whose appends are lost on the way, and nobody is told. */
export class ForgetfulStore extends MemoryStore {
  override append(): Promise<AppendOutcome> {
    return Promise.resolve({ outcome: 'unknown' });
  }
}

/** Where somebody else is always faster, once there is somebody. */
export class ContestedStore extends MemoryStore {
  rival: (() => Promise<unknown>) | null = null;
  override async append(...call: Parameters<MemoryStore['append']>): Promise<AppendOutcome> {
    const { rival } = this;
    this.rival = null;
    await rival?.();
    this.rival = rival;
    return super.append(...call);
  }
}
