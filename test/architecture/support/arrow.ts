/** From a room or a file, to a file or a package; by its types alone where that is said. */
export type Arrow = readonly [from: string, to: string, kind?: 'type' | 'type and value'];
