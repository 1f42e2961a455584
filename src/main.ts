import { once } from 'node:events';
import { isFailure } from './catalogue/failure.ts';
import { exitCodes } from './cli/exit-codes.ts';
import { openParts } from './composition/open-parts.ts';
import { serve } from './serve.ts';

const { POA_STORE: folder = './data', POA_PORT: port = '3000' } = process.env;

try {
  const { url, close } = await serve(await openParts(folder, 'create'), Number(port));
  process.stdout.write(`${folder}: las vistas se sirven en ${url}/api/v1/ledgers\n`);
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await close();
} catch (error) {
  if (!isFailure(error)) throw error;
  process.stderr.write(`poa: ${error.detail} [${error.code}]\n`);
  process.exitCode = exitCodes[error.kind];
}
