import { once } from 'node:events';
import { connect } from 'node:net';

/** Says bytes to a port and hears what comes until the other side ends it. */
export const say = async (url: string, bytes: string): Promise<string> => {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  let heard = '';
  socket.on('data', (chunk: Buffer) => (heard += chunk.toString()));
  socket.write(bytes);
  await once(socket, 'close');
  return heard;
};
