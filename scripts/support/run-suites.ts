import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Count } from './count.ts';

/** What `jest --json` writes, as far as it is read here. */
interface JestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numRuntimeErrorTestSuites: number;
  readonly testResults: readonly { readonly name: string }[];
}

const nothingRan: JestReport = {
  numPassedTests: 0,
  numFailedTests: 0,
  numRuntimeErrorTestSuites: 0,
  testResults: [],
};

const readReport = (path: string): JestReport => {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as JestReport;
  } catch {
    return nothingRan;
  }
};

export interface Suites {
  /** of which at least one file must have run */
  readonly needed: readonly string[];
  /** what jest is told beside that: which files, and which not */
  readonly options?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

/**
 * Runs specs once, all of them unless options say which. A file that does not load, a suite that is
 * needed without a single file and a run that ends badly for any other reason each count as a
 * failure: a count of what ran alone would call them fine.
 */
export const runSuites = (
  root: string,
  { needed, options = [], environment = {} }: Suites,
): Count => {
  const folder = mkdtempSync(join(tmpdir(), 'jest-'));
  const path = join(folder, 'report.json');
  const { status } = spawnSync(
    'npm',
    ['run', '--silent', 'jest', '--', '--ci', '--json', `--outputFile=${path}`, ...options],
    { cwd: root, stdio: 'inherit', env: { ...process.env, ...environment } },
  );
  const report = readReport(path);
  rmSync(folder, { recursive: true });

  const missing = needed.filter(
    (suite) => !report.testResults.some(({ name }) => name.includes(`/test/${suite}/`)),
  );
  for (const suite of missing) console.log(`test/${suite} has no tests`);

  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites + missing.length;
  return { passed: report.numPassedTests, failed: Math.max(failed, status === 0 ? 0 : 1) };
};
