import { damageOf, type VerifiedLedger, type VerifiedStore } from '../bus/messages.ts';
import { failureAsJson } from './failure-as-json.ts';
import type { Output } from './output.ts';

const isCompared = ({ rows }: VerifiedStore): boolean =>
  rows.length > 0 && rows.every(({ verified }) => verified?.isCompared === true);

export const verifiedAsJson = (found: VerifiedStore) => {
  const [first] = damageOf(found);
  const whole = isCompared(found) ? 'unaltered' : 'coherent';
  return {
    result: first === undefined ? whole : 'damaged',
    rows: found.rows.map(({ ledger, verified, damage }) => ({
      ledger,
      records: verified?.records ?? null,
      root: verified?.root ?? null,
      isCompared: verified?.isCompared ?? false,
      damage: damage.map(failureAsJson),
    })),
    files: found.files,
    damage: found.damage.map(failureAsJson),
    ...(first && { error: failureAsJson(first) }),
  };
};

const lineOf = ({ ledger, verified, damage }: VerifiedLedger): string => {
  if (damage.length > 0 || verified === null) {
    return `${ledger}: DAÑO: ${damage.map(({ detail }) => detail).join('; ')}`;
  }
  const { records, root } = verified;
  return `${ledger}: ${String(records)} registros, cabeza ${String(records - 1)}:${root}`;
};

const coherent =
  'coherente (para saber que nada cambió, compare con una cabeza guardada fuera: --head REGISTRO:RAÍZ)';
const unaltered = 'sin alteraciones hasta la cabeza que se guardó fuera';

/** A line for each ledger, one for the files, and what it comes to. */
export const printVerified = (output: Output, found: VerifiedStore): void => {
  const damage = damageOf(found);
  for (const row of found.rows) output.write(lineOf(row));
  if (found.rows.length === 0) output.write('no hay libros');
  output.write(`${String(found.files)} archivos guardados, comparados con su SHA-256`);
  for (const { detail } of found.damage) output.write(`DAÑO: ${detail}`);
  if (damage.length > 0) output.write(`daños: ${String(damage.length)}`);
  else output.write(isCompared(found) ? unaltered : coherent);
};
