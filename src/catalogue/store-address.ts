/** A store on servers is named by `esdb://…` or `esdb+discover://…`; anything else is a folder. */
export const isOnServers = (address: string): boolean => /^esdb(\+discover)?:\/\//i.test(address);

/** A store's address as people may see it: without the account and its password. */
export const shownAddress = (address: string): string =>
  isOnServers(address) ? address.replace(/^([^:]*:\/\/).*@/s, '$1') : address;
