import { printAmount } from '../catalogue/amount.ts';
import { printDate } from '../catalogue/civil-date.ts';
import { printInstant } from '../catalogue/instant.ts';
import { textTable } from '../reports/text-table.ts';
import type {
  Consolidation,
  ConsolidationPart,
} from '../../projections/consolidation/consolidation.ts';
import type { Output } from './output.ts';
import { type LabelledFigures, printFigures } from './print-view.ts';

type OfAny = Consolidation<unknown>;

const total = 'TOTAL';

const printLedgers = (output: Output, { ledgers, notKnown, known, day }: OfAny): void => {
  const [zone = 'UTC'] = ledgers.map((each) => each.zone);
  const until = `${printInstant(known.instant, zone)}${known.provisional ? ', provisional' : ''}`;
  const on = day.split('-').reverse().join('/');
  const count = ledgers.length === 1 ? 'un libro' : `${String(ledgers.length)} libros`;
  output.write(`Consolidación de ${count} al ${on}, según lo registrado hasta el ${until}`);
  const rows = ledgers.map(({ ledger, title, cutOff, root }) => [
    ledger,
    title,
    printDate(cutOff.effective),
    `${String(cutOff.known.revision)}:${root}`,
  ]);
  output.write(textTable(['Libro', 'Plan', 'Corte', 'Cabeza'], rows));
  for (const { ledger, firstRecordedAt } of notKnown) {
    const first = printInstant(firstRecordedAt, zone);
    output.write(`No conocido todavía: ${ledger} (su primer registro es del ${first})`);
  }
};

const partHeads = { area: 'Área', entity: 'Entidad', year: 'Gestión' } as const;

const partLabel = ({ entity, area, fiscalYear }: ConsolidationPart<unknown>): string =>
  fiscalYear === null
    ? [entity, area].filter((each) => each !== null).join('-')
    : String(fiscalYear);

const printTransfers = (output: Output, { eliminated, inTransit, adjusted }: OfAny): void => {
  for (const { transferId, amount, halves } of eliminated) {
    const said = halves.map(({ ledger, day }) => `${ledger} el ${printDate(day)}`).join(', ');
    output.write(`Traspaso eliminado ${transferId}: ${printAmount(amount)} (${said})`);
  }
  for (const { transferId, ledger, counterpart, day, amount, found } of inTransit) {
    const half = `${printAmount(amount)} en ${ledger} el ${printDate(day)}, contraparte ${counterpart}`;
    const others = found === null ? '' : `; los otros libros dicen ${printAmount(found)}`;
    output.write(`Traspaso en tránsito ${transferId}: ${half}${others}`);
  }
  if (adjusted === null) return;
  const { increases, decreases, net } = adjusted;
  output.write(
    `Modificaciones sin los traspasos eliminados: aumentan ${printAmount(increases)}, disminuyen ${printAmount(decreases)}, efecto neto ${printAmount(net)}`,
  );
};

/** The ledgers with their cut-offs, the parts, the view of all together, and the transfers. */
export const printConsolidation = <Row>(
  output: Output,
  answer: Consolidation<Row>,
  heads: readonly string[],
  labelled: (rows: readonly Row[]) => readonly LabelledFigures[],
): void => {
  const whole = { figures: answer.total };
  printLedgers(output, answer);
  output.write('');
  printFigures(
    output,
    [partHeads[answer.by]],
    [
      ...answer.parts.map((part) => ({ label: [partLabel(part)], figures: part.total })),
      { label: [total], ...whole },
    ],
  );
  output.write('');
  const label = heads.map((_, index) => (index === 0 ? total : ''));
  printFigures(output, heads, [...labelled(answer.rows), { label, ...whole }]);
  printTransfers(output, answer);
};
