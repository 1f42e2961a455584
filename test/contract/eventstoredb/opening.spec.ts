import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { describe, expect, it } from '@jest/globals';

import { withoutAccount } from '../../../src/catalogue/store-address.ts';
import { Failure } from '../../../src/catalogue/failure.ts';
import { certificateOfTests } from '../../support/event-store-server/certificate-of-tests.ts';
import { describeWithFaults, openedStores, securedAddresses } from './opened-stores.ts';

const { startServer, open } = openedStores();

const secret = 'cl@ve:/?#ñ';
const addressAs = securedAddresses();

const refusalOf = async (address: string): Promise<Failure> => {
  const refusal: unknown = await open(address, { waitMillisecondsMax: 500 }).catch(
    (error: unknown) => error,
  );
  if (refusal instanceof Failure) return refusal;
  throw new Error(`not refused: ${String(refusal)}`);
};

describe('eventstoredb: an address that is none', () => {
  it.each([
    ['nothing behind it', 'esdb://'],
    ['another protocol', 'http://ana:hunter2@h:2113'],
    ['an account without password', 'esdb://ana@h:2113'],
    ['no account where TLS asks for one', 'esdb://h:2113'],
    ['a port that is none', 'esdb://ana:hunter2@h:99999'],
    ['an empty host', 'esdb://ana:hunter2@h:2113,?tls=true'],
    ['an option that does not exist', 'esdb://ana:hunter2@h?tsl=true'],
    ['an option without a value', 'esdb://ana:hunter2@h?tls'],
    ['a value that is none', 'esdb://ana:hunter2@h?tls=yes'],
    ['no checking of certificates', 'esdb://ana:hunter2@h?tlsVerifyCert=false'],
    ['a certificate that is not there', 'esdb://ana:hunter2@h?tlsCAFile=/nowhere/ca.pem'],
    ['a number that is none', 'esdb://ana:hunter2@h?keepAliveInterval=soon'],
    ['a preference that does not exist', 'esdb://ana:hunter2@h?nodePreference=best'],
    ['a host that was forgotten', 'esdb://ana:hunter2?tls=true'],
    ['a broken escape', 'esdb://ana:hunter2%zz@h'],
    ['a password with signs as they are', 'esdb://ana:hunter2/@@h:x'],
  ])('%s', async (_, address) => {
    const refusal = await refusalOf(address);
    expect(refusal.code).toBe('STORE_ADDRESS_INVALID');
    expect(refusal.detail).not.toContain('hunter2');
  });

  it.each([
    ['esdb://ana:hunter2@h:2113?tls=true', 'esdb://h:2113?tls=true'],
    ['esdb+discover://ana:cl@ve@h', 'esdb+discover://h'],
    ['esdb://ana:hunter2', 'esdb://ana:…'],
    ['esdb://ana:hunter2/x?tls=true', 'esdb://ana:…?tls=true'],
    ['esdb://[::1]:2113', 'esdb://[::1]:2113'],
    ['esdb://h1,h2', 'esdb://h1,h2'],
    ['ana:hunter2@h', 'h'],
  ])('is shown without account and password: %s', (address, shown) => {
    expect(withoutAccount(address)).toBe(shown);
  });
});

describe('eventstoredb: a server that is of no use is refused on opening', () => {
  it('nobody is there', async () => {
    expect(await refusalOf('esdb://127.0.0.1:1?tls=false')).toMatchObject({
      code: 'STORE_UNREACHABLE',
      facts: { reason: 'nadie atiende en ese puerto' },
    });
  });

  it('it has no such name', async () => {
    expect((await refusalOf('esdb://store.invalid:2113?tls=false')).code).toBe('STORE_UNREACHABLE');
  });

  it.each([
    ['it is something else', 404, '<html></html>'],
    ['it answers, but not as one', 200, '{"hello":"world"}'],
  ])('%s', async (_, status, body) => {
    const other = createServer((_request, response) => response.writeHead(status).end(body));
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;

    expect((await refusalOf(`esdb://127.0.0.1:${port}?tls=false`)).code).toBe('STORE_UNREACHABLE');
    other.close();
  });
});

describeWithFaults('eventstoredb: a stand-in that is of no use is refused on opening', () => {
  it('it is silent', async () => {
    const server = await startServer();
    server.faults.freeze();
    expect((await refusalOf(server.connectionString)).code).toBe('STORE_UNREACHABLE');
  });

  it('it is too old', async () => {
    const server = await startServer();
    server.faults.refuseAs('too old');
    expect((await refusalOf(server.connectionString)).code).toBe('STORE_TOO_OLD');
  });

  it('it is from before the first version that says when all was read', async () => {
    const server = await startServer({ version: '23.6.0' });
    expect((await refusalOf(server.connectionString)).code).toBe('STORE_TOO_OLD');
  });

  it('it is a replica that is only read', async () => {
    const server = await startServer();
    server.faults.refuseAs('read-only-replica', { address: '127.0.0.1', port: 1 });
    expect((await refusalOf(server.connectionString)).code).toBe('STORE_IS_READ_ONLY');
  });

  it.each([
    ['its password is wrong', 'wrong', 'STORE_ACCESS_DENIED'],
    ['the account may not read the whole store', secret, 'STORE_NOT_FOLLOWABLE'],
  ])('%s', async (_, password, code) => {
    const user = { loginName: 'ana', fullName: 'Ana', groups: [], password: secret };
    const { port } = await startServer({ users: [user], isSecure: certificateOfTests });
    const refusal = await refusalOf(addressAs(port, 'ana', password));

    expect(refusal.code).toBe(code);
    expect(refusal.detail).not.toContain(password);
    expect(refusal.detail).not.toContain(encodeURIComponent(password));
  });

  it('its certificate is nobody’s', async () => {
    const { port } = await startServer({ users: [], isSecure: certificateOfTests });
    const refusal = await refusalOf(`esdb://admin:changeit@127.0.0.1:${port}?tls=true`);

    expect(refusal.code).toBe('STORE_CERTIFICATE_REFUSED');
    expect(refusal.detail).not.toContain('changeit');
  });

  it('one side speaks TLS and the other does not', async () => {
    const secure = await startServer({ users: [], isSecure: certificateOfTests });
    const plain = await startServer();

    expect((await refusalOf(`esdb://127.0.0.1:${secure.port}?tls=false`)).code).toBe(
      'STORE_UNREACHABLE',
    );
    expect((await refusalOf(`esdb://a:b@127.0.0.1:${plain.port}?tls=true`)).code).toBe(
      'STORE_UNREACHABLE',
    );
  });
});
