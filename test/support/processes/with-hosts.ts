import dns from 'node:dns';

/**
 * Loaded before a program: the names of a network that exists only in a service file lead where
 * `POA_TEST_HOSTS` says, a JSON object of addresses by name.
 */
const addresses = new Map(
  Object.entries(JSON.parse(process.env.POA_TEST_HOSTS ?? '{}') as Record<string, string>),
);
const { lookup } = dns;
const { lookup: lookupLater } = dns.promises;

const resolved = (name: string): string => addresses.get(name) ?? name;

Object.assign(dns, {
  lookup: Object.assign(
    (name: string, ...rest: [never, never]) => {
      lookup(resolved(name), ...rest);
    },
    { __promisify__: lookupLater },
  ),
});
Object.assign(dns.promises, {
  lookup: (name: string, ...rest: [never]) => lookupLater(resolved(name), ...rest),
});
