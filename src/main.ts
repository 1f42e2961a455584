import { once } from 'node:events';
import { isFailure } from './catalogue/failure.ts';
import { shownAddress } from './catalogue/store-address.ts';
import { exitCodes } from './cli/exit-codes.ts';
import { configurationIn } from './composition/configuration.ts';
import { logOf } from './composition/logs.ts';
import { openParts } from './composition/open-parts.ts';
import { serve } from './serve.ts';

/** Once one has come nobody listens any more: the second one ends the process as it is. */
const signalled = async (): Promise<string> => {
  const heard = new AbortController();
  const signals = ['SIGINT', 'SIGTERM'].map(async (signal) => {
    await once(process, signal, { signal: heard.signal });
    return signal;
  });
  const first = await Promise.race(signals);
  heard.abort();
  await Promise.allSettled(signals);
  return first;
};

try {
  const configuration = configurationIn(process.env);
  const { store, logLevel, ...told } = configuration;
  const log = logOf(logLevel);
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'INTERNAL_ERROR');
    process.exit(1);
  });
  const { url, inviteFirst, close } = await serve(await openParts(store, 'create'), {
    ...told,
    log,
  });
  // whoever is told where it serves may tell it to end
  const ending = signalled();
  const invitation = await inviteFirst().catch((error: unknown) => {
    // a store that can only be read lets in those who have a token
    log.warn({ err: error }, 'sin invitación');
    return null;
  });
  process.stdout.write(`${shownAddress(store)}: las vistas se sirven en ${url}/api/v1/ledgers\n`);
  if (invitation !== null) {
    process.stdout.write(
      `Quien administra entra por primera vez, una sola vez, en ${invitation}\n`,
    );
  }
  log.info({ store: shownAddress(store), url }, 'en servicio');
  log.info({ signal: await ending }, 'deteniendo');
  await close();
  log.info('detenido');
  // Whatever hangs on beside it has had its time.
  process.exit(0);
} catch (error) {
  if (!isFailure(error)) throw error;
  process.stderr.write(`poa: ${error.detail} [${error.code}]\n`);
  process.exitCode = exitCodes[error.kind];
}
