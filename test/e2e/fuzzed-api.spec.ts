import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { damageOf, verifyStore } from '../../src/application/verify-store.ts';
import { routesOfDocument } from '../support/api-document.ts';
import { faultsOf } from '../support/fuzzed-faults.ts';
import { requestsOf } from '../support/fuzzed-requests.ts';
import { fuzzedService } from '../support/fuzzed-service.ts';
import { propertyTimeout, runs } from '../support/runs.ts';

/** After which little else is taken: they come last, and in this order. */
const closing = [
  ...['change-control', 'close-period', 'reopen-period', 'close-ledger', 'reopen-ledger'],
];

const placeOf = (route: string): number =>
  closing.findIndex((name) => route.endsWith(`commands/${name}`));

const routes = routesOfDocument().toSorted((one, other) => placeOf(one) - placeOf(other));

const { numRuns, seed } = runs(5);

let service: Awaited<ReturnType<typeof fuzzedService>>;

beforeAll(async () => {
  service = await fuzzedService();
});
afterAll(() => service.close());

describe('whatever is sent by somebody who may, the answer is one of those described', () => {
  it.each(routes.map((route, index) => [route, index] as const))(
    'of %s',
    async (route, index) => {
      const [method = '', path = ''] = route.split(' ');
      const operation = { method: method.toLowerCase(), path };
      const requests = requestsOf(operation.method, path, await service.known());
      await fc.assert(
        fc.asyncProperty(requests, async (request) => {
          const answer = await service.send(operation.method, path, request);
          expect([answer, faultsOf(operation, request, answer)]).toEqual([answer, []]);
        }),
        // no two operations are asked with the same keys
        { numRuns, seed: seed + index },
      );
    },
    propertyTimeout,
  );
});

it('and the store is whole after it all', async () => {
  expect(service.lines.filter((line) => line.includes('"level":"error"'))).toEqual([]);
  const verified = await verifyStore(service.store);
  expect(damageOf(verified)).toEqual([]);
  expect(verified.rows.length).toBeGreaterThan(1);
});
