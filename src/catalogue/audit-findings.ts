import { type OfActivity, row } from './finding-row.ts';

interface OfAdjustment {
  /** its identification, and the name that it was given, if any */
  readonly adjustment: string;
  readonly name: string | null;
}

interface Changes {
  readonly increases: string;
  /** zero or less */
  readonly decreases: string;
  readonly net: string;
}

/** How an adjustment is called: by its name, else by its identification. */
const called = ({ adjustment, name }: OfAdjustment): string => `«${name ?? adjustment}»`;

/** What rules find in a ledger at a cut-off. */
export const auditFindings = {
  SPENT_WITHOUT_PROGRESS: row<
    OfActivity & { readonly executed: string; readonly accumulated: string }
  >(
    'warning',
    ({ activity, executed, accumulated }) =>
      `${activity}: se ejecutaron ${executed} con una eficacia acumulada de ${accumulated} %`,
  ),
  PROGRESS_WITHOUT_SPENDING: row<
    OfActivity & {
      readonly current: string;
      readonly executed: string;
      readonly accumulated: string;
    }
  >(
    'warning',
    ({ activity, current, accumulated }) =>
      `${activity}: la eficacia acumulada es ${accumulated} % y de ${current} programados no se ejecutó nada`,
  ),
  NOTHING_DONE: row<
    OfActivity & {
      readonly current: string;
      readonly executed: string;
      readonly accumulated: string;
    }
  >(
    'warning',
    ({ activity, current }) =>
      `${activity}: tiene ${current} programados, nada ejecutado y eficacia acumulada 0`,
  ),
  PAST_END_DATE: row<
    OfActivity & { readonly end: string; readonly cutOff: string; readonly accumulated: string }
  >(
    'warning',
    ({ activity, end, cutOff, accumulated }) =>
      `${activity}: debía terminar el ${end} y al ${cutOff} su eficacia acumulada es ${accumulated} %`,
  ),
  BUYS_WITHOUT_BUDGET: row<OfActivity & { readonly word: string; readonly current: string }>(
    'warning',
    ({ activity, word }) =>
      `${activity}: su nombre dice que adquiere («${word}») y no tiene presupuesto`,
  ),
  EXECUTED_WITHOUT_GROUP: row<OfActivity & { readonly executed: string }>(
    'warning',
    ({ activity, executed }) => `${activity}: se ejecutaron ${executed} sin grupo de gasto`,
  ),
  ADJUSTMENT_WITHOUT_INSTRUMENT: row<OfAdjustment & Changes & { readonly day: string }>(
    'warning',
    ({ increases, decreases, net, day, ...adjustment }) =>
      `la modificación ${called(adjustment)} del ${day} no tiene instrumento: aumenta ${increases}, disminuye ${decreases}, efecto neto ${net}`,
  ),
  USED_ABOVE_BUDGET: row<{
    readonly cell: string;
    readonly current: string;
    readonly used: string;
    readonly exceeded: string;
    readonly control: string;
  }>(
    'warning',
    ({ cell, current, used, exceeded, control }) =>
      `${cell}: lo usado (${used}) supera lo vigente (${current}) en ${exceeded}; el control hoy ${control === 'warn' ? 'solo advierte' : 'impide'}`,
  ),
  EXECUTED_WITHOUT_BUDGET: row<{ readonly cell: string; readonly executed: string }>(
    'warning',
    ({ cell, executed }) => `${cell}: se ejecutaron ${executed} sin presupuesto vigente`,
  ),
  SMALL_ADJUSTMENTS_REPEATED: row<{
    readonly cell: string;
    readonly count: number;
    readonly amountMax: string;
    readonly net: string;
    readonly adjustments: readonly string[];
  }>(
    'warning',
    ({ cell, count, amountMax, net, adjustments }) =>
      `${cell}: ${String(count)} modificaciones de hasta ${amountMax} cada una, que juntas suman ${net}: ${adjustments.join(', ')}`,
  ),
  ADJUSTMENT_LATE_IN_YEAR: row<
    OfAdjustment & Changes & { readonly day: string; readonly from: string }
  >(
    'notice',
    ({ day, from, increases, decreases, ...adjustment }) =>
      `la modificación ${called(adjustment)} es del ${day}, desde el ${from} en adelante: aumenta ${increases}, disminuye ${decreases}`,
  ),
  TRANSFER_ROUND_TRIP: row<
    OfAdjustment & {
      readonly returnedBy: string;
      readonly amount: string;
      readonly days: number;
      readonly lines: readonly string[];
    }
  >(
    'warning',
    ({ returnedBy, amount, days, lines, ...adjustment }) =>
      `el traspaso ${called(adjustment)} vuelve a los ${String(days)} días con «${returnedBy}»: ${amount} entre ${lines.join(' y ')}`,
  ),
  TRANSFER_HALF_MISSING: row<
    OfAdjustment & {
      readonly counterpart: string;
      readonly transferId: string;
      readonly net: string;
      readonly found: string | null;
    }
  >(
    'warning',
    ({ counterpart, transferId, net, found, ...adjustment }) =>
      `el traspaso ${called(adjustment)} (${transferId}) mueve ${net} con ${counterpart} y ${found === null ? 'ningún otro libro del almacén tiene la otra mitad' : `la otra mitad es ${found}`}`,
  ),
  FORM_NOT_CHECKED: row<{ readonly corte: string; readonly file: string; readonly reason: string }>(
    'warning',
    ({ corte, file, reason }) =>
      `no se pudo comprobar si cierran las sumas del formulario de corte ${corte} (archivo ${file.slice(0, 12)}…): ${reason}`,
  ),
  DUE_ON_CUT_OFF: row<OfActivity & { readonly end: string; readonly accumulated: string }>(
    'notice',
    ({ activity, end, accumulated }) =>
      `${activity}: termina en la fecha de corte (${end}) con una eficacia acumulada de ${accumulated} %`,
  ),
} as const;
