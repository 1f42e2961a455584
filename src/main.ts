import { once } from 'node:events';
import { isFailure } from './catalogue/failure.ts';
import { shownAddress } from './catalogue/store-address.ts';
import { exitCodes } from './cli/exit-codes.ts';
import { openParts } from './composition/open-parts.ts';
import { serve } from './serve.ts';

const { POA_STORE: address = './data', POA_PORT = '3000', POA_HOST } = process.env;
const listening = { port: Number(POA_PORT), ...(POA_HOST && { host: POA_HOST }) };

try {
  const { url, close } = await serve(await openParts(address, 'create'), listening);
  process.stdout.write(`${shownAddress(address)}: las vistas se sirven en ${url}/api/v1/ledgers\n`);
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await close();
} catch (error) {
  if (!isFailure(error)) throw error;
  process.stderr.write(`poa: ${error.detail} [${error.code}]\n`);
  process.exitCode = exitCodes[error.kind];
}
