import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterForm, handYear } from './commands-sent.ts';
import { brokenOnes, oddBodies } from './odd-values.ts';
import { type Schema, valuesOf } from './schema-arbitraries.ts';

const samples = ['senavex-2020-12-form-5b.txt', 'original-budget-2020.csv'].map((name) =>
  readFileSync(new URL(`../../samples/${name}`, import.meta.url)),
);

/** A file, whole or cut and changed somewhere. */
const files: fc.Arbitrary<Buffer> = fc
  .tuple(fc.constantFrom(...samples), fc.nat(), fc.uint8Array({ maxLength: 12 }), fc.boolean())
  .map(([bytes, pick, odd, isCut]) => {
    const at = pick % bytes.length;
    const rest = isCut ? Buffer.alloc(0) : bytes.subarray(at + odd.length);
    return Buffer.concat([bytes.subarray(0, at), odd, rest]);
  });

const shownAt = (path: string) =>
  [...handYear, ...afterForm].flatMap(([name, body]) => (path.endsWith(`/${name}`) ? [body] : []));

/** A body that is shown, with some of its fields as they may be else. */
const likeShown = (
  schema: Schema,
  shown: Readonly<Record<string, unknown>>,
): fc.Arbitrary<unknown> =>
  fc.tuple(valuesOf(schema), fc.nat()).map(([other, pick]) => {
    const kept = Object.keys(shown).filter((_, index) => pick % (index + 3) !== 0);
    const fields = Object.fromEntries(kept.map((key) => [key, shown[key]]));
    return pick % 2 === 0 ? { ...shown, ...fields } : { ...(other as object), ...fields };
  });

/** What an operation takes: as it is described, like what is shown, broken, or nothing of the kind. */
export const bodiesOf = (
  path: string,
  type: string,
  schema: Schema,
): fc.Arbitrary<string | Buffer> => {
  if (type === 'application/octet-stream') {
    return fc.oneof({ weight: 4, arbitrary: files }, fc.constantFrom(...samples), oddBodies);
  }
  const alike = shownAt(path).map((shown) => likeShown(schema, shown));
  const right = fc.oneof(valuesOf(schema), ...alike, ...alike);
  return fc.oneof(
    { weight: 8, arbitrary: right.map((each) => JSON.stringify(each)) },
    { weight: 5, arbitrary: brokenOnes(right).map((each) => JSON.stringify(each)) },
    oddBodies,
  );
};
