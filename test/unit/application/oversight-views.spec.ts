import { describe, expect, it } from '@jest/globals';
import { MemoryStore } from '../../../src/adapters/memory/memory-store.ts';
import { LedgerService } from '../../../src/application/ledger-service.ts';
import { Library } from '../../../src/application/library.ts';
import { OversightViews } from '../../../src/application/oversight-views.ts';
import type { LedgerId } from '../../../src/catalogue/codes.ts';
import { instantAt } from '../../../src/catalogue/instant.ts';
import type { Command } from '../../../src/domain/area-ledger/index.ts';
import { sumFindings } from '../../../src/intake/form-5b/sum-findings.ts';
import { approve, control, takeForm } from '../../support/acts.ts';
import { codeOf } from '../../support/code-of.ts';
import { adjust, execute, opened, program, register } from '../../support/commands.ts';
import { day, type Line } from '../../support/lines.ts';
import { form } from '../../support/stated-files.ts';

const own = '41-SENAVEX-2020' as LedgerId;
const other = '41-OTRA-2020' as LedgerId;
const one = '01.01.01';
const yearEnd = { effective: day('2020-12-31') };
const start = 1_610_000_000_000_000;

/** Two areas over one store; each command is taken a second after the one before. */
const offices = () => {
  const store = new MemoryStore();
  let now = start;
  const clock = { now: () => now, pause: () => Promise.resolve() };
  const snapshots = {
    find: () => Promise.resolve({ outcome: 'none' } as const),
    keep: () => Promise.resolve(),
  };
  const library = new Library({ store, snapshots, report: () => undefined });
  const ledgers = new LedgerService(library, store, clock);
  const parts = { library, store, files: store, clock, formCheck: { sumsOf: sumFindings } };
  const tell = async (ledger: LedgerId, ...commands: readonly Command[]): Promise<void> => {
    for (const command of commands) {
      now += 1_000_000;
      await ledgers.change({ ledger, command, commandId: String(now), actor: 'ana' });
    }
  };
  return { store, tell, views: new OversightViews(parts), secondsAfter: () => (now - start) / 1e6 };
};

const begin = (sigla: string, fiscalYear = 2020): readonly Command[] => [
  { type: 'OpenLedger', data: { ...opened, area: { sigla, name: null }, fiscalYear } },
  register(`${fiscalYear}-01-01`, one),
  program(`${fiscalYear}-01-01`, [one, '20000', 'TGN', '1000.00']),
  approve(),
];

const half = (on: string, amount: string, area: string, transferId = 'TR-1'): Command => {
  const line: Line = [one, '20000', 'TGN', amount];
  return adjust(on, 'transfer', [line], {
    name: `TRASPASO ${area}`,
    counterpart: { area, transferId },
  });
};

describe('the other half of a transfer', () => {
  const codes = async ({ views }: ReturnType<typeof offices>, cutOff: object = yearEnd) =>
    (await views.findings(own, cutOff)).view.rows.map(({ code }) => code);

  it('is found in another ledger of the store', async () => {
    const office = offices();
    await office.tell(own, ...begin('SENAVEX'), half('2020-03-01', '-500.00', 'OTRA'));
    await office.tell(other, ...begin('OTRA'));
    expect(await codes(office)).toEqual(['TRANSFER_HALF_MISSING']);
    await office.tell(other, half('2020-03-05', '500.00', 'SENAVEX'));
    expect(await codes(office)).toEqual([]);
    expect((await office.views.findings(other, yearEnd)).view.rows).toEqual([]);
  });

  it('is missing before its own day, and while it was not recorded', async () => {
    const office = offices();
    await office.tell(own, ...begin('SENAVEX'), half('2020-03-01', '-500.00', 'OTRA'));
    const before = office.secondsAfter();
    await office.tell(other, ...begin('OTRA'), half('2020-03-05', '500.00', 'SENAVEX'));
    expect(await codes(office, { effective: day('2020-03-04') })).toHaveLength(1);
    expect(await codes(office, { effective: day('2020-03-05') })).toEqual([]);
    expect(await codes(office, { ...yearEnd, known: 4 })).toHaveLength(1);
    const known = instantAt(start + before * 1_000_000);
    expect(await codes(office, { ...yearEnd, known })).toHaveLength(1);
    const later = instantAt(start + office.secondsAfter() * 1_000_000);
    expect(await codes(office, { ...yearEnd, known: later })).toEqual([]);
  });

  it('is not that of another gestión, another transfer or another amount', async () => {
    const office = offices();
    await office.tell(own, ...begin('SENAVEX'), half('2020-03-01', '-500.00', 'OTRA'));
    const nextYear = '41-OTRA-2021' as LedgerId;
    await office.tell(nextYear, ...begin('OTRA', 2021), half('2021-03-05', '500.00', 'SENAVEX'));
    await office.tell(other, ...begin('OTRA'), half('2020-03-05', '500.00', 'SENAVEX', 'TR-2'));
    expect(await codes(office)).toEqual(['TRANSFER_HALF_MISSING']);
    await office.tell(
      other,
      adjust('2020-04-05', 'transfer', [[one, '20000', 'TGN', '499.00']], {
        name: 'OTRO',
        counterpart: { area: 'SENAVEX', transferId: 'TR-1' },
      }),
    );
    const { view } = await office.views.findings(own, yearEnd);
    expect(view.rows[0]?.facts).toMatchObject({ net: '-500.00', found: '499.00' });
  });
});

