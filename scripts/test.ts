import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { runOnServers } from './support/run-on-servers.ts';
import { runSuites } from './support/run-suites.ts';
import type { Count } from './support/count.ts';

const root = resolve(import.meta.dirname, '..');

const checks = [
  ...['format:check', 'lint', 'types', 'arrows', 'dead-code', 'generated:check'],
  'build', // the end-to-end suite runs what it leaves in dist
];

const runCheck = (script: string): Count => {
  const { status } = spawnSync('npm', ['run', '--silent', script], { cwd: root, stdio: 'inherit' });
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
};

const steps: readonly (readonly [name: string, run: () => Count])[] = [
  ...checks.map((script) => [script, () => runCheck(script)] as const),
  [
    'tests',
    () => runSuites(root, { needed: ['unit', 'contract', 'e2e', 'errors', 'architecture'] }),
  ],
  ['e2e on servers', () => runOnServers(root)],
];

const results = steps.map(([name, run]) => {
  console.log(`\n── ${name}`);
  const started = performance.now();
  const count = run();
  return { name, count, seconds: (performance.now() - started) / 1000 };
});

console.log('\n── results');
for (const { name, count, seconds } of results)
  console.log(
    `${count.failed === 0 ? 'ok  ' : 'FAIL'} ${name.padEnd(16)} ${seconds.toFixed(1).padStart(6)} s  ${count.passed} passed, ${count.failed} failed`,
  );

const total = (side: keyof Count): number =>
  results.reduce((sum, { count }) => sum + count[side], 0);

console.log(`\n${total('passed')} passed, ${total('failed')} failed`);
process.exitCode = total('failed') === 0 ? 0 : 1;
