import { printAmount, type Amount } from '../catalogue/amount.ts';
import type { Money, ShownMeasure } from '../../projections/figure-measures.ts';

/** What each measure is called on screens, in the order of the columns. */
export const measureWords: Readonly<Record<ShownMeasure, string>> = {
  original: 'Original',
  adjustments: 'Modificaciones',
  distributed: 'Distribuido',
  current: 'Vigente',
  reserved: 'Preventivo',
  committed: 'Compromiso',
  executed: 'Devengado',
  paid: 'Pagado',
};

export const wordedMeasures = Object.keys(measureWords) as readonly ShownMeasure[];

/** Forms say nothing of the stages beside devengado; all else that is not told is not known. */
export const unknownText = (measure: ShownMeasure): string =>
  ['reserved', 'committed', 'paid'].includes(measure) ? 'no informado' : 'no conocido';

export const moneyText = (value: Amount | null, measure: ShownMeasure): string =>
  value === null ? unknownText(measure) : printAmount(value);

/** What a record moves, "Vigente −10.00", the three measures of the plan as vigente alone. */
export const changeText = (amounts: Partial<Money>): string =>
  wordedMeasures
    .filter((measure) => amounts[measure] !== undefined)
    .filter((measure) => measure !== 'current' || Object.keys(amounts).length === 1)
    .map((measure) => `${measureWords[measure]} ${moneyText(amounts[measure] ?? null, measure)}`)
    .join(' · ');
