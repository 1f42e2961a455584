/** How grave a finding is. */
export type Severity = 'notice' | 'warning';

interface Row<Facts> {
  readonly severity: Severity;
  readonly text: (facts: Facts) => string;
}

/** One finding of a table: how grave it is and what it says to people. */
export const row = <Facts = object>(
  severity: Severity,
  text: (facts: Facts) => string,
): Row<Facts> => ({ severity, text });

export interface OfActivity {
  readonly activity: string;
}
