import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterEach, expect, test, vi } from 'vitest';
import { certificate } from './certificate.testing.ts';
import { hostileServer } from './hostile-server.testing.ts';
import { testNet } from './testing.ts';

const usual = getCACertificates('default');
afterEach(() => {
  vi.unstubAllEnvs();
  setDefaultCACertificates(usual);
});

/** A proxy that opens tunnels to this machine and to nowhere else. */
async function tunnels() {
  const asked: string[] = [];
  const server = createServer();
  server.on('connect', ({ url = '' }, near) => {
    asked.push(url);
    near.on('error', () => {});
    const [host, port] = url.split(':');
    if (host !== '127.0.0.1') return void near.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    const far = connect(Number(port), host, () => {
      near.write('HTTP/1.1 200 OK\r\n\r\n');
      far.pipe(near).pipe(far);
    });
    far.on('error', () => near.destroy());
    near.on('close', () => far.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    asked,
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

test('a proxy that the environment names is asked for tunnels, and sees no more than where they lead', async () => {
  const good = certificate(30);
  setDefaultCACertificates([...usual, good.cert]);
  await using proxy = await tunnels();
  await using server = await hostileServer({ certificate: good });
  vi.stubEnv('HTTPS_PROXY', proxy.origin);
  await using door = testNet();
  expect(await door.get(server.serve('/feed', { body: 'x' }))).toMatchObject({ kind: 'ok' });
  expect(proxy.asked).toEqual([`127.0.0.1:${server.port}`]);
  expect(await door.get('https://news.example/')).toMatchObject({
    code: 'connection',
    message: expect.stringMatching(/proxy .* did not let news\.example be asked/),
  });
});

test('what the environment says goes by no proxy goes by none', async () => {
  await using proxy = await tunnels();
  await using server = await hostileServer();
  vi.stubEnv('HTTP_PROXY', 'http://127.0.0.1:1');
  vi.stubEnv('NO_PROXY', '127.0.0.1');
  await using door = testNet();
  expect(await door.get(server.serve('/feed', { body: 'x' }))).toMatchObject({ kind: 'ok' });
  expect(proxy.asked).toEqual([]);
});

test.each([
  ['nonsense', /no proper address/],
  ['http://127.0.0.1:1', /or the proxy to it, takes no connections/],
])('a proxy that is none is told of, and never gone round: %s', async (address, message) => {
  await using server = await hostileServer();
  vi.stubEnv('HTTP_PROXY', address);
  await using door = testNet();
  expect(await door.get(server.serve('/feed', {}))).toMatchObject({ message: expect.stringMatching(message) });
  expect(server.connections()).toBe(0);
});
