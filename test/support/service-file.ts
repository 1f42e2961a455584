import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

export interface Service {
  readonly image?: string;
  readonly profiles?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly command?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: object;
}

export interface ServiceFile {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}

const text = readFileSync(new URL('../../docker-compose.yml', import.meta.url), 'utf8');

/** The service file with its shared parts merged in. */
export const serviceFile = parse(text, { merge: true }) as ServiceFile;

export const serviceNamed = (name: string): Service => {
  const service = serviceFile.services[name];
  if (service === undefined) throw new Error(`no service ${name}`);
  return service;
};

/** `${NAME:-otherwise}` as it comes out where the names have these values. */
export const filledIn = (value: string, values: Readonly<Record<string, string>>): string =>
  value.replaceAll(/\$\{(\w+)(?::-([^}]*))?\}/g, (_, name: string, otherwise = '') =>
    String(values[name] ?? otherwise),
  );
