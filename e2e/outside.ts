import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A place in the world outside that notes who comes: requests, and connections that were only opened. */
export interface Outside {
  readonly origin: string;
  readonly visits: readonly string[];
  close(): Promise<void>;
}

export async function startOutside(): Promise<Outside> {
  const visits: string[] = [];
  const server = createServer((request, response) => {
    visits.push(`${request.method} ${request.url}`);
    response.setHeader('access-control-allow-origin', '*').end('outside');
  });
  // As a browser's proxy it is asked for every other name too.
  server.on('connect', (request, socket) => {
    visits.push(`CONNECT ${request.url}`);
    socket.destroy();
  });
  server.on('connection', () => visits.push('a connection'));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    visits,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
