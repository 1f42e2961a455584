/** A store on servers is named by `esdb://…` or `esdb+discover://…`; what has no protocol is a folder. */
export const isOnServers = (address: string): boolean => /^\s*(\w[\w+]*:\/\/|esdb:)/i.test(address);

/**
 * An address of servers without account and password, whatever else is wrong with it: where a host
 * was forgotten the password stands where its port would be.
 */
export const withoutAccount = (address: string): string =>
  address
    .trim()
    .replace(/^([^:]*:\/\/)?.*@/s, '$1')
    .replace(/(?<=^[^:]*:\/\/[^[?]*):(?!\d{1,5}(?:[,/?]|$))[^,?]*/gs, ':…');

/** A store's address as people may see it. */
export const shownAddress = (address: string): string =>
  isOnServers(address) ? withoutAccount(address) : address;
