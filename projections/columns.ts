/*
 * The value at a place of a column, one function for each kind of column: a loop over a long
 * history is twice as fast where each place in the code meets one kind alone.
 */
export const integerAt = (column: Int32Array, at: number): number => column[at] ?? 0;
export const smallAt = (column: Uint8Array, at: number): number => column[at] ?? 0;
export const numberAt = (column: Float64Array, at: number): number => column[at] ?? 0;
