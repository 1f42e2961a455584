import type { ObjectCode, Source } from './codes.ts';

/** The two columns of the form: money of the treasury, and all other. */
export type SourceClass = 'TGN' | 'OTRAS';

/** The tables of one gestión; they are kept in LedgerOpened, so that a ledger never changes its reading. */
export interface Classifiers {
  /** group of expenditure → name */
  readonly groups: Readonly<Record<string, string>>;
  /** the fuentes that the form counts as T.G.N.; all others are OTRAS FUENTES */
  readonly treasurySources: readonly string[];
}

/** @see domain.md section 3: the groups of the classifier by object of expenditure; the map of sources is configuration. */
export const defaultClassifiers: Classifiers = {
  groups: {
    '10000': 'Servicios Personales',
    '20000': 'Servicios No Personales',
    '30000': 'Materiales y Suministros',
    '40000': 'Activos Reales',
    '50000': 'Activos Financieros',
    '60000': 'Servicio de la Deuda Pública y Disminución de Otros Pasivos',
    '70000': 'Transferencias',
    '80000': 'Impuestos, Regalías y Tasas',
    '90000': 'Otros Gastos',
  },
  treasurySources: ['10', '11'],
};

/** A partida rolls up to the group that shares its first digit. */
export const groupOf = (object: ObjectCode): ObjectCode => `${object.charAt(0)}0000` as ObjectCode;

export const sourceClassOf = (source: Source, classifiers: Classifiers): SourceClass => {
  const treasury = source === 'TGN' || classifiers.treasurySources.includes(source);
  return treasury ? 'TGN' : 'OTRAS';
};
