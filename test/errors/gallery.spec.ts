import { afterAll, describe, expect, it } from '@jest/globals';
import { type FailureCode, failures } from '../../src/catalogue/failures.ts';
import { exitCodes } from '../../src/cli/exit-codes.ts';
import { statusOf } from '../../src/http/problem.ts';
import { type Case, heard } from '../support/errors/case.ts';
import { faultsOf } from '../support/errors/faults-of.ts';
import { readSaid, shownOf, writeSaid } from '../support/errors/said-file.ts';
import { stable } from '../support/errors/stable.ts';
import { groups, unprovoked } from './groups.ts';

/** `npm run errors` has what is said written anew. */
const isWritten = process.env.POA_ERRORS === 'write';
const said = new Map<string, string>();
const kept = new Map(readSaid().flatMap(({ codes }) => Object.entries(codes)));

const edgesOf = (code: FailureCode) => ({
  exit: exitCodes[failures[code].kind],
  status: statusOf(code),
});

describe.each([...groups])('$heading', ({ cases }) => {
  it.each(Object.entries(cases) as [FailureCode, Case][])('%s is said', async (code, each) => {
    const { code: found, detail, ...edges } = await heard(each);
    expect(found).toBe(code);
    expect(edgesOf(code)).toMatchObject(edges);
    said.set(code, stable(detail));
    if (!isWritten) expect(stable(detail)).toBe(kept.get(code)?.said);
  });
});

afterAll(() => {
  if (isWritten) writeSaid(shownOf(groups, unprovoked, said));
});

it('every code has one case, or a reason why it has none', () => {
  expect(faultsOf(Object.keys(failures), groups, unprovoked)).toEqual([]);
});

it('what docs/errors.md is made of is what the cases are', () => {
  const sentences = new Map([...kept].map(([code, each]) => [code, each.said]));
  const expected = JSON.stringify(shownOf(groups, unprovoked, sentences));
  if (!isWritten) expect(JSON.stringify(readSaid())).toBe(expected);
});

describe('a gallery is told that it', () => {
  const one = { how: 'Uno.', provoke: () => null };
  const dates = [{ heading: 'Valores', cases: { INVALID_DATE: one } }];
  const both = [...dates, { heading: 'El almacén', cases: { STORE_FULL: one } }];
  const known = ['INVALID_DATE', 'STORE_FULL'];

  it('lacks nothing where every code has a case or a reason', () => {
    expect(faultsOf(known, both, {})).toEqual([]);
    expect(faultsOf(known, dates, { STORE_FULL: 'x' })).toEqual([]);
  });

  it('lacks a case', () => {
    expect(faultsOf(known, dates, {})).toEqual(['STORE_FULL: no case and no reason']);
  });

  it('has a case or a reason of no code', () => {
    expect(faultsOf(['INVALID_DATE'], both, {})).toEqual(['STORE_FULL: no such code']);
    expect(faultsOf(known, both, { BUSY: 'x' })).toEqual(['BUSY: no such code']);
  });

  it('has a reason beside a case', () => {
    expect(faultsOf(known, both, { STORE_FULL: 'x' })).toEqual([
      'STORE_FULL: a case, and a reason why it has none',
    ]);
  });

  it('has two cases of a code', () => {
    expect(faultsOf(known, [...both, ...dates], {})).toEqual(['INVALID_DATE: two cases']);
  });

  it('has another order than the codes', () => {
    expect(faultsOf(known.toReversed(), both, {})).toEqual(['INVALID_DATE: stands elsewhere']);
  });
});
