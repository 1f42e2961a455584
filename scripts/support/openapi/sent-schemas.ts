import { loadDecorated } from '../decorated.ts';
import type { BodyClass } from '../../../src/http/body/kind.ts';
import type { Schema } from './text-schemas.ts';

/** What is sent, by the names of the classes that take it. */
export const sentSchemas = async (): Promise<Record<string, Schema>> => {
  loadDecorated();
  const { bodySchemas } = await import('../../../src/http/body/field.ts');
  const { commandRows } = await import('../../../src/http/commands/command-rows.ts');
  const access = await import('../../../src/http/access/bodies.ts');
  const bodies = [
    ...commandRows.map(({ body }) => body),
    ...Object.entries(access).flatMap(([name, each]) =>
      name.endsWith('Body') ? [each as BodyClass] : [],
    ),
  ];
  return Object.fromEntries(bodies.flatMap((body) => Object.entries(bodySchemas(body))));
};
