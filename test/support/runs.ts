const asked = process.env.POA_PROPERTY_RUNS;

/** How often a property runs, and from which seed: POA_PROPERTY_RUNS and POA_PROPERTY_SEED say otherwise. */
export const runs = (usual: number): { numRuns: number; seed: number } => ({
  numRuns: Number(asked ?? usual),
  seed: Number(process.env.POA_PROPERTY_SEED ?? 20201231),
});

/**
 * How many of its cases a property must have met to say anything. Where so few runs are asked for
 * that a changed rule may be shown to every property, nothing is asked of them.
 */
export const enough = (least: number): number => (Number(asked ?? 100) < 100 ? -1 : least);

/** In milliseconds: many more runs than usual may be asked for. */
export const propertyTimeout = 600_000;
