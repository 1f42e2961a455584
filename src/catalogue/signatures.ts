/** `one`: whoever may record an act records it; `three`: three people sign what weighs most. */
export const controlSignatures = ['one', 'three'] as const;
export type ControlSignatures = (typeof controlSignatures)[number];

/** Who answers for an act: three people, by opaque ids. */
export interface Signatures {
  readonly prepared: string;
  readonly reviewed: string;
  readonly approved: string;
}
