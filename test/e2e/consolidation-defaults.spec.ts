import { describe, expect, it } from '@jest/globals';
import { poaWithClock } from '../support/poa-in-process.ts';
import { samples } from '../support/run-poa.ts';

describe('where nothing is asked for', () => {
  it('the day is today while a gestión runs, else its last; what is young is provisional', async () => {
    const { at } = poaWithClock();
    const shown = async (moment: string) => {
      const { out } = await at(moment, 'consolidate', '--json');
      const { day, known } = JSON.parse(out) as { day: string; known: { provisional?: true } };
      return [day, known.provisional ?? false];
    };
    await at('2020-06-30T12:00:00Z', 'import', samples.budget, '--assume-source', 'TGN');
    expect(await shown('2020-06-30T12:00:10Z')).toEqual(['06-30', true]);
    expect(await shown('2020-07-01T12:00:00Z')).toEqual(['07-01', false]);
    expect(await shown('2021-01-01T12:00:00Z')).toEqual(['12-31', false]);
  });
});
