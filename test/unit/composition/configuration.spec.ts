import { describe, expect, it } from '@jest/globals';
import { configurationIn } from '../../../src/composition/configuration.ts';
import { Failure } from '../../../src/catalogue/failure.ts';

const refused = (environment: Record<string, string>): string => {
  try {
    configurationIn(environment);
  } catch (error) {
    if (error instanceof Failure) return `${error.kind} ${error.code} ${error.detail}`;
  }
  throw new Error('not refused');
};

describe('the configuration of a service', () => {
  it('is this where nothing is said, or nothing is said of it', () => {
    const usual = {
      store: './data',
      host: '127.0.0.1',
      port: 3000,
      logLevel: 'info',
      requestsPerMinute: 1000,
      bodyBytesMax: 16_000_000,
      requestSeconds: 30,
      tracesTo: undefined,
    };
    expect(configurationIn({})).toEqual(usual);
    expect(configurationIn({ POA_PORT: '', POA_HOST: ' ', POA_STORE: '' })).toEqual(usual);
    expect(configurationIn({}, 0)).toEqual({ ...usual, port: 0 });
  });

  it('is what is said', () => {
    expect(
      configurationIn({
        ...{ POA_STORE: 'esdb://poa:x@nodo', POA_HOST: '0.0.0.0', POA_PORT: '65535' },
        ...{ POA_LOG: 'warn', POA_RATE: '0', POA_BODY_LIMIT: '1024', POA_REQUEST_SECONDS: '1' },
        OTEL_EXPORTER_OTLP_ENDPOINT: 'http://colector:4318',
      }),
    ).toEqual({
      ...{ store: 'esdb://poa:x@nodo', host: '0.0.0.0', port: 65_535, logLevel: 'warn' },
      ...{ requestsPerMinute: 0, bodyBytesMax: 1_024, requestSeconds: 1 },
      tracesTo: 'http://colector:4318',
    });
  });

  it.each([
    ['POA_PORT', '65536', 'un puerto, un entero de 0 a 65535'],
    ['POA_PORT', '-1', 'un puerto, un entero de 0 a 65535'],
    ['POA_PORT', '3e3', 'un puerto, un entero de 0 a 65535'],
    ['POA_HOST', 'http://x', 'un nombre o una dirección de esta máquina, sin puerto ni http://'],
    ['POA_LOG', 'INFO', 'uno de fatal, error, warn, info, debug, trace, silent'],
    ['POA_RATE', 'x', 'pedidos por minuto y dirección (0: sin límite), un entero de 0 a 1000000'],
    ['POA_BODY_LIMIT', '1023', 'bytes, un entero de 1024 a 268435456'],
    ['POA_REQUEST_SECONDS', '0', 'segundos, un entero de 1 a 3600'],
  ])('%s is refused as %j', (variable, text, expected) => {
    expect(refused({ [variable]: text })).toBe(
      `invalid VARIABLE_NOT_VALID ${variable} dice «${text}» y se espera ${expected}`,
    );
  });

  it.each([
    ['POA_PROT', 'POA_PORT'],
    ['POA_STORES', 'POA_STORE'],
    ['POA_RATE_LIMIT', 'POA_BODY_LIMIT'],
    ['POA_HOTS', 'POA_HOST'],
  ])('%s is not known, and %s is the nearest', (variable, nearest) => {
    expect(refused({ [variable]: '1' })).toBe(
      `invalid VARIABLE_UNKNOWN no hay ninguna variable ${variable}: ¿quiso decir ${nearest}?`,
    );
  });

  it('does not repeat an address with its account', () => {
    expect(refused({ OTEL_EXPORTER_OTLP_ENDPOINT: 'poa:clave@colector' })).not.toContain('clave');
  });

  it('leaves alone what is the command line’s, of tests, and of others', () => {
    const others = { POA_ACTOR: 'u1', POA_ACCOUNT_PASSWORD: 'x', POA_TEST_STORE: 'x', POAX: '1' };
    expect(configurationIn({ ...others, POA_PROPERTY_RUNS: '5' })).toEqual(configurationIn({}));
  });
});
