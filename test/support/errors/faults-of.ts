import type { Group } from './case.ts';

/** What is wrong with a gallery: every code has one case or a reason, in the order of the codes. */
export const faultsOf = (
  codes: readonly string[],
  groups: readonly Group[],
  reasons: Readonly<Record<string, string>>,
): readonly string[] => {
  const shown = groups.flatMap(({ cases }) => Object.keys(cases));
  const excused = Object.keys(reasons);
  const missing = codes.filter((code) => !shown.includes(code) && !excused.includes(code));
  const unknown = [...shown, ...excused].filter((code) => !codes.includes(code));
  const twice = shown.filter((code, at) => shown.indexOf(code) !== at);
  const both = shown.filter((code) => excused.includes(code));
  const expected = codes.filter((code) => shown.includes(code));
  const elsewhere = shown.find((code, at) => code !== expected[at]);
  const whole = missing.length + unknown.length + twice.length === 0;
  return [
    ...missing.map((code) => `${code}: no case and no reason`),
    ...unknown.map((code) => `${code}: no such code`),
    ...both.map((code) => `${code}: a case, and a reason why it has none`),
    ...twice.map((code) => `${code}: two cases`),
    ...(whole && elsewhere !== undefined ? [`${elsewhere}: stands elsewhere`] : []),
  ];
};
