import type { LedgerId } from '../catalogue/codes.ts';
import { Failure } from '../catalogue/failure.ts';
import { leafHash } from '../integrity/merkle.ts';
import type { Head } from '../integrity/verify.ts';
import { verifyConsistency, verifyInclusion } from '../integrity/verify-proofs.ts';
import { type ConsistencyProof, type InclusionProof, type Proof, proofAlgorithm } from './proof.ts';

type Fields = Readonly<Record<string, unknown>>;

const unrecognised = (problem: string): Failure => new Failure('PROOF_NOT_RECOGNISED', { problem });

const fieldsOf = (value: unknown, name: string): Fields => {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  throw unrecognised(`falta ${name}`);
};

const hash = (value: unknown, name: string): string => {
  if (typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)) return value;
  throw unrecognised(`${name} no es una SHA-256`);
};

const number = (value: unknown, name: string): number => {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  throw unrecognised(`${name} no es un número entero desde 0`);
};

const text = (value: unknown, name: string): string => {
  if (typeof value === 'string' && value !== '') return value;
  throw unrecognised(`falta ${name}`);
};

const pathOf = (value: unknown): readonly string[] => {
  if (!Array.isArray(value)) throw unrecognised('falta path');
  return value.map((each) => hash(each, 'path'));
};

const headIn = (value: unknown, name: string) => {
  const { size, root } = fieldsOf(value, name);
  return { size: number(size, `${name}.size`), root: hash(root, `${name}.root`) };
};

const inclusionIn = (fields: Fields): Omit<InclusionProof, 'proof' | 'algorithm'> => {
  const event = fieldsOf(fields.event, 'event');
  return {
    ledger: text(fields.ledger, 'ledger') as LedgerId,
    ...headIn(fields, 'proof'),
    event: {
      revision: number(event.revision, 'event.revision'),
      text: text(event.text, 'event.text'),
      leaf: hash(event.leaf, 'event.leaf'),
    },
    path: pathOf(fields.path),
  };
};

const consistencyIn = (fields: Fields): Omit<ConsistencyProof, 'proof' | 'algorithm'> => ({
  ledger: text(fields.ledger, 'ledger') as LedgerId,
  from: headIn(fields.from, 'from'),
  to: headIn(fields.to, 'to'),
  path: pathOf(fields.path),
});

/** @throws PROOF_NOT_RECOGNISED */
const parsed = (json: string): Fields => {
  try {
    return fieldsOf(JSON.parse(json), 'la prueba');
  } catch {
    throw unrecognised('no es un objeto JSON');
  }
};

/** A proof by itself, or the answer of a service that holds one. @throws PROOF_NOT_RECOGNISED */
const proofIn = (json: string): Proof => {
  const whole = parsed(json);
  const fields = typeof whole.proof === 'object' ? fieldsOf(whole.proof, 'proof') : whole;
  const { proof, algorithm } = fields;
  if (algorithm !== proofAlgorithm) throw unrecognised(`algorithm no es ${proofAlgorithm}`);
  if (proof === 'inclusion') return { proof, algorithm: proofAlgorithm, ...inclusionIn(fields) };
  if (proof === 'consistency') {
    return { proof, algorithm: proofAlgorithm, ...consistencyIn(fields) };
  }
  throw unrecognised('proof no es inclusion ni consistency');
};

const refuted = (reason: string): Failure => new Failure('PROOF_DOES_NOT_HOLD', { reason });

const placeOf = (record: string): { ledger?: unknown; revision?: unknown } => {
  try {
    return fieldsOf(JSON.parse(record), 'event.text');
  } catch {
    throw refuted('el texto del registro no se puede leer');
  }
};

const assertIncluded = ({ ledger, event, path, size, root }: InclusionProof): void => {
  const leaf = leafHash(event.text);
  if (leaf !== event.leaf) throw refuted('el texto del registro no es el de su hoja');
  const place = placeOf(event.text);
  if (place.ledger !== ledger || place.revision !== event.revision) {
    throw refuted('el registro dice ser de otro libro o lugar');
  }
  if (!verifyInclusion({ index: event.revision, size, leaf, path, root })) {
    throw refuted('la hoja no lleva a la raíz');
  }
};

const assertConsistent = ({ from: first, to: second, path }: ConsistencyProof): void => {
  if (!verifyConsistency({ first, second, path })) {
    throw refuted('la historia más larga no continúa la más corta');
  }
};

const assertHead = (proof: Proof, { revision, root }: Head): void => {
  const heads = proof.proof === 'inclusion' ? [proof] : [proof.from, proof.to];
  const head = heads.find(({ size }) => size === revision + 1);
  if (head === undefined) {
    throw refuted(`no es de la cabeza del registro ${String(revision)}, que se guardó fuera`);
  }
  if (head.root !== root) throw refuted('su raíz no es la de la cabeza que se guardó fuera');
};

/**
 * Checks a proof with nothing but what stands in it, and a head kept outside where one is given.
 * @throws PROOF_NOT_RECOGNISED, PROOF_DOES_NOT_HOLD
 */
export const checkProof = (json: string, head?: Head): Proof => {
  const proof = proofIn(json);
  if (proof.proof === 'inclusion') assertIncluded(proof);
  else assertConsistent(proof);
  if (head !== undefined) assertHead(proof, head);
  return proof;
};
