import { expect, test } from 'vitest';
import { pathsIn, readArguments } from './arguments.ts';

test('the library is the one named, in either spelling', () => {
  expect(readArguments(['electron', '.', '--library', '/news'])).toEqual({ library: '/news' });
  expect(readArguments(['tearsheet', '--disable-gpu', '--library=/news'])).toEqual({ library: '/news' });
  expect(readArguments(['tearsheet'])).toEqual({ library: undefined });
});

test('files follow a lone --, from where the person stands; switches and program names are none', () => {
  expect(pathsIn(['electron', '.', '--disable-gpu', '--', 'a.txt', '/b.txt', '--c.txt'], '/home/ann')).toEqual([
    '/home/ann/a.txt',
    '/b.txt',
    '/home/ann/--c.txt',
  ]);
  expect(pathsIn(['tearsheet', 'a.txt'], '/home/ann')).toEqual([]);
});
