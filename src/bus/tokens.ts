/** What the composition root binds the ports to. */
export const filesToken = Symbol('Files');
export const clockToken = Symbol('Clock');
export const wholeStoreToken = Symbol('WholeStore');
export const restoresToken = Symbol('Restores');
export const storesToken = Symbol('Stores');
export const preparesToken = Symbol('Prepares');
