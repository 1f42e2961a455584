/** How often a property runs, and from which seed: POA_PROPERTY_RUNS and POA_PROPERTY_SEED say otherwise. */
export const runs = (usual: number): { numRuns: number; seed: number } => ({
  numRuns: Number(process.env.POA_PROPERTY_RUNS ?? usual),
  seed: Number(process.env.POA_PROPERTY_SEED ?? 20201231),
});

/** In milliseconds: many more runs than usual may be asked for. */
export const propertyTimeout = 600_000;
