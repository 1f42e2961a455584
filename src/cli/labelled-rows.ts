import type { ExecutionByActivity } from '../../projections/execution-by-activity/execution-by-activity.ts';
import type { ExecutionByGroup } from '../../projections/execution-by-group/execution-by-group.ts';
import type { ExecutionOverall } from '../../projections/execution-overall/execution-overall.ts';
import type { LabelledFigures } from './print-view.ts';

/** Each activity, and below it its groups. */
export const labelledActivities = (rows: ExecutionByActivity['rows']): LabelledFigures[] =>
  rows.flatMap((row) => [
    {
      label: [row.code ?? '', row.activity === null ? 'Sin distribuir' : (row.name ?? '')],
      figures: row,
    },
    ...row.groups.map((group) => ({
      label: ['', `  ${group.group ?? 'sin grupo'}`],
      figures: group,
    })),
  ]);

export const labelledGroups = (rows: ExecutionByGroup['rows']): LabelledFigures[] =>
  rows.map((row) => ({ label: [row.group ?? 'sin grupo', row.name ?? ''], figures: row }));

export const labelledSources = (rows: ExecutionOverall['rows']): LabelledFigures[] =>
  rows.map((row) => ({ label: [row.source ?? 'sin fuente'], figures: row }));
