import { finding } from '../../../src/catalogue/finding.ts';
import { planMeasures, type Rule } from '../rule.ts';

/** Capitals without accents, as texts of forms come in every spelling. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();

/** The first of the words with which a word of the text begins. */
const wordIn = (text: string, words: readonly string[]): string | undefined => {
  const begun = plain(text).split(/[^\p{L}\p{N}]+/u);
  return words.find((word) => begun.some((each) => each.startsWith(plain(word.trim()))));
};

/** An activity says that it buys and has no money for it. */
export const buysWithoutBudget: Rule = {
  codes: ['BUYS_WITHOUT_BUDGET'],
  source:
    'N.5.B, columnas (3), (9) y (10): el nombre de la actividad dice que adquiere y lo vigente es 0',
  settings: ['buyingWords'],
  find: ({ activities, settings }) =>
    activities.flatMap(({ id, code, name, current, said }) => {
      const word = current === 0 ? wordIn(name, settings.buyingWords) : undefined;
      if (word === undefined) return [];
      return [
        {
          finding: finding('BUYS_WITHOUT_BUDGET', { activity: code, word, current: '0.00' }),
          about: { activity: id },
          records: said.field('name'),
          money: { scope: { activity: id }, measures: planMeasures },
        },
      ];
    }),
};
