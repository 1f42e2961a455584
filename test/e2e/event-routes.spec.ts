import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Served, servedHere } from '../support/served-here.ts';

describe('The routes over the sample ledger', () => {
  let server: Served;
  beforeAll(async () => {
    server = await servedHere();
  });
  afterAll(() => server.close());
  const ask = async (path: string) => {
    const response = await fetch(`${server.url}/api/v1/ledgers/41-SENAVEX-2020/${path}`, {
      headers: server.headers,
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };

  it('echo the cut-off and the root, and name the place of each line in the file', async () => {
    const { body } = await ask('events?type=BudgetProgrammed&known=48&cutoff=2020-12-31');
    const [row] = body.rows as { revision: number }[];
    const { body: one } = await ask(`events/${row?.revision ?? -1}?known=48&cutoff=2020-12-31`);
    expect(one).toMatchObject({ cutOff: body.cutOff, root: body.root, event: row });
    const { lines } = one.origin as { lines: { place: string; amount: string }[] };
    expect(lines.map(({ place }) => place)).toEqual(lines.map(() => expect.any(String)));
    expect((one.changes as unknown[]).length).toBeGreaterThan(0);
  });

  it('find the events of an activity and of a group, in one line', async () => {
    const revisions = async (query: string) =>
      ((await ask(`events?${query}`)).body.rows as { revision: number }[]).map(
        ({ revision }) => revision,
      );
    const ofBoth = await revisions('activity=11.02.02&group=20000&limit=500');
    expect(ofBoth.length).toBeGreaterThan(0);
    const ofOne = await revisions('activity=11.02.02&limit=500');
    expect(ofOne).toEqual(expect.arrayContaining(ofBoth));
    expect(ofOne.length).toBeGreaterThan(ofBoth.length);
  });

  it('verify where they are asked to, all who ask together once', async () => {
    const { body } = await ask('integrity');
    expect(body).toMatchObject({ head: { revision: 48, size: 49 }, verification: null });
    const answers = await Promise.all([1, 2, 3].map(() => ask('integrity?verify=true')));
    for (const { body: verified } of answers) {
      expect(verified.verification).toMatchObject({
        ...{ result: 'coherent', records: 49, root: body.root, damage: [] },
      });
    }
  });

  it.each([
    ['events?type=Nada', 400, 'INVALID_COMMAND', '«Nada» no es un tipo de registro; existen'],
    ['events?document=C31', 400, 'INVALID_COMMAND', 'CLASE NÚMERO/SECUENCIA'],
    ['events?limit=501', 400, 'INVALID_COMMAND', 'limit: se espera un número de 1 a 500'],
    ['events?limit=0', 400, 'INVALID_COMMAND', 'limit: se espera'],
    ['events?after=-1', 400, 'INVALID_COMMAND', 'after: se espera el número'],
    ['events?text=', 400, 'INVALID_COMMAND', 'text: se espera'],
    ['events?group=2', 400, 'INVALID_OBJECT_CODE', 'cinco cifras'],
    ['events?activity=99.99', 404, 'ACTIVITY_NOT_FOUND', 'no existe la actividad 99.99'],
    ['events?effectiveFrom=ayer', 400, 'INVALID_DATE', '«ayer» no es una fecha'],
    ['events?recordedFrom=12', 400, 'INVALID_COMMAND', 'recordedFrom: se espera un día'],
    ['events/x', 400, 'INVALID_COMMAND', '«x» no es el número de un registro'],
    ['events/49', 404, 'REVISION_NOT_FOUND', 'el último es el 48'],
    ['integrity?verify=si', 400, 'INVALID_COMMAND', 'verify: true o false'],
    ['integrity/proof/49', 404, 'REVISION_NOT_FOUND', 'el último es el 48'],
    ['integrity/proof/3?size=3', 404, 'REVISION_NOT_FOUND', 'el último es el 2'],
    ['integrity/proof/3?size=50', 400, 'TREE_SIZE_INVALID', 'de 1 a 49'],
    ['integrity/consistency', 400, 'INVALID_COMMAND', 'from: se espera un número'],
    ['integrity/consistency?from=9&to=3', 400, 'TREE_SIZE_INVALID', 'from: no hay un árbol de 9'],
    ['periods?through=x', 400, 'INVALID_COMMAND', 'no existe el parámetro through'],
  ])('refuse %s with %i %s', async (path, status, code, detail) => {
    const said = await ask(path);
    expect(said).toMatchObject({ status, body: { code, detail: expect.stringContaining(detail) } });
  });
});
