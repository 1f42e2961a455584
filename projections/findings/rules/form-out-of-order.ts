import { finding } from '../../../src/catalogue/finding.ts';
import type { Rule } from '../rule.ts';

/** A form arrived after one of a later corte: what was known between them lacked it. */
export const formOutOfOrder: Rule = {
  codes: ['FORM_OUT_OF_ORDER'],
  source:
    'PEFA 28.3: lo que cambia después de un informe; formulario de un corte anterior a otro ya tomado',
  settings: [],
  find: ({ forms, formsKnown }) =>
    forms.flatMap(({ corte, revision }) => {
      const later = formsKnown.filter((other) => other.revision < revision && other.corte > corte);
      if (later.length === 0) return [];
      const cortes = [...new Set(later.map((other) => other.corte))].sort();
      return [
        {
          finding: finding('FORM_OUT_OF_ORDER', { corte, later: cortes }),
          about: { form: corte },
          records: [...later.map((other) => other.revision), revision],
        },
      ];
    }),
};
