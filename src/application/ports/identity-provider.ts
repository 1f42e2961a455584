/** Where a person is sent, and what her browser keeps until she comes back. */
export interface ProviderVisit {
  readonly address: string;
  /** opaque; without it nothing that comes back is believed */
  readonly kept: string;
}

/** An external provider that says who somebody is. @see OpenID Connect Core 1.0 */
export interface IdentityProvider {
  /** @throws PROVIDER_NOT_REACHED */
  begin(): Promise<ProviderVisit>;
  /**
   * What the provider calls the person who came back.
   * @param query what the address that she came back to says behind its question mark
   * @throws PROVIDER_REFUSED, PROVIDER_NOT_REACHED
   */
  finish(kept: string, query: string): Promise<string>;
}
