/** What the composition root binds the ports to. */
export const eventStoreToken = Symbol('EventStore');
export const filesToken = Symbol('Files');
export const clockToken = Symbol('Clock');
