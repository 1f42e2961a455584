/** So many runs are shown; programs read all of them. */
const runsMax = 6;

/** "44–46, 48": revisions in rising order, in runs. */
export const printRevisions = (revisions: readonly number[]): string => {
  const runs: [number, number][] = [];
  for (const revision of revisions) {
    const run = runs.at(-1);
    if (run?.[1] === revision - 1) run[1] = revision;
    else runs.push([revision, revision]);
  }
  const texts = runs.map(([first, last]) =>
    first === last ? String(first) : `${String(first)}–${String(last)}`,
  );
  return texts.length > runsMax ? `${texts.slice(0, runsMax).join(', ')}, …` : texts.join(', ');
};
