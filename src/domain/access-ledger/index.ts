/** The door of the aggregate: what the application may know of it. */
export { type AccessCommand, decideAccess } from './decide.ts';
export { type AccessState, evolveAccess, holdingsOf, initialAccess } from './state.ts';
