import type { Rule } from '../rule.ts';

/** A sum row of a form is not the sum of its rows: seen again in the file that was kept. */
export const formSumsDiffer: Rule = {
  codes: ['SUM_DIFFERS', 'TOTAL_DIFFERS', 'FORM_NOT_CHECKED'],
  source: 'N.5.B, filas TOTAL, TOTAL PARCIAL y TOTAL GENERAL: una fila de suma es un control',
  settings: [],
  find: ({ checkedForms }) =>
    checkedForms.flatMap(({ form, findings }) =>
      findings.map((finding) => ({
        finding,
        about: { form: form.corte },
        records: [form.revision],
      })),
    ),
};
