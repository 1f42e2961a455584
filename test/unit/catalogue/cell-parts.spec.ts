import { describe, expect, it } from '@jest/globals';
import { activityPart, groupPart, sourcePart } from '../../../src/catalogue/cell-parts.ts';

describe('A row is named', () => {
  it('by an activity, with or without the dot that forms print, or by none', () => {
    expect([' 11.02.02. ', '11.02.02', 'none'].map(activityPart)).toEqual([
      '11.02.02',
      '11.02.02',
      null,
    ]);
  });

  it('by a group or by none', () => {
    expect(['20000', 'none'].map(groupPart)).toEqual(['20000', null]);
    expect(() => groupPart('2')).toThrow(expect.objectContaining({ code: 'INVALID_OBJECT_CODE' }));
  });

  it('by a class of sources or by none', () => {
    expect(['TGN', 'OTRAS', 'none'].map(sourcePart)).toEqual(['TGN', 'OTRAS', null]);
    expect(() => sourcePart('10')).toThrow(
      expect.objectContaining({ code: 'INVALID_SOURCE_CLASS', facts: { text: '10' } }),
    );
  });
});
