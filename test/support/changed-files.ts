import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import { samples } from './run-poa.ts';

export const sampleText = {
  form: readFileSync(samples.form, 'utf8'),
  budget: readFileSync(samples.budget, 'utf8'),
};

/** "36,950.00 → 36.950,00 & 31/12/2020 → 31/12/2021": every occurrence of each. */
const changedBy = (text: string, changes: string): string => {
  let changed = text;
  for (const change of changes.split(' & ')) {
    const [from = '', to = ''] = change.split(' →').map((side) => side.trim());
    if (!changed.includes(from)) throw new Error(`no «${from}» to change`);
    changed = changed.replaceAll(from, to);
  }
  return changed;
};

export interface ChangedFiles {
  readonly withContent: (content: string | Uint8Array) => string;
  /** a sample with changes, as "from → to & from → to" */
  readonly changed: (sample: keyof typeof sampleText, changes: string) => string;
}

/** Files for the tests of one spec, gone after them; each answers with its path. */
export const changedFiles = (): ChangedFiles => {
  const folder = mkdtempSync(join(tmpdir(), 'poa-files-'));
  let count = 0;
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const withContent = (content: string | Uint8Array): string => {
    const path = join(folder, `${(count += 1)}.txt`);
    writeFileSync(path, content);
    return path;
  };
  return {
    withContent,
    changed: (sample, changes) => withContent(changedBy(sampleText[sample], changes)),
  };
};
