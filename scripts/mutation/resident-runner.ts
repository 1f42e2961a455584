/**
 * Runs the unit specs for Stryker in one process that loads them once. Jest loads every spec and all
 * that it imports anew for every mutant, some twenty seconds before the first test; here a mutant is
 * a switch that is turned, and only the tests that reach it run, the fastest first, until one fails.
 */
import { globSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { InstrumenterContext } from '@stryker-mutator/api/core';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  determineHitLimitReached,
  DryRunStatus,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import type {
  DryRunResult,
  MutantRunOptions,
  MutantRunResult,
  TestResult,
  TestRunner,
  TestRunnerCapabilities,
} from '@stryker-mutator/api/test-runner';
import fc from 'fast-check';
import { specsOfRules } from './specs-of-rules.ts';
import { startFile, takeDeclared } from './spec-registry.ts';
import type { DeclaredTest } from './spec-registry.ts';

const registry = new URL('spec-registry.ts', import.meta.url).href;

/** Modules of another round are other modules: what a mutant left in one is gone. */
let round = 0;

registerHooks({
  resolve: (specifier, context, next) => {
    if (specifier === '@jest/globals') return { url: registry, shortCircuit: true };
    const found = next(specifier, context);
    const isOurs = found.url.startsWith(pathToFileURL(`${process.cwd()}/`).href);
    const isKept = !isOurs || found.url.includes('/node_modules/') || found.url === registry;
    return isKept ? found : { ...found, url: `${found.url}?round=${round}` };
  },
});

/** Instrumented code reads it. */
const stryker: InstrumenterContext = {};
Object.assign(globalThis, { __stryker__: stryker });

class ResidentRunner implements TestRunner {
  private tests: readonly DeclaredTest[] = [];
  private readonly milliseconds = new Map<string, number>();

  /** Said to be able to, lest the process start anew: what only loading reaches is left out anyway. */
  capabilities(): TestRunnerCapabilities {
    return { reloadEnvironment: true };
  }

  async init(): Promise<void> {
    // a property that fails has killed: the smallest example is of no interest
    fc.configureGlobal({ endOnFailure: true });
    await this.load();
  }

  private async load(): Promise<void> {
    round += 1;
    const tests: DeclaredTest[] = [];
    for (const spec of globSync(specsOfRules.take, { exclude: specsOfRules.leave }).sort()) {
      startFile(spec);
      await import(pathToFileURL(resolve(spec)).href);
      tests.push(...takeDeclared());
    }
    this.tests = tests;
  }

  async dryRun(): Promise<DryRunResult> {
    const tests: TestResult[] = [];
    for (const test of this.tests) tests.push(await this.run(test));
    delete stryker.currentTestId;
    return {
      status: DryRunStatus.Complete,
      tests,
      ...(stryker.mutantCoverage && { mutantCoverage: stryker.mutantCoverage }),
    };
  }

  async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    let result = await this.runMutant(options);
    // no test came by what it changes: its outcome was remembered from before
    const isRemembered = stryker.hitCount === 0;
    if (isRemembered || (await this.isSpoilt(result))) {
      await this.load();
      result = await this.runMutant(options);
      if (await this.isSpoilt(result)) await this.load();
    }
    return toMutantRunResult(result, options.disableBail);
  }

  private async runMutant(options: MutantRunOptions): Promise<DryRunResult> {
    const { activeMutant, testFilter, hitLimit, disableBail } = options;
    stryker.activeMutant = activeMutant.id;
    delete stryker.hitLimit;
    delete stryker.hitCount;
    if (hitLimit !== undefined) Object.assign(stryker, { hitLimit, hitCount: 0 });
    const asked = testFilter && new Set(testFilter);
    const tests = await this.untilOneFails(
      this.tests.filter(({ id }) => asked?.has(id) ?? true),
      disableBail,
    );
    delete stryker.activeMutant;
    return (
      determineHitLimitReached(stryker.hitCount, stryker.hitLimit) ?? {
        status: DryRunStatus.Complete,
        tests,
      }
    );
  }

  private async untilOneFails(
    tests: readonly DeclaredTest[],
    disableBail: boolean,
  ): Promise<TestResult[]> {
    const results: TestResult[] = [];
    for (const test of tests.toSorted((a, b) => this.lasts(a) - this.lasts(b))) {
      results.push(await this.run(test));
      if (results.at(-1)?.status === TestStatus.Failed && !disableBail) break;
    }
    return results;
  }

  private lasts({ id }: DeclaredTest): number {
    return this.milliseconds.get(id) ?? 0;
  }

  /** A test that fails without its mutant too fails for what one before left behind. */
  private async isSpoilt(result: DryRunResult): Promise<boolean> {
    if (result.status !== DryRunStatus.Complete) return false;
    const failed = result.tests.find(({ status }) => status === TestStatus.Failed);
    const test = this.tests.find(({ id }) => id === failed?.id);
    return test !== undefined && (await this.run(test)).status === TestStatus.Failed;
  }

  private async run(test: DeclaredTest): Promise<TestResult> {
    const { id, file } = test;
    stryker.currentTestId = id;
    const started = performance.now();
    const failure = await test.run().then(
      () => undefined,
      (error: unknown) => ({ error }),
    );
    const timeSpentMs = performance.now() - started;
    if (!failure) this.milliseconds.set(id, timeSpentMs);
    const result = { id, name: id, fileName: resolve(file), timeSpentMs };
    return failure
      ? { ...result, status: TestStatus.Failed, failureMessage: String(failure.error) }
      : { ...result, status: TestStatus.Success };
  }
}

export const strykerPlugins = [
  declareClassPlugin(PluginKind.TestRunner, 'resident', ResidentRunner),
];
