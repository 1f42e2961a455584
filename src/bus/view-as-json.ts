import type { Answer } from '../application/sight.ts';

/** What every answer says beside its view, as programs read it. */
export interface Envelope extends Pick<Answer<unknown>, 'ledger' | 'title' | 'zone' | 'root'> {
  readonly cutOff: Pick<Answer<unknown>['cutOff'], 'effective' | 'known'> & {
    readonly provisional?: true;
  };
}

/** A view as programs read it, on the command line and over HTTP alike. */
export const viewAsJson = <View extends object>(
  { ledger, title, zone, cutOff, root }: Answer<unknown>,
  view: View,
): Envelope & View => ({
  ledger,
  title,
  zone,
  cutOff: {
    effective: cutOff.effective,
    known: cutOff.known,
    ...(cutOff.isProvisional && { provisional: true }),
  },
  root,
  ...view,
});
