import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

/** An identity provider of its own on this machine: whoever comes says her name and is believed. */
export const oidcServer = async () => {
  let provider: Provider | undefined;
  const { createServer } = await import('node:http');
  const server = createServer((request, response) => {
    void provider?.callback()(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const client = { clientId: 'poa', clientSecret: 'una clave del cliente' };
  return {
    issuer,
    client,
    /** @param callback where people are sent back to */
    begin: (callback: string): void => {
      provider = new Provider(issuer, {
        clients: [
          {
            client_id: client.clientId,
            client_secret: client.clientSecret,
            redirect_uris: [callback],
          },
        ],
        cookies: { keys: ['clave de prueba'] },
        findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
      });
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
};
