import { Failure } from '../catalogue/failure.ts';

/** @throws INVALID_COMMAND unless the text is an address over HTTP, without an account in it */
export const serverAddress = (text: string): string => {
  const url = URL.parse(text);
  const isHttp = url !== null && /^https?:$/.test(url.protocol) && url.username === '';
  if (!isHttp) {
    throw new Failure('INVALID_COMMAND', {
      problem: 'se espera la dirección de un servidor, como http://127.0.0.1:3000, sin cuenta',
    });
  }
  return url.origin + url.pathname.replace(/\/+$/, '');
};
