import type { Answer } from '../application/sight.ts';

/** A view as programs read it, on the command line and over HTTP alike. */
export const viewAsJson = ({ ledger, title, cutOff, root }: Answer<unknown>, view: object) => ({
  ledger,
  title,
  cutOff: {
    effective: cutOff.effective,
    known: cutOff.known,
    ...(cutOff.isProvisional && { provisional: true }),
  },
  root,
  ...view,
});
