import { once } from 'node:events';
import { openSqliteStore } from './adapters/sqlite/open-sqlite-store.ts';
import { isFailure } from './catalogue/failure.ts';
import { serve } from './serve.ts';

const { POA_STORE: folder = './data', POA_PORT: port = '3000' } = process.env;

try {
  const store = await openSqliteStore(folder);
  const { url, close } = await serve({ store }, Number(port));
  process.stdout.write(`${folder}: las vistas se sirven en ${url}/api/v1/ledgers\n`);
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await close();
} catch (error) {
  if (!isFailure(error)) throw error;
  process.stderr.write(`poa: ${error.detail} [${error.code}]\n`);
  process.exitCode = 1;
}
