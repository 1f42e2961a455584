import { printAmount, sum, toAmount } from '../catalogue/amount.ts';
import { flatten, type LineAmounts } from '../catalogue/budget-line.ts';
import type { Draft, EventType, LedgerRecord, Signatures } from '../catalogue/events.ts';

/** What each event is called on screens. */
export const eventWords: Readonly<Record<EventType, string>> = {
  LedgerOpened: 'apertura del libro',
  LedgerClosed: 'cierre de la gestión',
  LedgerReopened: 'reapertura de la gestión',
  ActivityRegistered: 'alta de actividad',
  ActivityRevised: 'revisión de actividad',
  ActivityWithdrawn: 'baja de actividad',
  BudgetProgrammed: 'programación',
  PlanApproved: 'aprobación del POA',
  BudgetDistributed: 'distribución',
  BudgetAdjusted: 'modificación',
  AdjustmentDocumented: 'instrumento de modificación',
  BudgetReserved: 'preventivo',
  BudgetCommitted: 'compromiso',
  BudgetExecuted: 'devengado',
  BudgetPaid: 'pagado',
  EntryReversed: 'reversión',
  FormTaken: 'formulario tomado',
  ExecutionCorrected: 'corrección de registro',
  ProgressReported: 'avance',
  PeriodClosed: 'cierre de período',
  PeriodReopened: 'reapertura de período',
  ControlChanged: 'control',
  ReportIssued: 'reporte emitido',
};

type Told = Draft | LedgerRecord;

const money = (lines: LineAmounts): string => {
  const flat = flatten(lines);
  const total = toAmount(sum(flat.map(({ centavos }) => centavos)));
  return `${String(flat.length)} líneas, ${printAmount(total)}`;
};

const nameOf = ({ data }: Told): string => {
  if ('adjustment' in data && 'name' in data) return `${data.name ?? data.adjustment}: `;
  if ('document' in data && data.document !== null) {
    const { kind, number, sequence } = data.document;
    return `${kind} ${number}/${String(sequence)}: `;
  }
  return 'reverses' in data ? `del registro ${String(data.reverses)}: ` : '';
};

const instrumentText = ({
  kind,
  number,
  date,
}: {
  kind: string;
  number: string;
  date: string;
}): string => `${kind} ${number} de ${date}`;

/** What an event says, in one line. */
export const summaryOf = (told: Told): string => {
  const { data } = told;
  if ('lines' in data) return `${nameOf(told)}${money(data.lines)}`;
  if ('corte' in data) return `corte ${data.corte}, ${data.version.name}`;
  if ('code' in data) return `${data.code} ${data.name}`;
  if ('progress' in data) return `${String(data.progress.length)} actividades`;
  if ('instrument' in data) return instrumentText(data.instrument);
  if ('authorisation' in data) return instrumentText(data.authorisation);
  return shortData(data);
};

/** Who answers for an event, where three people signed it. */
export const signedText = ({ signed }: { readonly signed?: Signatures }): string =>
  signed === undefined
    ? ''
    : `elaborado por ${signed.prepared}, revisado por ${signed.reviewed}, aprobado por ${signed.approved}`;

const shortData = (data: object): string =>
  Object.entries(data)
    .filter(([, value]) => typeof value !== 'object')
    .map(([, value]) => String(value))
    .join(' · ');