describe('what a cell uses', () => {
  it('is read from the records once control has ever changed', async () => {
    const office = offices();
    await office.tell(
      own,
      ...begin('SENAVEX'),
      control('warn'),
      execute('2020-05-01', 'C31 1/1', [[one, '21000', '10', '1000.01']]),
      control('block'),
    );
    const { view } = await office.views.findings(own, yearEnd);
    expect(view.rows).toMatchObject([
      { code: 'USED_ABOVE_BUDGET', facts: { exceeded: '0.01', control: 'block' } },
    ]);
    const then = await office.views.findings(own, { ...yearEnd, known: 4 });
    expect(then.view.rows).toEqual([]);
  });
});

describe('the sums of a form', () => {
  it('that cannot be seen again, because the store has no such file, are said to be so', async () => {
    const office = offices();
    await office.tell(
      own,
      takeForm(form('2020-12-31', { [one]: [['20000', 'TGN', '80.00', '0.00']] })),
    );
    const { view } = await office.views.findings(own, yearEnd);
    expect(view.rows.find(({ code }) => code === 'FORM_NOT_CHECKED')).toMatchObject({
      severity: 'warning',
      text: 'no se pudo comprobar si cierran las sumas del formulario de corte 31/12/2020 (archivo form-12…): el almacén no tiene el archivo',
      about: { form: '2020-12-31' },
    });
  });

  it('that are in a file which is no form are said to be so', async () => {
    const office = offices();
    const file = await office.store.keep(new TextEncoder().encode('nada'));
    const stated = form('2020-12-31', { [one]: [['20000', 'TGN', '80.00', '0.00']] }, { file });
    await office.tell(own, takeForm(stated));
    const { view } = await office.views.findings(own, yearEnd);
    expect(view.rows.map(({ code }) => code)).toContain('FORM_NOT_CHECKED');
  });
});

describe('what is asked for and not there', () => {
  const asked = async (scope: object): Promise<string> => {
    const office = offices();
    await office.tell(own, ...begin('SENAVEX'));
    return codeOf(office.views.series(own, yearEnd, scope));
  };

  it.each([
    [{ activity: '09.09.09' }, 'ACTIVITY_NOT_FOUND'],
    [{ group: '21000' }, 'GROUP_NOT_FOUND'],
    [{ activity: one, group: '20000' }, 'INVALID_COMMAND'],
    [{ activity: one }, 'not refused'],
    [{ activity: null }, 'not refused'],
    [{ group: null }, 'not refused'],
  ])('%j is %s', async (scope, code) => {
    expect(await asked(scope)).toBe(code);
  });

  it('refuses settings before anything is read', async () => {
    const { views } = offices();
    expect(await codeOf(views.findings(own, {}, { unknown: 1 }))).toBe('INVALID_SETTINGS');
  });
});
