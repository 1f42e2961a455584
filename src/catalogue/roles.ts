/** What people are to a ledger. `administration` manages people and sees no figures. */
export const roles = [
  'planning',
  'finance',
  'approval',
  'audit',
  'management',
  'administration',
] as const;
export type Role = (typeof roles)[number];

/**
 * What may be done, and by whom; whatever is not here is nobody's. Audit reads everything and
 * writes nothing. @see Ley 1178 arts. 14, 15
 */
export const permissions = {
  /** the screens: execution, forms, comparisons, findings */
  views: ['planning', 'finance', 'approval', 'audit', 'management'],
  /** the records themselves and what proves them */
  records: ['planning', 'finance', 'approval', 'audit'],
  /** activities, programme, distributions and adjustments */
  plan: ['planning'],
  /** documents of every stage, reversals, corrections */
  execution: ['finance'],
  /** files and progress, which speak of both */
  forms: ['planning', 'finance'],
  closing: ['finance', 'approval'],
  /** what the MAE or a delegate decides */
  approval: ['approval'],
  /** to prepare and to review what others approve */
  drafts: ['planning', 'finance', 'approval'],
  /** accounts and roles */
  people: ['administration'],
  /** who is who and holds which role */
  directory: ['administration', 'audit'],
  /** who read what */
  trail: ['audit'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;
