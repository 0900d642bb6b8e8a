import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { testNet } from './testing.ts';

test('an address is asked for, and that is noted', async () => {
  const server = createServer((_, response) => response.end('hello')).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed`;
  await using door = testNet();
  expect(await door.get(url)).toMatchObject({ kind: 'ok', bytes: new Uint8Array(Buffer.from('hello')) });
  expect(door.ledger()).toMatchObject([{ url, outcome: 'ok', status: 200 }]);
  server.close();
});
