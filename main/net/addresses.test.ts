import { expect, test } from 'vitest';
import { isPrivateHost, isPublicAddress } from './addresses.ts';

test.each([
  ['this computer', ['127.0.0.1', '127.8.8.8', '::1', '0.0.0.0', '0.1.2.3', '::']],
  [
    'the own network',
    ['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', 'fc00::1', 'fd12:3456::1', 'fec0::1'],
  ],
  ['the cable it hangs on', ['169.254.169.254', '169.254.0.1', 'fe80::1']],
  ['the inside of a provider', ['100.64.0.1', '100.127.255.255', '192.0.0.1']],
  ['many at once', ['224.0.0.1', '239.255.255.255', '255.255.255.255', 'ff02::1']],
  ['nobody', ['192.0.2.1', '198.18.0.1', '198.51.100.1', '203.0.113.1', '240.0.0.1', '2001:db8::1', '100::1']],
  [
    'the same in the clothes of IPv6',
    [
      '::ffff:127.0.0.1',
      '::ffff:c0a8:101',
      '64:ff9b::10.0.0.1',
      '64:ff9b::a9fe:a9fe',
      '::127.0.0.1',
      '64:ff9b:1::1',
      '2002:7f00:1::1',
    ],
  ],
  ['no address', ['', 'localhost', '1.2.3.4.5']],
])('an address of %s is not of the internet', (_, addresses) => {
  expect(addresses.filter(isPublicAddress)).toEqual([]);
});

test('an address of the internet is one, also where a network without IPv4 writes it', () => {
  const some = [
    '93.184.216.34',
    '8.8.8.8',
    '172.32.0.1',
    '100.128.0.1',
    '2606:2800:220:1::1',
    '::ffff:8.8.8.8',
    '64:ff9b::808:808',
  ];
  expect(some.filter((address) => !isPublicAddress(address))).toEqual([]);
});

test.each([
  'localhost',
  'LOCALHOST.',
  'a.localhost',
  'printer.local',
  'router',
  'nas.home.arpa',
  'x.internal',
  '127.0.0.1',
  '[::1]',
])('%s is known to be nearby without asking a resolver', (host) => {
  expect(isPrivateHost(host)).toBe(true);
});

test.each(['news.example', 'localhost.example', '8.8.8.8', '[2606:2800:220:1::1]'])('%s is not', (host) => {
  expect(isPrivateHost(host)).toBe(false);
});
