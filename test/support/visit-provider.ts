import { Browser } from './browser.ts';

/**
 * Goes where the provider leads, says who she is, and agrees to everything, as a person does in its pages.
 * @param home the service that sent her there
 * @returns where on it she is sent back to
 */
export const visitProvider = async (start: string, who: string, home: string): Promise<string> => {
  const browser = new Browser('');
  let address = start;
  for (let step = 0; step < 12; step += 1) {
    if (address.startsWith(home)) return address.replace(home, '');
    const { headers, text } = await browser.ask('GET', address);
    const location = headers.get('location');
    if (location !== null) {
      address = new URL(location, address).href;
      continue;
    }
    const [, action = ''] = /action="([^"]+)"/.exec(text) ?? [];
    const isLogin = text.includes('name="login"');
    const form = new URLSearchParams(
      isLogin ? { prompt: 'login', login: who, password: 'x' } : { prompt: 'consent' },
    );
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const sent = await fetch(new URL(action, address), {
      ...{ method: 'POST', redirect: 'manual', body: form },
      headers: { cookie },
    });
    address = new URL(sent.headers.get('location') ?? '', address).href;
  }
  throw new Error(`the provider leads nowhere: ${address}`);
};
