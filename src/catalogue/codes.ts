import { Failure } from './failure.ts';

/** The code of an activity of the POA, "11.02.02", without the dot that forms print behind it. */
export type ActivityCode = string & { readonly ActivityCode: unique symbol };
/** What an activity is called for ever inside a ledger, whatever its code becomes. */
export type ActivityId = string & { readonly ActivityId: unique symbol };
/** An object of expenditure in five digits: a group (20000) or one of its partidas (23400). */
export type ObjectCode = string & { readonly ObjectCode: unique symbol };
/** A fuente de financiamiento: two digits, or TGN / OTRAS where a form names none. */
export type Source = string & { readonly Source: unique symbol };
/** An area's fiscal year, "41-SENAVEX-2020": never parsed, its facts come from LedgerOpened. */
export type LedgerId = string & { readonly LedgerId: unique symbol };

/** The lesser known reading of `AA.BB.CC` is tolerated: two to six numbered levels. */
export const activityCode = (text: string): ActivityCode => {
  const code = text.trim().replace(/\.$/, '');
  if (!/^\d{1,3}(\.\d{1,3}){1,5}$/.test(code)) throw new Failure('INVALID_ACTIVITY_CODE', { text });
  return code as ActivityCode;
};

/** As somebody names an activity that is there, by its code or its id: forms print a dot behind the code. */
export const activityNamed = (text: string): string => text.trim().replace(/\.$/, '');

export const objectCode = (text: string): ObjectCode => {
  if (!/^[1-9]\d{4}$/.test(text)) throw new Failure('INVALID_OBJECT_CODE', { text });
  return text as ObjectCode;
};

export const source = (text: string): Source => {
  if (!/^(\d{2}|TGN|OTRAS)$/.test(text)) throw new Failure('INVALID_SOURCE', { text });
  return text as Source;
};

export const ledgerId = (text: string): LedgerId => {
  if (!/^\d{1,6}-[A-Z0-9ÁÉÍÓÚÑ]{1,30}-\d{4}$/.test(text))
    throw new Failure('INVALID_LEDGER_ID', { text });
  return text as LedgerId;
};

export const ledgerIdOf = (entity: string, sigla: string, fiscalYear: number): LedgerId =>
  ledgerId(`${entity}-${sigla}-${String(fiscalYear)}`);
