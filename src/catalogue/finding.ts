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

/** The Spanish sentence for people, its place in front. */
export const printFinding = ({ code, facts, place }: Finding): string => {
  const text = (findings[code].text as (facts: unknown) => string)(facts);
  return place === undefined ? text : `${printPlace(place)}: ${text}`;
};
