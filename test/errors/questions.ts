import { issue } from '../support/acts.ts';
import { adjust } from '../support/commands.ts';
import type { Cases } from '../support/errors/case.ts';
import { onSample } from '../support/errors/sample.ts';
import { onTold } from '../support/errors/told-store.ts';
import { hundred } from '../support/ledgers.ts';
import type { Command } from '../../src/domain/area-ledger/index.ts';

const more = (adjustment: string): Command =>
  adjust('2020-06-30', 'additional', [['11.01.01', '20000', 'TGN', '1.00']], {
    ...{ name: 'AJUSTE', adjustment },
  });
const statement = (): Command => {
  const issued = issue('7', '2020-12-31', 4);
  return { ...issued, data: { ...issued.data, report: 'estado' } } as Command;
};

/** What a question names: references, presets, reports, cells and records. */
export const questions: Cases = {
  INVALID_REFERENCE: {
    how: 'Se compara desde «junio».',
    provoke: onSample('compare --from junio --to current'),
  },
  INVALID_SOURCE_CLASS: {
    how: 'Se pide el origen de una cifra de la fuente 10, y las vistas solo distinguen clases.',
    provoke: onSample('origin --source 10 --measure paid'),
  },
  INVALID_PRESET: {
    how: 'Se pide una comparación preparada que no hay.',
    provoke: onSample('compare --preset año'),
  },
  ORIGINAL_NOT_APPROVED: {
    how: 'Se compara con el POA original cuando todavía no se había aprobado.',
    provoke: onSample('compare --from original --to current --known 1'),
  },
  ADJUSTMENT_AMBIGUOUS: {
    how: 'Se compara con una modificación cuyo nombre llevan dos.',
    provoke: onTold('compare --from adjustment:AJUSTE --to current', [
      ...hundred(),
      ...[more('UNO'), more('DOS')],
    ]),
  },
  REPORT_NOT_FOUND: {
    how: 'Se compara con un reporte que no se emitió.',
    provoke: onSample('compare --from report:7 --to current'),
  },
  REPORT_AMBIGUOUS: {
    how: 'Se compara con el número 7, que llevan dos reportes distintos.',
    provoke: onTold('compare --from report:7 --to current', [
      ...hundred(),
      ...[issue('7', '2020-12-31', 4), statement()],
    ]),
  },
  CLOSING_NOT_FOUND: {
    how: 'Se compara con un período que no se cerró.',
    provoke: onSample('compare --from period:2020-06-30 --to current'),
  },
  CELL_NOT_FOUND: {
    how: 'Se pide el origen de una cifra de un grupo sin presupuesto.',
    provoke: onSample('origin --group 70000 --measure paid'),
  },
  RECORD_NOT_SEEN: {
    how: 'Se recorre la historia desde un registro que cuenta después del corte.',
    provoke: onSample('replay --from 44 --cutoff 2020-05-31'),
  },
};
