/** The account under which the program is to use a store. */
export interface NewAccount {
  readonly account: string;
  readonly password: string;
}

/**
 * One thing that a store must have before it is used: the account; that it may read the whole store
 * and so list and follow; that it can neither delete nor hide what is
 * recorded; that it can let papers, and nothing else, be forgotten.
 */
export interface PreparedPart {
  readonly part: 'account' | 'reading' | 'rights' | 'papers';
  readonly outcome: 'made' | 'already there';
}

/** Makes a store on servers ready for an account. What is there already is left as it is. */
export interface Prepares {
  /**
   * @param address with the account of an administrator of the server
   * @throws STORE_ADDRESS_INVALID, STORE_UNREACHABLE, STORE_ACCESS_DENIED,
   *   STORE_CERTIFICATE_REFUSED, STORE_WITHOUT_ACCOUNTS, ACCOUNT_NOT_ACCEPTED
   */
  prepare(address: string, account: NewAccount): Promise<readonly PreparedPart[]>;
}
