import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';

const compilerOptions = {
  module: ModuleKind.ESNext,
  target: ScriptTarget.ES2024,
  experimentalDecorators: true,
  emitDecoratorMetadata: true,
  verbatimModuleSyntax: true,
};

const isDecorated = (url: string): boolean =>
  /\/src\/.*\.ts$/.test(url) && !url.includes('/node_modules/');

/** Node runs TypeScript as it is written, save for decorators: what is loaded after this has them. */
export const loadDecorated = (): void => {
  registerHooks({
    load: (url, context, next) => {
      if (!isDecorated(url)) return next(url, context);
      const text = readFileSync(fileURLToPath(url), 'utf8');
      const { outputText: source } = transpileModule(text, { compilerOptions, fileName: url });
      return { format: 'module', source, shortCircuit: true };
    },
  });
};
