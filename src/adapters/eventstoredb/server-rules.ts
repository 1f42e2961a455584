import { jsonEvent } from '@eventstore/db-client';

import type { Connection } from './connection.ts';
import { drawers } from '../../application/ports/papers.ts';
import { isObject, lastEvent } from './read-events.ts';
import { paperStream } from './stream-name.ts';

/** The group of every account that uses the store. */
export const group = 'poa';
const administrators = '$admins';

type Rules = Readonly<Record<string, unknown>>;

const rolesIn = (roles: unknown): readonly string[] =>
  [roles].flat().filter((role) => typeof role === 'string');

/** Whom a rule names, with ours; whoever may not be there any more is everybody. */
const withOurs = (roles: unknown): readonly string[] => [
  ...new Set([...rolesIn(roles).filter((role) => role !== '$all'), group, administrators]),
];

const isSame = (one: unknown, other: readonly string[]): boolean =>
  JSON.stringify([...rolesIn(one)].sort()) === JSON.stringify([...other].sort());

const objectIn = (value: unknown): Rules => (isObject(value) ? value : {});

/** What the last event of a stream says; the server reads no other. */
const lastRules = async (connection: Connection, name: string): Promise<Rules> =>
  objectIn((await lastEvent(connection, name))?.data);

const write = async (
  { client, writing }: Connection,
  name: string,
  type: string,
  data: Record<string, unknown>,
): Promise<void> => {
  await client.appendToStream(name, jsonEvent({ type, data }), writing);
};

/** @returns whether that had to be said; it lets the group read the whole store */
export const letRead = async (connection: Connection): Promise<boolean> => {
  const rules = await lastRules(connection, '$$$all');
  const acl = objectIn(rules.$acl);
  const readers = withOurs(acl.$r);
  if (isSame(acl.$r, readers)) return false;
  await write(connection, '$$$all', '$metadata', { ...rules, $acl: { ...acl, $r: readers } });
  return true;
};

/**
 * @returns whether that had to be said; streams that say nothing themselves are written by the
 *   group, and nobody but administrators deletes them or changes what of them is seen
 */
export const protectStreams = async (connection: Connection): Promise<boolean> => {
  const rules = await lastRules(connection, '$settings');
  const acl = objectIn(rules.$userStreamAcl);
  const wanted = {
    ...{ $r: withOurs(acl.$r), $w: withOurs(acl.$w), $mr: withOurs(acl.$mr) },
    ...{ $d: [administrators], $mw: [administrators] },
  };
  if (Object.entries(wanted).every(([right, roles]) => isSame(acl[right], roles))) return false;
  await write(connection, '$settings', 'update-default-acl', { ...rules, $userStreamAcl: wanted });
  return true;
};

/**
 * @returns whether that had to be said; papers alone may lose their beginning, by the hand of the
 *   group, so that a person's name can be erased
 */
export const letForget = async (connection: Connection): Promise<boolean> => {
  let isSaid = false;
  for (const drawer of drawers) {
    const name = `$$${paperStream(drawer)}`;
    const rules = await lastRules(connection, name);
    const acl = objectIn(rules.$acl);
    const wanted = {
      ...{ $r: withOurs(acl.$r), $w: withOurs(acl.$w), $mr: withOurs(acl.$mr) },
      ...{ $mw: withOurs(acl.$mw), $d: [administrators] },
    };
    if (Object.entries(wanted).every(([right, roles]) => isSame(acl[right], roles))) continue;
    await write(connection, name, '$metadata', { ...rules, $acl: wanted });
    isSaid = true;
  }
  return isSaid;
};
