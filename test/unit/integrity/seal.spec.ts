import { describe, expect, it } from '@jest/globals';
import type { LedgerRecord } from '../../../src/catalogue/events.ts';
import { canonicalText } from '../../../src/integrity/canonical.ts';
import { emptyFrontier } from '../../../src/integrity/merkle.ts';
import { seal } from '../../../src/integrity/seal.ts';
import { compareHead, verifyRecord } from '../../../src/integrity/verify.ts';

const record = {
  ledger: '41-SENAVEX-2020',
  revision: 0,
  type: 'PeriodClosed',
  version: 1,
  effectiveOn: '2020-07-01',
  data: { through: '2020-06-30' },
  recordedAt: '2020-07-01T14:00:00.000001Z',
  actor: 'u1',
  commandId: 'c-1',
  commandHash: '00',
  correlationId: 'c-1',
} as unknown as LedgerRecord;

const { sealed } = seal(record, emptyFrontier);
const verify = (change: Partial<typeof sealed>) => () =>
  verifyRecord('41-SENAVEX-2020', { ...sealed, ...change }, emptyFrontier);

describe('A sealed record', () => {
  it('is verified as it was written', () => {
    expect(verify({})()).toEqual({ size: 1, peaks: [sealed.root] });
  });

  it('has the same text whatever the order of its fields', () => {
    const turned = Object.fromEntries(Object.entries(record).reverse());
    expect(canonicalText(turned)).toBe(sealed.text);
  });

  it('has a UUID of version 8 for an id', () => {
    expect(sealed.id).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });

  it.each(Object.keys(record))('has another id and root when its %s is another', (field) => {
    const changed = { ...record, [field]: field === 'revision' ? 1 : { other: true } };
    const { sealed: other } = seal(changed, emptyFrontier);
    expect(other.id).not.toBe(sealed.id);
    expect(other.root).not.toBe(sealed.root);
  });

  it.each([
    ['a changed text', { text: sealed.text.replace('06-30', '06-29') }],
    ['a changed id', { id: sealed.id.replace(/^./, (digit) => (digit === '0' ? '1' : '0')) }],
    ['a changed root', { root: sealed.root.replace(/^./, (digit) => (digit === '0' ? '1' : '0')) }],
    ['another place', { revision: 1 }],
  ])('is refused with %s', (_, change) => {
    expect(verify(change)).toThrow(expect.objectContaining({ code: 'LEDGER_DAMAGED' }));
  });

  it('is refused in another ledger', () => {
    expect(() => verifyRecord('41-OTRA-2020', sealed, emptyFrontier)).toThrow(
      expect.objectContaining({ code: 'LEDGER_DAMAGED' }),
    );
  });

  it('is compared with a head kept outside', () => {
    const head = { revision: 0, root: sealed.root };
    expect(() => {
      compareHead('41-SENAVEX-2020', head, sealed.root);
    }).not.toThrow();
    expect(() => {
      compareHead('41-SENAVEX-2020', { ...head, root: '00' }, sealed.root);
    }).toThrow(expect.objectContaining({ code: 'HEAD_DIFFERS' }));
  });
});
