import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { auditorAt } from '../support/admitted.ts';
import { openParts } from '../../src/composition/open-parts.ts';
import { serve } from '../../src/serve.ts';
import { poaHere, refusalHere } from '../support/poa-in-process.ts';
import { refusalTable } from '../support/refusal-table.ts';
import { sampleStores } from '../support/sample-stores.ts';
import { storeContent } from '../support/store-content.ts';

const stores = sampleStores();

const cases = refusalTable(`
  a text that is no reference      | compare --from junio --to current | INVALID_REFERENCE | 2 | se espera original, current
  a day that does not exist        | compare --from 2020-02-30 --to current | INVALID_DATE | 2 | no es una fecha del calendario
  a corte outside the gestión      | compare --from 2021-01-01 --to current | CUT_OFF_OUTSIDE_FISCAL_YEAR | 2 | entre 2020-01-01 y 2020-12-31
  known before the ledger          | compare --from 2020-12-31@2019-01-01 --to current | KNOWN_BEFORE_LEDGER | 2 | el primer registro es de
  known on the first of all days   | compare --from 2020-12-31@0000-01-01 --to current | KNOWN_BEFORE_LEDGER | 2 | el primer registro es de
  known on the last of all days    | compare --from 2020-12-31@9999-12-31 --to current | KNOWN_IN_FUTURE | 2 | lo último registrado es
  a group that only objects have   | series --group constructor | GROUP_NOT_FOUND | 3 | 20000
  known in the future              | compare --from 2020-12-31@2999-01-01 --to current | KNOWN_IN_FUTURE | 2 | lo último registrado es
  a record that is not there       | compare --from 2020-12-31@99 --to current | REVISION_NOT_FOUND | 3 | el último es el 48
  an adjustment that is not there  | compare --from adjustment:JULIO --to current | ADJUSTMENT_NOT_FOUND | 3 | existen: AJUSTADO JUNIO
  a report that was not issued     | compare --from report:1 --to current | REPORT_NOT_FOUND | 3 | no hay ninguno
  a period that was not closed     | compare --from period:2020-06-30 --to current | CLOSING_NOT_FOUND | 3 | no hay ninguno
  the same day as itself           | compare --from same-day --to same-day | INVALID_REFERENCE | 2 | same-day en una sola
  no reference                     | compare | INVALID_COMMAND | 2 | use --from REFERENCIA y --to REFERENCIA
  one reference                    | compare --from current | INVALID_COMMAND | 2 | o --preset en lugar de las dos
  a preset beside a reference      | compare --preset plan --to current | INVALID_COMMAND | 2 | o --preset en lugar de las dos
  a preset that is none            | compare --preset año | INVALID_PRESET | 2 | se espera plan, month
  an original before its approval  | compare --from original --to current --known 1 | ORIGINAL_NOT_APPROVED | 3 | compare con un corte
  an activity that is not there    | origin --activity 99.99 --measure paid | ACTIVITY_NOT_FOUND | 3 | existen: 04.01.01
  a group without a line           | origin --group 70000 --measure paid | CELL_NOT_FOUND | 3 | existen: 10000, 20000
  a group of another activity      | origin --activity 11.04.03 --group 20000 --measure paid | CELL_NOT_FOUND | 3 | existen: 10000
  a source without a line          | origin --source OTRAS --measure executed | CELL_NOT_FOUND | 3 | existen: TGN
  a group that is none             | origin --group 2 --measure paid | INVALID_OBJECT_CODE | 2 | de cinco cifras
  a source that is none            | origin --source 10 --measure paid | INVALID_SOURCE_CLASS | 2 | TGN, OTRAS o none
  rows that a view does not have   | origin --by group --activity 11.04.03 --measure paid | INVALID_COMMAND | 2 | no tiene filas por actividad
  a row inside another             | origin --by activity --group 20000 --measure paid | INVALID_COMMAND | 2 | falta --activity
  no measure                       | origin | INVALID_COMMAND | 2 | falta la opción --measure
  a measure that is none           | origin --measure saldo | INVALID_COMMAND | 2 | no es de: original
  a replay from no record          | replay --from 99 | REVISION_NOT_FOUND | 3 | el último es el 48
  a replay from what is not seen   | replay --from 44 --cutoff 2020-05-31 | RECORD_NOT_SEEN | 2 | pida un corte posterior
  an order that is none            | replay --order alfabético | INVALID_COMMAND | 2 | no es de: recorded, effective
  late after no report             | late --after-report 7 | REPORT_NOT_FOUND | 3 | no hay ninguno
  late after the future            | late --since 2999-01-01 | KNOWN_IN_FUTURE | 2 | está en el futuro
  late after two things            | late --since 2 --after-close | INVALID_COMMAND | 2 | use una de las dos
`);

