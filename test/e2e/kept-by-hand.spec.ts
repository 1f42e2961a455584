import { describe, expect, it } from '@jest/globals';
import { poaHere } from '../support/poa-in-process.ts';
import { poa, poaJson } from '../support/run-poa.ts';
import { sampleStores } from '../support/sample-stores.ts';

const stores = sampleStores();

interface Recorded {
  readonly revision: number;
  readonly type: string;
  readonly effectiveOn: string;
  readonly actor: string;
}

const paper = 'RM:12:2021-04-01';

/** The year of a small area: each line one command of the command line. */
const year: readonly (readonly [command: string, written: readonly string[]])[] = [
  ['open --entity 41 --sigla TEST --year 2021 --entity-name Ministerio', ['LedgerOpened']],
  [
    'register 11.01.01 --on 2021-01-01 --name Viajes --start 2021-01-04 --end 2021-12-31 --indicator Informes --position 1',
    ['ActivityRegistered'],
  ],
  ['register 11.01.02. --on 2021-01-01 --name Equipos --position 2', ['ActivityRegistered']],
  ['register 11.01.03 --on 2021-01-01 --name Sobra --position 3', ['ActivityRegistered']],
  [
    'program --on 2021-01-01 --line 11.01.01:20000:TGN:1000.00 --line 11.01.02:40000:TGN:500 --line 11.01.01::TGN:300',
    ['BudgetProgrammed'],
  ],
  ['approve --instrument LEY:1356:2020-12-28', ['PlanApproved']],
  [
    'distribute --on 2021-01-10 --line 11.01.01::TGN:-300 --line 11.01.01:20000:TGN:300',
    ['BudgetDistributed'],
  ],
  [
    `adjust --on 2021-04-01 --name TRASPASO --kind transfer --instrument ${paper} --line 11.01.01:20000:TGN:-100 --line 11.01.02:40000:TGN:100`,
    ['BudgetAdjusted'],
  ],
  [
    'revise 11.01.02 --on 2021-04-01 --name Computadoras --adjustment TRASPASO',
    ['ActivityRevised'],
  ],
  ['withdraw 11.01.03 --on 2021-04-01 --reason repetida', ['ActivityWithdrawn']],
  ['reserve --on 2021-05-03 --document PREV:1 --line 11.01.01:22100:10:400', ['BudgetReserved']],
  [
    'commit --on 2021-05-04 --document CTO:7 --follows PREV:1 --line 11.01.01:22100:10:350',
    ['BudgetCommitted'],
  ],
  [
    'execute --on 2021-05-20 --document C31:55 --follows CTO:7 --line 11.01.01:22100:10:300.50',
    ['BudgetExecuted'],
  ],
  [
    'pay --on 2021-05-25 --document C31:55:2 --follows C31:55 --line 11.01.01:22100:10:200',
    ['BudgetPaid'],
  ],
  [
    'execute --on 2021-06-01 --document C31:60 --also reserved,committed --line 11.01.02:43000:10:90',
    ['BudgetReserved', 'BudgetCommitted', 'BudgetExecuted'],
  ],
  ['reverse 12 --on 2021-06-02 --reason devuelto --line 11.01.01:22100:10:0.50', ['EntryReversed']],
  ['progress 11.01.01 --on 2021-06-30 --accumulated 45.5 --evidence INF-3', ['ProgressReported']],
  ['close --through 2021-06-30', ['PeriodClosed']],
  [
    'reopen --from 2021-06-01 --authorisation NOTA:9:2021-07-05 --reason regularización',
    ['PeriodReopened'],
  ],
  ['control --mode warn --level activity --reason emergencia', ['ControlChanged']],
  ['execute --on 2021-07-01 --document C31:61 --line 11.01.02:43000:10:9000', ['BudgetExecuted']],
  [
    'issue --report form-5b --number 1 --effective 2021-06-30 --revision 20 --sha256 HASH --prepared ana --reviewed luis --approved rosa',
    ['ReportIssued'],
  ],
  ['close --year', ['LedgerClosed']],
  ['reopen --authorisation RA:3:2022-01-10 --reason omisión', ['LedgerReopened']],
];

const wordsOf = (command: string): string[] => command.replace('HASH', 'ab'.repeat(32)).split(' ');

describe('a ledger that is kept by hand', () => {
  it('takes every command of the command line, and shows what they come to', async () => {
    const store = stores.fresh();
    const expected: string[] = [];
    for (const [command, written] of year) {
      const { code, err } = await poaHere(store, ['--actor', 'ana', ...wordsOf(command)]);
      expect([command, code, err]).toEqual([command, 0, '']);
      expected.push(...written);
    }
    const { rows } = await poaJson<{ rows: Recorded[] }>(store, 'events');
    expect(rows.map(({ type }) => type)).toEqual(expected);
    expect(new Set(rows.map(({ actor }) => actor))).toEqual(new Set(['ana']));

    const { rows: activities } = await poaJson<{ rows: object[] }>(
      ...[store, 'view', 'activity', '--cutoff', '2021-06-30'],
    );
    expect(activities).toMatchObject([
      {
        code: '11.01.01',
        name: 'Viajes',
        original: '1300.00',
        distributed: '0.00',
        adjustments: '-100.00',
        current: '1200.00',
        reserved: '400.00',
        committed: '350.00',
        executed: '300.00',
        paid: '200.00',
        executionRate: '25.00',
      },
      {
        code: '11.01.02',
        name: 'Computadoras',
        original: '500.00',
        distributed: '0.00',
        adjustments: '100.00',
        current: '600.00',
        reserved: '90.00',
        committed: '90.00',
        executed: '90.00',
        paid: '0.00',
        executionRate: '15.00',
      },
    ]);
    expect(await poa(store, 'verify')).toContain('coherente');
  });

  it('gives an instrument to what a form stated, and corrects what it stated', async () => {
    const store = stores.copy();
    await poa(
      ...[store, 'document', 'AJUSTADO-JUNIO', '--kind', 'reformulation'],
      ...['--instrument', 'RM:77:2020-06-29', '--net-effect', '-535485.53'],
    );
    await poa(
      ...[store, 'correct', '--corte', '2020-12-31', '--reason', 'doble registro'],
      ...['--line', '11.01.11:20000:TGN:-1000.00'],
    );
    const { rows } = await poaJson<{ rows: Recorded[] }>(store, 'events');
    expect(rows.slice(49).map(({ type, effectiveOn }) => [type, effectiveOn])).toMatchObject([
      ['AdjustmentDocumented', rows[49]?.effectiveOn],
      ['ExecutionCorrected', '2020-12-31'],
    ]);
    const { total } = await poaJson<{ total: object }>(store, 'view', 'overall');
    expect(total).toMatchObject({ executed: '9241127.55' });
  });

  it('says in its answer what went above the budget where control warns', async () => {
    const store = stores.copy();
    await poa(store, ...wordsOf('control --mode warn --level cell --reason prueba'));
    const told = await poa(
      ...[store, 'execute', '--on', '2020-12-31', '--document', 'C31:1', '--beyond'],
      ...['--line', '11.01.11:20000:TGN:100000'],
    );
    expect(told).toMatch(/! 11\.01\.11 · 20000 · TGN: lo usado supera lo vigente en 28,948\.00/);
  });
});
