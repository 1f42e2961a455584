import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type FailureCode, failures } from '../src/catalogue/failures.ts';
import { findings } from '../src/catalogue/findings.ts';
import { exitCodes } from '../src/cli/exit-codes.ts';
import { statusOf } from '../src/http/problem.ts';
import { errorGallery, type SaidGroup } from './support/error-gallery.ts';
import { messageTable } from './support/message-table.ts';
import { clientTypes } from './support/openapi/client-types.ts';
import { openApiDocument } from './support/openapi/document.ts';
import { ruleTable } from './support/rule-table.ts';

const root = resolve(import.meta.dirname, '..');

const openApi = await openApiDocument(root);

const errors = (): string => {
  const said = JSON.parse(readFileSync(join(root, 'test/errors/said.json'), 'utf8')) as SaidGroup[];
  const kindOf = (code: string) => failures[code as FailureCode].kind;
  return errorGallery(said, {
    kindOf,
    statusOf: (code) => statusOf(code as FailureCode),
    exitOf: (code) => exitCodes[kindOf(code)],
  });
};

/** Every committed file that is made from another one. */
const generated: Readonly<Record<string, () => string | Promise<string>>> = {
  'docs/errors.md': errors,
  'docs/findings.md': () => messageTable('Findings', 'severity', findings),
  'docs/findings-rules.md': ruleTable,
  'openapi.json': () => openApi,
  'src/client/api.ts': () => clientTypes(openApi),
};

const committed = (path: string): string | undefined => {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch {
    return undefined;
  }
};

const isCheck = process.argv.includes('--check');

for (const [path, make] of Object.entries(generated)) {
  const text = await make();
  if (committed(path) === text) continue;
  if (isCheck) {
    console.error(`${path} is not what its source gives: npm run generate`);
    process.exitCode = 1;
  } else {
    writeFileSync(join(root, path), text);
    console.log(`${path} written`);
  }
}
