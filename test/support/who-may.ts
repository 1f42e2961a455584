/** Written from the rule of the office, and not from the code that holds it. */
const all = ['planning', 'finance', 'approval', 'audit', 'management'] as const;
const views = all;
const records = ['planning', 'finance', 'approval', 'audit'] as const;
const plan = ['planning'] as const;
const execution = ['finance'] as const;
const forms = ['planning', 'finance'] as const;
const closing = ['finance', 'approval'] as const;
const approval = ['approval'] as const;
const drafts = ['planning', 'finance', 'approval'] as const;
const people = ['administration'] as const;
const directory = ['administration', 'audit'] as const;
const trail = ['audit'] as const;
const signedIn = 'whoever is signed in';
const anybody = 'anybody';

export const everyRole = [...all, 'administration'] as const;
export type SomeRole = (typeof everyRole)[number];
export type Allowed = readonly SomeRole[] | typeof signedIn | typeof anybody;

const ofLedgers: Readonly<Record<string, Allowed>> = {
  'GET /api/v1/ledgers': views,
  'GET /api/v1/consolidation/by-activity': views,
  'GET /api/v1/consolidation/by-group': views,
  'GET /api/v1/consolidation/overall': views,
  'GET /api/v1/ledgers/{ledger}/adjustments': views,
  'GET /api/v1/ledgers/{ledger}/compare': views,
  'GET /api/v1/ledgers/{ledger}/execution-statement': views,
  'GET /api/v1/ledgers/{ledger}/execution/by-activity': views,
  'GET /api/v1/ledgers/{ledger}/execution/by-group': views,
  'GET /api/v1/ledgers/{ledger}/execution/overall': views,
  'GET /api/v1/ledgers/{ledger}/findings': views,
  'GET /api/v1/ledgers/{ledger}/form-5b': views,
  'GET /api/v1/ledgers/{ledger}/late': views,
  'GET /api/v1/ledgers/{ledger}/origin': views,
  'GET /api/v1/ledgers/{ledger}/periods': views,
  'GET /api/v1/ledgers/{ledger}/reports': views,
  'GET /api/v1/ledgers/{ledger}/series': views,
  'GET /api/v1/ledgers/{ledger}/events': records,
  'GET /api/v1/ledgers/{ledger}/events/{revision}': records,
  'GET /api/v1/ledgers/{ledger}/integrity': records,
  'GET /api/v1/ledgers/{ledger}/integrity/consistency': records,
  'GET /api/v1/ledgers/{ledger}/integrity/proof/{revision}': records,
  'GET /api/v1/ledgers/{ledger}/replay': records,
  'GET /api/v1/ledgers/{ledger}/stream': records,
  'POST /api/v1/ledgers/{ledger}/imports': forms,
};

const ofCommands: Readonly<Record<string, Allowed>> = {
  'POST /api/v1/ledgers/{ledger}/commands/open-ledger': plan,
  'POST /api/v1/ledgers/{ledger}/commands/register-activity': plan,
  'POST /api/v1/ledgers/{ledger}/commands/revise-activity': plan,
  'POST /api/v1/ledgers/{ledger}/commands/withdraw-activity': plan,
  'POST /api/v1/ledgers/{ledger}/commands/program-budget': plan,
  'POST /api/v1/ledgers/{ledger}/commands/distribute-budget': plan,
  'POST /api/v1/ledgers/{ledger}/commands/adjust-budget': plan,
  'POST /api/v1/ledgers/{ledger}/commands/document-adjustment': plan,
  'POST /api/v1/ledgers/{ledger}/commands/reserve-budget': execution,
  'POST /api/v1/ledgers/{ledger}/commands/commit-budget': execution,
  'POST /api/v1/ledgers/{ledger}/commands/execute-budget': execution,
  'POST /api/v1/ledgers/{ledger}/commands/pay-budget': execution,
  'POST /api/v1/ledgers/{ledger}/commands/reverse-entry': execution,
  'POST /api/v1/ledgers/{ledger}/commands/correct-execution': execution,
  'POST /api/v1/ledgers/{ledger}/commands/report-progress': forms,
  'POST /api/v1/ledgers/{ledger}/commands/close-period': closing,
  'POST /api/v1/ledgers/{ledger}/commands/approve-plan': approval,
  'POST /api/v1/ledgers/{ledger}/commands/close-ledger': approval,
  'POST /api/v1/ledgers/{ledger}/commands/reopen-ledger': approval,
  'POST /api/v1/ledgers/{ledger}/commands/reopen-period': approval,
  'POST /api/v1/ledgers/{ledger}/commands/change-control': approval,
  'POST /api/v1/ledgers/{ledger}/commands/issue-report': approval,
};

const ofDrafts: Readonly<Record<string, Allowed>> = {
  'GET /api/v1/ledgers/{ledger}/drafts': records,
  'GET /api/v1/ledgers/{ledger}/drafts/{draft}': records,
  'POST /api/v1/ledgers/{ledger}/drafts/adjust-budget': drafts,
  'POST /api/v1/ledgers/{ledger}/drafts/change-control': drafts,
  'POST /api/v1/ledgers/{ledger}/drafts/document-adjustment': drafts,
  'POST /api/v1/ledgers/{ledger}/drafts/issue-report': drafts,
  'POST /api/v1/ledgers/{ledger}/drafts/reopen-ledger': drafts,
  'POST /api/v1/ledgers/{ledger}/drafts/reopen-period': drafts,
  'POST /api/v1/ledgers/{ledger}/drafts/reverse-entry': drafts,
  'POST /api/v1/ledgers/{ledger}/drafts/{draft}/review': drafts,
  'POST /api/v1/ledgers/{ledger}/drafts/{draft}/return': drafts,
  'DELETE /api/v1/ledgers/{ledger}/drafts/{draft}': drafts,
  'POST /api/v1/ledgers/{ledger}/drafts/{draft}/approve': approval,
};

const ofAccess: Readonly<Record<string, Allowed>> = {
  'GET /api/v1/people': directory,
  'GET /api/v1/people/{account}/tokens': directory,
  'GET /api/v1/access/events': directory,
  'GET /api/v1/access/trail': trail,
  'POST /api/v1/people': people,
  'DELETE /api/v1/people/{account}': people,
  'POST /api/v1/people/{account}/close': people,
  'POST /api/v1/people/{account}/invitation': people,
  'POST /api/v1/people/{account}/reopen': people,
  'POST /api/v1/people/{account}/roles': people,
  'DELETE /api/v1/people/{account}/roles/{role}/{scope}': people,
  'DELETE /api/v1/people/{account}/tokens/{token}': people,
  'GET /api/v1/session': signedIn,
  'DELETE /api/v1/session': signedIn,
  'PUT /api/v1/session/password': signedIn,
  'GET /api/v1/tokens': signedIn,
  'POST /api/v1/tokens': signedIn,
  'DELETE /api/v1/tokens/{token}': signedIn,
  'POST /api/v1/session': anybody,
  'POST /api/v1/session/invitation': anybody,
  'GET /api/v1/session/provider': anybody,
  'GET /api/v1/session/provider/return': anybody,
  'GET /health/live': anybody,
  'GET /health/ready': anybody,
};

/** Who may ask for what; a route that does not stand here has no rule. */
export const whoMay = { ...ofLedgers, ...ofCommands, ...ofDrafts, ...ofAccess };
