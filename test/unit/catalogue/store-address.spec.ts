import { describe, expect, it } from '@jest/globals';
import { isOnServers, shownAddress } from '../../../src/catalogue/store-address.ts';

describe('The address of a store', () => {
  it.each([
    'esdb://h',
    'ESDB:h',
    '  esdb+discover://h',
    '\tesdb:h',
    'x://h',
    'http://h',
    'kurrentdb+discover://h:2113',
  ])('is on servers where it has a protocol: %j', (address) => {
    expect(isOnServers(address)).toBe(true);
  });

  it.each(['', 'data', './esdb', '/var/lib/poa', 'C:\\poa', 'a b://h', '://h', 'data/esdb:h'])(
    'is a folder where it has none: %j',
    (address) => {
      expect(isOnServers(address)).toBe(false);
    },
  );

  it.each([
    ['esdb://ana:hunter2@h:2113?tls=true', 'esdb://h:2113?tls=true'],
    ['  esdb://ana:hunter2@h:2113 ', 'esdb://h:2113'],
    ['esdb+discover://ana:cl@ve@h', 'esdb+discover://h'],
    ['esdb://ana:one\ntwo@h', 'esdb://h'],
    ['esdb:ana:hunter2@h', 'h'],
    ['esdb://ana:hunter2', 'esdb://ana:…'],
    ['esdb://ana:', 'esdb://ana:…'],
    ['esdb://ana:one\ntwo', 'esdb://ana:…'],
    ['esdb://ana:hunter2/x?tls=true', 'esdb://ana:…?tls=true'],
    ['esdb://ana:hunter2,h2:pass', 'esdb://ana:…,h2:…'],
    ['esdb://ana:123456', 'esdb://ana:…'],
    ['esdb://h:2113x', 'esdb://h:…'],
    ['esdb://h:2113', 'esdb://h:2113'],
    ['esdb://h:1/x', 'esdb://h:1/x'],
    ['esdb://h1:2113,h2:2114?tls=false', 'esdb://h1:2113,h2:2114?tls=false'],
    ['esdb://h?tlsCAFile=C:/ca.pem', 'esdb://h?tlsCAFile=C:/ca.pem'],
    ['esdb://[::1]:2113', 'esdb://[::1]:2113'],
  ])('on servers is shown without account and password: %j', (address, shown) => {
    expect(shownAddress(address)).toBe(shown);
  });

  it('of a folder is shown as it is', () => {
    expect(shownAddress(' ana:hunter2@h ')).toBe(' ana:hunter2@h ');
  });
});
