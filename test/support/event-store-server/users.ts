export interface User {
  readonly loginName: string;
  readonly fullName: string;
  readonly groups: readonly string[];
  readonly password: string;
}

/** Whom the server takes a caller for. */
export type Caller = User | 'anonymous' | 'wrong password';

const administrator: User = {
  loginName: 'admin',
  fullName: 'Event Store Administrator',
  groups: ['$admins'],
  password: 'changeit',
};

export const isAdministrator = ({ loginName, groups }: User): boolean =>
  loginName === 'admin' || groups.includes('$admins');

/** The accounts of a server; its administrator is always among them. */
export class Users {
  readonly #users = new Map<string, User>([[administrator.loginName, administrator]]);

  constructor(users: readonly User[]) {
    for (const user of users) this.#users.set(user.loginName, user);
  }

  find(loginName: string): User | undefined {
    return this.#users.get(loginName);
  }

  /** @returns false when there is an account of that name */
  add(user: User): boolean {
    if (this.#users.has(user.loginName)) return false;
    this.#users.set(user.loginName, user);
    return true;
  }

  /** Who speaks, by the value of a header `authorization`. */
  caller(authorization: string | undefined): Caller {
    if (authorization === undefined) return 'anonymous';
    const [, encoded = ''] = /^Basic (.*)$/.exec(authorization) ?? [];
    const [loginName = '', ...rest] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
    const user = this.#users.get(loginName);
    return user?.password === rest.join(':') ? user : 'wrong password';
  }
}
