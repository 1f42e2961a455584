import { type Amount, printAmount } from './amount.ts';
import { type CivilDate, printDate } from './civil-date.ts';
import type { Severity } from './finding-row.ts';
import { findings, type FindingCode, type FindingFacts } from './findings.ts';
import { printPlace, type Place } from './failure.ts';

/** Something odd that stops nothing and is never passed over in silence. */
export interface Finding<Code extends FindingCode = FindingCode> {
  readonly code: Code;
  readonly facts: FindingFacts<Code>;
  readonly place?: Place;
}

export const finding = <Code extends FindingCode>(
  code: Code,
  facts: FindingFacts<Code>,
  place?: Place,
): Finding => ({ code, facts, ...(place && { place }) });

export const severityOf = ({ code }: Finding): Severity => findings[code].severity;

/** Amounts and days as people write them; whatever else a fact is stays as it is. */
const worded = (fact: unknown): unknown => {
  if (Array.isArray(fact)) return fact.map(worded);
  if (typeof fact !== 'string') return fact;
  if (/^-?\d+\.\d{2}$/.test(fact)) return printAmount(fact as Amount);
  return /^\d{4}-\d{2}-\d{2}$/.test(fact) ? printDate(fact as CivilDate) : fact;
};

/** The Spanish sentence for people, its place in front. */
export const printFinding = ({ code, facts, place }: Finding): string => {
  const words = Object.entries(facts).map(([name, fact]) => [name, worded(fact)]);
  const text = (findings[code].text as (facts: unknown) => string)(Object.fromEntries(words));
  return place === undefined ? text : `${printPlace(place)}: ${text}`;
};
