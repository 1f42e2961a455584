import { toAmount } from '../../catalogue/amount.ts';
import type { CivilDate } from '../../catalogue/civil-date.ts';
import type { ActivityId } from '../../catalogue/codes.ts';
import { finding, type Finding } from '../../catalogue/finding.ts';
import { printCell } from './cell.ts';
import type { LedgerState, StatedFormLevels } from './state.ts';

type Forms = readonly (readonly [CivilDate, StatedFormLevels])[];

const lowered = (earlier: StatedFormLevels, later: StatedFormLevels): Finding[] =>
  [...earlier.levels].flatMap(([activity, cells]) => {
    const after = later.levels.get(activity);
    if (after === undefined) return [];
    return [...cells].flatMap(([key, { executed }]) => {
      const now = after.get(key)?.executed ?? 0;
      return now < executed
        ? [
            finding('LEVEL_LOWERED', {
              cell: printCell(key),
              from: toAmount(executed),
              to: toAmount(now),
            }),
          ]
        : [];
    });
  });

const absent = (earlier: Forms, [corte, form]: Forms[number]): Finding[] => {
  const listed = new Set<ActivityId>(earlier.flatMap(([, { levels }]) => [...levels.keys()]));
  return [...listed]
    .filter((activity) => !form.levels.has(activity))
    .map((activity) => finding('ACTIVITY_ABSENT', { activity, corte }));
};

/** What is odd about a form among those that were taken before it. */
export const formFindings = (
  before: LedgerState,
  after: LedgerState,
  corte: CivilDate,
): readonly Finding[] => {
  const forms: Forms = [...after.forms.entries()].sort(([one], [other]) => (one < other ? -1 : 1));
  const at = forms.findIndex(([day]) => day === corte);
  const [previous, own, next] = [forms[at - 1], forms[at], forms[at + 1]];
  if (own === undefined) return [];
  const replaced = before.forms.get(corte);
  const later = forms.slice(at + 1).map(([day]) => day);
  return [
    ...(before.original.size === 0 ? [finding('ORIGINAL_NOT_KNOWN', {})] : []),
    ...(replaced ? [finding('FORM_REPLACED', { corte, revision: replaced.revision })] : []),
    ...(later.length > 0 ? [finding('FORM_OUT_OF_ORDER', { corte, later })] : []),
    ...absent(forms.slice(0, at), own),
    ...(previous ? lowered(previous[1], own[1]) : []),
    ...(next ? lowered(own[1], next[1]) : []),
  ];
};
