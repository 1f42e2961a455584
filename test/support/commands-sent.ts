/** A command as it is sent over HTTP. */
export type Sent = readonly [name: string, body: Readonly<Record<string, unknown>>];

const on = (day: string) => ({ effectiveOn: day });
const instrument = { kind: 'LEY', number: '1267', date: '2019-12-20' };
const authorisation = { kind: 'NOTA', number: '7/2020', date: '2020-07-01', reason: 'omisión' };
const paper = (kind: string, number: string) => ({ kind, number, sequence: 1 });
const line = (activity: string | null, amount: string) => ({
  ...{ activity, object: '20000', source: '10', amount },
});
const stage = (day: string, kind: string, follows?: object) => ({
  ...on(day),
  document: paper(kind, '55'),
  ...(follows && { follows }),
  lines: [{ ...line('11.02.02', '60.00'), object: '23400' }],
});

/** One short year of a ledger by hand, in which every command that needs no form is done once or more. */
export const handYear: readonly Sent[] = [
  [
    'open-ledger',
    {
      entity: { code: '41', name: 'Ministerio' },
      area: { sigla: 'SENAVEX', name: null },
      fiscalYear: 2020,
    },
  ],
  [
    'register-activity',
    {
      ...on('2020-01-01'),
      ...{ code: '11.02.02', name: 'Certificación de origen', operation: 'Operación 1' },
      ...{ start: '2020-01-01', end: '2020-12-31', indicator: null, position: 1 },
    },
  ],
  ['register-activity', { ...on('2020-01-01'), code: '11.09.09', name: 'Sin objeto' }],
  [
    'program-budget',
    { ...on('2020-01-01'), lines: [line('11.02.02', '1000.00'), line(null, '500.00')] },
  ],
  ['approve-plan', { instrument }],
  [
    'distribute-budget',
    { ...on('2020-01-02'), lines: [line(null, '-100.00'), line('11.02.02', '100.00')] },
  ],
  [
    'adjust-budget',
    {
      ...on('2020-06-30'),
      ...{ name: 'AJUSTADO JUNIO', kind: 'additional', instrument },
      lines: [line('11.02.02', '50.50')],
    },
  ],
  ['reserve-budget', stage('2020-02-01', 'PREV')],
  ['commit-budget', stage('2020-02-02', 'CONT', paper('PREV', '55'))],
  ['execute-budget', stage('2020-02-03', 'C31', paper('CONT', '55'))],
  ['pay-budget', stage('2020-02-04', 'CHQ', paper('C31', '55'))],
  [
    'reverse-entry',
    {
      ...{ ...on('2020-02-05'), reverses: 10, reason: 'cheque devuelto' },
      lines: [{ ...line('11.02.02', '20.00'), object: '23400' }],
    },
  ],
  [
    'report-progress',
    {
      ...on('2020-02-28'),
      progress: [{ activity: '11.02.02', accumulated: '12.5', evidence: 'Informe 3' }],
    },
  ],
  [
    'revise-activity',
    { ...on('2020-03-01'), activity: '11.02.02', changes: { name: 'Certificación', start: null } },
  ],
  ['withdraw-activity', { ...on('2020-03-01'), activity: '11.09.09', reason: 'sin objeto' }],
  ['change-control', { mode: 'warn', level: 'activity', reason: 'cierre' }],
  ['close-period', { through: '2020-02-29' }],
  ['reopen-period', { from: '2020-02-01', authorisation }],
  [
    'issue-report',
    {
      ...{ report: 'form-5b', number: '1', sha256: 'ab'.repeat(32) },
      cutOff: { effective: '2020-02-29', known: 12 },
      ...{ prepared: 'u1', reviewed: 'u2', approved: 'u3' },
    },
  ],
  ['close-ledger', { reason: 'fin de gestión' }],
  ['reopen-ledger', { authorisation }],
];

/** What speaks of what a form stated, after the two sample files. */
export const afterForm: readonly Sent[] = [
  [
    'document-adjustment',
    { adjustment: 'AJUSTADO-JUNIO', kind: 'reformulation', instrument, netEffect: '-535485.53' },
  ],
  [
    'correct-execution',
    {
      corte: '2020-12-31',
      ...{ reason: 'conciliación', lines: [{ ...line('11.02.02', '-1.00'), source: 'TGN' }] },
    },
  ],
];
