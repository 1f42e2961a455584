/** The specs that a changed rule is shown to: those which start processes or servers are left out. */
export const specsOfRules = {
  take: 'test/unit/{catalogue,timeline,domain,projections,properties,intake}/**/*.spec.ts',
  leave: ['test/unit/properties/killed.spec.ts', 'test/unit/intake/form-5b-mutations.spec.ts'],
};
