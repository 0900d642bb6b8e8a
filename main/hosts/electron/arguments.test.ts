import { expect, test } from 'vitest';
import { pathsIn, readArguments } from './arguments.ts';

test('the library is the one named, in either spelling', () => {
  expect(readArguments(['electron', '.', '--library', '/news'])).toMatchObject({ library: '/news' });
  expect(readArguments(['tearsheet', '--disable-gpu', '--library=/news'])).toMatchObject({ library: '/news' });
  expect(readArguments(['tearsheet'])).toMatchObject({ library: undefined });
});

test.each([
  [['tearsheet', '--subscribe', 'quay.example/feed'], 'quay.example/feed'],
  [['tearsheet', '--subscribe=quay.example'], 'quay.example'],
  [['tearsheet', '--disable-gpu', 'feed://quay.example/feed.xml'], 'feed://quay.example/feed.xml'],
  [['tearsheet', '--', 'a.txt'], undefined],
])('of %j what is to be subscribed to is %s', (argv, subscribe) => {
  expect(readArguments(argv).subscribe).toBe(subscribe);
});

test('files follow a lone --, from where the person stands; switches and program names are none', () => {
  expect(pathsIn(['electron', '.', '--disable-gpu', '--', 'a.txt', '/b.txt', '--c.txt'], '/home/ann')).toEqual([
    '/home/ann/a.txt',
    '/b.txt',
    '/home/ann/--c.txt',
  ]);
  expect(pathsIn(['tearsheet', 'a.txt'], '/home/ann')).toEqual([]);
});