describe('an auditor who asks for what cannot be', () => {
  it.each(cases)('$what is refused as $code', async ({ input, code, exit, says }) => {
    const before = storeContent(stores.shared());
    const refused = await refusalHere(stores.shared(), input.split(' '));
    expect(refused).toMatchObject({ code, exit, detail: expect.stringContaining(says) });
    expect(storeContent(stores.shared())).toEqual(before);
  });
});

describe('an auditor who asks over HTTP', () => {
  let url = '';
  let headers = {};
  let close = (): Promise<void> => Promise.resolve();
  beforeAll(async () => {
    headers = await auditorAt(stores.shared());
    const served = await serve(await openParts(stores.shared(), 'must-exist'), { port: 0 });
    url = `${served.url}/api/v1/ledgers/41-SENAVEX-2020`;
    close = served.close;
  });
  afterAll(() => close());

  const get = async (path: string) => {
    const response = await fetch(`${url}${path}`, { headers });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };

  it.each([
    ['/compare?from=original&to=current', 'compare --from original --to current'],
    [
      '/compare?preset=plan&by=activity&onlyChanged=true',
      'compare --preset plan --by activity --only-changed',
    ],
    [
      '/compare?from=2020-05-31%402&to=2020-12-31&by=overall&known=48',
      'compare --from 2020-05-31@2 --to 2020-12-31 --by overall --known 48',
    ],
    [
      '/origin?activity=11.02.02&group=10000&source=TGN&measure=executed',
      'origin --activity 11.02.02 --group 10000 --source TGN --measure executed',
    ],
    [
      '/origin?by=form-5b&measure=executionRate&cutoff=2020-12-31',
      'origin --by form-5b --measure executionRate --cutoff 2020-12-31',
    ],
    [
      '/replay?order=effective&step=month&cutoff=2020-05-31',
      'replay --order effective --step month --cutoff 2020-05-31',
    ],
    ['/replay?from=47', 'replay --from 47'],
    ['/late', 'late'],
    ['/late?since=2', 'late --since 2'],
  ])('%s is answered as the command line answers', async (path, command) => {
    const { status, body } = await get(path);
    const { out } = await poaHere(stores.shared(), [...command.split(' '), '--json']);
    expect([status, body]).toEqual([200, JSON.parse(out)]);
  });

  it.each([
    ['/compare', 400, 'INVALID_COMMAND'],
    ['/compare?from=junio&to=current', 400, 'INVALID_REFERENCE'],
    ['/compare?from=original&to=current&by=mes', 400, 'INVALID_COMMAND'],
    ['/compare?from=original&from=current&to=current', 400, 'INVALID_COMMAND'],
    ['/compare?from=original&to=current&corte=x', 400, 'INVALID_COMMAND'],
    ['/compare?from=adjustment:X&to=current', 404, 'ADJUSTMENT_NOT_FOUND'],
    ['/origin?group=20000', 400, 'INVALID_COMMAND'],
    ['/origin?group=70000&measure=paid', 404, 'CELL_NOT_FOUND'],
    ['/replay?from=ayer', 400, 'INVALID_COMMAND'],
    ['/replay?step=hora', 400, 'INVALID_COMMAND'],
    ['/late?since=2&afterReport=1', 400, 'INVALID_COMMAND'],
    ['/late?afterReport=1', 404, 'REPORT_NOT_FOUND'],
  ])('%s is the problem %i %s', async (path, status, code) => {
    expect(await get(path)).toMatchObject({ status, body: { status, code } });
  });
});
