import { Stalled } from './server-error.ts';

const nothing = (): void => undefined;

export interface Bounds {
  /** undefined: as long as it takes */
  readonly millisecondsMax: number | undefined;
  /** on which to stop waiting, with null */
  readonly signal?: AbortSignal;
}

/**
 * What comes, or null on the signal; what comes later is not missed by anybody.
 * @throws Stalled where it did not come in time
 */
export const inTime = async <T>(
  coming: Promise<T>,
  { millisecondsMax, signal }: Bounds,
): Promise<T | null> => {
  let stop = nothing;
  const over = new Promise<null>((resolve, reject) => {
    const abort = (): void => {
      resolve(null);
    };
    const stall = (): void => {
      reject(new Stalled('no progress'));
    };
    const timer = millisecondsMax === undefined ? undefined : setTimeout(stall, millisecondsMax);
    signal?.addEventListener('abort', abort);
    stop = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    };
    if (signal?.aborted === true) abort();
  });
  coming.catch(nothing);
  try {
    return await Promise.race([coming, over]);
  } finally {
    stop();
  }
};
