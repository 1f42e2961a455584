import type { Instrument, LedgerRecord } from '../../src/catalogue/events.ts';

/** Text as it is searched: without case and without accents. */
export const searchable = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const instrumentWords = ({ kind, number, date }: Instrument): string => `${kind} ${number} ${date}`;

const namesIn = ({ data }: LedgerRecord): (string | null | undefined)[] => {
  if ('entity' in data) return [data.entity.name, data.area.name, data.area.sigla];
  if ('changes' in data) return [data.changes.code, data.changes.name, data.changes.operation];
  if ('version' in data) return [data.version.name];
  if ('report' in data) return [data.report, data.number];
  return [
    ...('code' in data ? [data.code, data.operation] : []),
    ...('name' in data ? [data.name] : []),
    ...('adjustment' in data ? [data.adjustment] : []),
  ];
};

const instrumentsIn = ({ data }: LedgerRecord): string[] => {
  if ('authorisation' in data) {
    return [instrumentWords(data.authorisation), data.authorisation.reason];
  }
  return 'instrument' in data && data.instrument !== null ? [instrumentWords(data.instrument)] : [];
};

/** The names, reasons and instruments that a record carries. */
export const wordsOf = (record: LedgerRecord): string[] => {
  const reason = 'reason' in record.data ? record.data.reason : undefined;
  return [...namesIn(record), reason, ...instrumentsIn(record)].filter(
    (words): words is string => typeof words === 'string',
  );
};
